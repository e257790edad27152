CREATE TABLE "sign_ins" (
	"hash" text PRIMARY KEY NOT NULL,
	"browser" text NOT NULL,
	"nonce" text NOT NULL,
	"verifier" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"to_path" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "issuer" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "signed_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "id_token" text;--> statement-breakpoint
CREATE INDEX "sign_ins_expiry" ON "sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_identity" ON "accounts" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_one_proof" CHECK (case when "accounts"."sandbox" then "accounts"."password_hash" is not null and "accounts"."subject" is null else "accounts"."password_hash" is null and "accounts"."issuer" is not null and "accounts"."subject" is not null end);