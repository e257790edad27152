CREATE TABLE "drafts" (
	"process" text PRIMARY KEY NOT NULL,
	"content" json,
	"base" integer NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"process" text NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "presences_process_account_pk" PRIMARY KEY("process","account")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"proposal" serial PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"content" json NOT NULL,
	"hash" text NOT NULL,
	"base" integer NOT NULL,
	"revision" integer,
	"restores" integer,
	"note" text NOT NULL,
	"waivers" jsonb NOT NULL,
	"proposed_by" jsonb NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"last_editor" jsonb,
	"state" text NOT NULL,
	"decided_by" jsonb,
	"decided_at" timestamp with time zone,
	"reason" text,
	"version" integer
);
--> statement-breakpoint
CREATE TABLE "scenarios" (
	"process" text NOT NULL,
	"scenario" text NOT NULL,
	"content" json NOT NULL,
	"changed_by" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scenarios_process_scenario_pk" PRIMARY KEY("process","scenario")
);
--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "approval" jsonb;--> statement-breakpoint
CREATE INDEX "proposals_process" ON "proposals" USING btree ("process","proposal");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_open" ON "proposals" USING btree ("process") WHERE "proposals"."state" = 'open';