CREATE TABLE "stoppages" (
	"case_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"how" text NOT NULL,
	"why" text NOT NULL,
	"since" timestamp with time zone NOT NULL
);
