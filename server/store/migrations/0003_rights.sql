CREATE TABLE "claim_releases" (
	"release" serial PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"task" text NOT NULL,
	"holder" text NOT NULL,
	"released_by" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "roles" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "salt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "status" text DEFAULT 'refused' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "act" json DEFAULT '{}'::json NOT NULL;--> statement-breakpoint
UPDATE "messages" SET "status" = 'delivered' WHERE "delivered";--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "salt" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "status" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "act" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "delivered";--> statement-breakpoint
UPDATE "cases" SET "roles" = coalesce((SELECT jsonb_agg(DISTINCT "fact" ->> 'role') FROM "trail", json_array_elements("trail"."facts") AS "fact" WHERE "trail"."case_id" = "cases"."case_id" AND "fact" ->> 'fact' = 'taskOpened'), '[]'::jsonb);--> statement-breakpoint
CREATE INDEX "claim_releases_case" ON "claim_releases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cases_roles" ON "cases" USING gin ("roles");--> statement-breakpoint
CREATE INDEX "messages_status" ON "messages" USING btree ("status","received_at");