ALTER TABLE "cases" ADD COLUMN "written_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_written" ON "cases" USING btree ("written_at");