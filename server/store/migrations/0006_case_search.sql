CREATE TABLE "case_search" (
	"case_id" text PRIMARY KEY NOT NULL,
	"grams" text[] COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "case_search_grams" ON "case_search" USING gin ("grams");--> statement-breakpoint
CREATE FUNCTION "search_grams"("words" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(DISTINCT gram COLLATE "C"), '{}')
	FROM (
		SELECT CASE WHEN octet_length(letter) > 1 THEN letter END AS one,
			letter || lead(letter) OVER following AS two,
			letter || lead(letter) OVER following || lead(letter, 2) OVER following AS three
		FROM unnest(string_to_array(words, NULL)) WITH ORDINALITY AS spelled(letter, place)
		WINDOW following AS (ORDER BY place)
	) AS pieces, LATERAL (VALUES (one), (two), (three)) AS grams(gram)
	WHERE gram IS NOT NULL
$$;--> statement-breakpoint
CREATE FUNCTION "keep_case_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO case_search (case_id, grams) VALUES (NEW.case_id, search_grams(NEW.search))
	ON CONFLICT (case_id) DO UPDATE SET grams = EXCLUDED.grams;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "case_search_new" AFTER INSERT ON "cases" FOR EACH ROW EXECUTE FUNCTION "keep_case_search"();--> statement-breakpoint
CREATE TRIGGER "case_search_changed" AFTER UPDATE OF "search" ON "cases" FOR EACH ROW WHEN (OLD."search" IS DISTINCT FROM NEW."search") EXECUTE FUNCTION "keep_case_search"();--> statement-breakpoint
INSERT INTO "case_search" ("case_id", "grams") SELECT "case_id", search_grams("search") FROM "cases";
