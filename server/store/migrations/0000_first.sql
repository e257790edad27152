CREATE SEQUENCE "public"."case_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."notice_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"roles" jsonb NOT NULL,
	"applicant" text,
	"password_hash" text NOT NULL,
	"sandbox" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"intent" json,
	"status" integer,
	"answer" json,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "acts_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"attempt" serial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"code" text NOT NULL,
	"detail" text NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"year" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"case_id" text PRIMARY KEY NOT NULL,
	"measure" text NOT NULL,
	"process" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"name" jsonb NOT NULL,
	"credit_code" text NOT NULL,
	"applicant_name" text NOT NULL,
	"instalment" integer NOT NULL,
	"parent" text,
	"stage" text,
	"steps" jsonb NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"amount_fen" bigint,
	"paid_fen" bigint,
	"started_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"closed_at" text,
	"due" text,
	"incidents" integer NOT NULL,
	"seq" integer NOT NULL,
	"fence" bigint NOT NULL,
	"scheduled_for" text,
	"scheduled_by" text,
	"clock" jsonb NOT NULL,
	"state" json,
	"search" text NOT NULL,
	"claim_year" integer NOT NULL,
	"invoice_numbers" jsonb NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"case_id" text NOT NULL,
	"task" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "claims_case_id_task_pk" PRIMARY KEY("case_id","task")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"document" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"measure" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"type" text NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"credit_code" text,
	"uploaded_at" timestamp with time zone NOT NULL,
	"case_id" text
);
--> statement-breakpoint
CREATE TABLE "histories" (
	"case_id" text NOT NULL,
	"run" text NOT NULL,
	"position" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"events" integer NOT NULL,
	"archived_at" timestamp with time zone NOT NULL,
	CONSTRAINT "histories_case_id_run_pk" PRIMARY KEY("case_id","run")
);
--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"measure" text NOT NULL,
	"year" integer NOT NULL,
	"account" text NOT NULL,
	"balance_fen" bigint NOT NULL,
	CONSTRAINT "ledger_accounts_measure_year_account_pk" PRIMARY KEY("measure","year","account"),
	CONSTRAINT "ledger_never_negative" CHECK (case when "ledger_accounts"."account" = 'appropriation' then "ledger_accounts"."balance_fen" <= 0 else "ledger_accounts"."balance_fen" >= 0 end),
	CONSTRAINT "ledger_known_account" CHECK ("ledger_accounts"."account" in ('appropriation', 'available', 'reserved', 'committed', 'paid'))
);
--> statement-breakpoint
CREATE TABLE "ledger_effects" (
	"effect" text PRIMARY KEY NOT NULL,
	"answer" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_postings" (
	"effect" text NOT NULL,
	"line" integer NOT NULL,
	"case_id" text,
	"measure" text NOT NULL,
	"year" integer NOT NULL,
	"operation" text NOT NULL,
	"from_account" text NOT NULL,
	"to_account" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_postings_effect_line_pk" PRIMARY KEY("effect","line"),
	CONSTRAINT "posting_not_negative" CHECK ("ledger_postings"."amount_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"effect" text NOT NULL,
	"recipient" text NOT NULL,
	"case_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letters_effect_recipient_pk" PRIMARY KEY("effect","recipient")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"reference" text PRIMARY KEY NOT NULL,
	"message" text NOT NULL,
	"notice" text NOT NULL,
	"case_id" text NOT NULL,
	"statement" text NOT NULL,
	"signature" jsonb NOT NULL,
	"actor" text NOT NULL,
	"hash" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"delivered" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"notice" text PRIMARY KEY NOT NULL,
	"published_by" text NOT NULL,
	"closed_by" text,
	"case_id" text NOT NULL,
	"measure" text NOT NULL,
	"measure_name" jsonb NOT NULL,
	"applicant_name" text NOT NULL,
	"project_name" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text,
	"working_days" integer NOT NULL,
	"contact" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"effect" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"order_sent" jsonb NOT NULL,
	"state" text NOT NULL,
	"outcome" jsonb,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"hash" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"case_id" text NOT NULL,
	"task" text NOT NULL,
	"step" text NOT NULL,
	"role" text NOT NULL,
	"measure" text NOT NULL,
	"credit_code" text NOT NULL,
	"opened_at" text NOT NULL,
	"due" text,
	CONSTRAINT "tasks_case_id_task_pk" PRIMARY KEY("case_id","task")
);
--> statement-breakpoint
CREATE TABLE "trail" (
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" json NOT NULL,
	"facts" json NOT NULL,
	CONSTRAINT "trail_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"process" text NOT NULL,
	"version" integer NOT NULL,
	"measure" text NOT NULL,
	"hash" text NOT NULL,
	"content" json NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "versions_process_version_pk" PRIMARY KEY("process","version")
);
--> statement-breakpoint
ALTER TABLE "ledger_postings" ADD CONSTRAINT "ledger_postings_effect_ledger_effects_effect_fk" FOREIGN KEY ("effect") REFERENCES "public"."ledger_effects"("effect") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempts_actor" ON "attempts" USING btree ("actor","attempt");--> statement-breakpoint
CREATE INDEX "attempts_code" ON "attempts" USING btree ("code","attempt");--> statement-breakpoint
CREATE INDEX "cases_updated" ON "cases" USING btree ("updated_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_started" ON "cases" USING btree ("started_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_amount" ON "cases" USING btree (coalesce("amount_fen", -1),"case_id");--> statement-breakpoint
CREATE INDEX "cases_status" ON "cases" USING btree ("status","updated_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_measure" ON "cases" USING btree ("measure","updated_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_applicant" ON "cases" USING btree ("credit_code","updated_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_stage" ON "cases" USING btree ("stage","updated_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_parent" ON "cases" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "cases_invoices" ON "cases" USING gin ("invoice_numbers");--> statement-breakpoint
CREATE INDEX "cases_to_archive" ON "cases" USING btree ("case_id") WHERE "cases"."status" = 'closed' and "cases"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "cases_scheduled_by" ON "cases" USING btree ("scheduled_by");--> statement-breakpoint
CREATE INDEX "claims_actor" ON "claims" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "documents_case" ON "documents" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "postings_case" ON "ledger_postings" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "postings_account" ON "ledger_postings" USING btree ("measure","year","posted_at");--> statement-breakpoint
CREATE INDEX "letters_recipient" ON "letters" USING btree ("recipient","sent_at");--> statement-breakpoint
CREATE INDEX "messages_case" ON "messages" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_effect" ON "notices" USING btree ("published_by");--> statement-breakpoint
CREATE INDEX "notices_case" ON "notices" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "notices_published" ON "notices" USING btree ("published_at","notice");--> statement-breakpoint
CREATE INDEX "payments_case" ON "payments" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "tasks_role" ON "tasks" USING btree ("role","opened_at","case_id","task");--> statement-breakpoint
CREATE INDEX "tasks_opened" ON "tasks" USING btree ("opened_at","case_id","task");--> statement-breakpoint
CREATE INDEX "tasks_applicant" ON "tasks" USING btree ("credit_code","opened_at");--> statement-breakpoint
CREATE INDEX "versions_measure" ON "versions" USING btree ("measure","version");