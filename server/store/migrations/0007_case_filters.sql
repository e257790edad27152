CREATE INDEX "cases_by_number" ON "cases" USING btree ("measure","case_id");--> statement-breakpoint
CREATE INDEX "cases_filters" ON "cases" USING btree ("status","outcome","stage","measure","case_id","updated_at","started_at","amount_fen");--> statement-breakpoint
CREATE STATISTICS "cases_kinds" (mcv) ON "status", "outcome", "stage", "measure" FROM "cases";--> statement-breakpoint
ALTER STATISTICS "cases_kinds" SET STATISTICS 1000;
