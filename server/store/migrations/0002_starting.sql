DROP INDEX "cases_to_archive";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "beginning" json;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "try_after" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "cases_to_start" ON "cases" USING btree ("try_after","case_id") WHERE "cases"."beginning" is not null;--> statement-breakpoint
CREATE INDEX "cases_to_archive" ON "cases" USING btree ("try_after","case_id") WHERE "cases"."status" = 'closed' and "cases"."archived_at" is null;