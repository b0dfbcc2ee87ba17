-- In PL/pgSQL, for Postgres before 18 plans a function in SQL anew wherever another calls it. The outer ones keep the
-- search_path of now: a dump is restored with an empty one.

-- Letters as one compares them: compatibility forms and typographic signs made plain, Latin letters without their marks.
-- Marks of other scripts stay: there they make other letters.
CREATE FUNCTION plain_letters(words text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  IF octet_length(words) = char_length(words) THEN RETURN words; END IF;
  words := translate(words, E'’‘‚‛ʼ“”„‟–—…•\u00A0\u00AD', E'\'\'\'\'\'""""     ');
  IF octet_length(words) = char_length(words) THEN RETURN words; END IF;
  words := translate(normalize(words, NFKD), 'øØłŁđĐðÐıħĦŋŊ', 'oOlLdDdDihHnN');
  words := replace(replace(replace(replace(words, 'æ', 'ae'), 'Æ', 'Ae'), 'œ', 'oe'), 'Œ', 'Oe');
  words := replace(replace(replace(replace(words, 'ß', 'ss'), 'ẞ', 'SS'), 'þ', 'th'), 'Þ', 'Th');
  RETURN normalize(regexp_replace(words, '([A-Za-z])[\u0300-\u036F]+', '\1', 'g'), NFKC);
END $$;

-- The text with the runs of scripts that are written without spaces (and of Hangul, whose words take on endings) as pairs
-- of characters that overlap, and the last one alone if `last`. Of a text that has any, the beginning.
CREATE FUNCTION spaced(words text, last boolean) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE plpgsql AS $$
DECLARE
  script CONSTANT text := '\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\U00020000-\U0003FFFF';
BEGIN
  IF octet_length(words) = char_length(words) OR words !~ ('[' || script || ']') THEN RETURN words; END IF;
  RETURN (
    SELECT string_agg(CASE WHEN part[1] !~ ('[' || script || ']') THEN part[1] ELSE (
        SELECT string_agg(substr(part[1], i, 2), ' ' ORDER BY i)
        FROM generate_series(1, greatest(1, char_length(part[1]) - CASE WHEN last THEN 0 ELSE 1 END)) AS i) END, ' ' ORDER BY place)
    FROM regexp_matches(left(words, 50000), '[' || script || ']+|[^' || script || ']+', 'g') WITH ORDINALITY AS found(part, place));
END $$;

-- How the words of a language are stemmed, by its first subtag; as they are where it is unknown. Made of constants, for a
-- cast of the column to regconfig would not be immutable.
CREATE FUNCTION search_config(language text) RETURNS regconfig IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN CASE lower(split_part(language, '-', 1))
  WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
  WHEN 'ca' THEN 'pg_catalog.catalan'::regconfig
  WHEN 'da' THEN 'pg_catalog.danish'::regconfig
  WHEN 'de' THEN 'pg_catalog.german'::regconfig
  WHEN 'el' THEN 'pg_catalog.greek'::regconfig
  WHEN 'en' THEN 'pg_catalog.english'::regconfig
  WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
  WHEN 'eu' THEN 'pg_catalog.basque'::regconfig
  WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
  WHEN 'fr' THEN 'pg_catalog.french'::regconfig
  WHEN 'ga' THEN 'pg_catalog.irish'::regconfig
  WHEN 'hi' THEN 'pg_catalog.hindi'::regconfig
  WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
  WHEN 'hy' THEN 'pg_catalog.armenian'::regconfig
  WHEN 'id' THEN 'pg_catalog.indonesian'::regconfig
  WHEN 'it' THEN 'pg_catalog.italian'::regconfig
  WHEN 'lt' THEN 'pg_catalog.lithuanian'::regconfig
  WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
  WHEN 'ne' THEN 'pg_catalog.nepali'::regconfig
  WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
  WHEN 'nn' THEN 'pg_catalog.norwegian'::regconfig
  WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
  WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
  WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
  WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
  WHEN 'sr' THEN 'pg_catalog.serbian'::regconfig
  WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
  WHEN 'ta' THEN 'pg_catalog.tamil'::regconfig
  WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
  WHEN 'yi' THEN 'pg_catalog.yiddish'::regconfig
  ELSE 'pg_catalog.simple'::regconfig END;

-- What a text is found by. Of a very long one the beginning: a tsvector holds 1 MB, and more would be refused.
CREATE FUNCTION search_vector(words text, language text) RETURNS tsvector IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
  RETURN to_tsvector(search_config(language), spaced(plain_letters(left(words, 100000)), true));
END $$;

-- The words of a name or title: lower case, without marks and punctuation.
CREATE FUNCTION name_words(name text, last boolean) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  name := lower(spaced(translate(plain_letters(left(name, 5000)), '''`', ''), last));
  RETURN array_remove(string_to_array(regexp_replace(name,
    '[^0-9a-z\u00AA-\U0010FFFF]+|[\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u2000-\u206F\u3000-\u3004\u3008-\u303F\u30FB\uFF00-\uFF0F]+',
    ' ', 'g'), ' '), '');
END $$;

-- What a name is found by: its words, and behind a tilde each without one of its letters, by which a typing error meets it.
CREATE FUNCTION name_vector(name text, others text[]) RETURNS tsvector IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    WITH word AS (SELECT DISTINCT left(w, 100) AS word FROM unnest(name_words(name || ' ' || array_to_string(others, ' '), true)) AS w)
    SELECT coalesce(array_to_tsvector(array_agg(lexeme)), '') FROM (
      SELECT word AS lexeme FROM word
      UNION
      SELECT '~' || left(word, i - 1) || substr(word, i + 1) FROM word, generate_series(1, char_length(word)) AS i
      WHERE char_length(word) BETWEEN 4 AND 24 AND word !~ '[0-9]') AS lexemes);
END $$;

-- What titles are ordered by; no longer than an index holds.
CREATE FUNCTION sort_title(title text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
  RETURN left(array_to_string(name_words(title, false), ' '), 500);
END $$;

ALTER TABLE "Paragraph" ADD COLUMN "language" TEXT;
UPDATE "Paragraph" AS p SET "language" = m."language" FROM "Meeting" AS m WHERE m."id" = p."meetingId";

ALTER TABLE "Meeting"
  ADD COLUMN "sortTitle" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_title(title)) STORED,
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (name_vector(title, '{}'::text[])) STORED;
ALTER TABLE "Theme" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (name_vector(title, '{}'::text[])) STORED;
ALTER TABLE "Person" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (name_vector(name, "printedNames")) STORED;
ALTER TABLE "Organization" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (name_vector(name, aliases)) STORED;
ALTER TABLE "Paragraph" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (search_vector(text, language)) STORED;
ALTER TABLE "Utterance" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (search_vector(text, language)) STORED;

CREATE TABLE "OrganizationMeeting" (
    "organizationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "OrganizationMeeting_pkey" PRIMARY KEY ("organizationId","meetingId")
);

INSERT INTO "OrganizationMeeting" ("organizationId", "meetingId", "sortKey")
SELECT named."organizationId", m."id", m."sortKey" FROM "Meeting" AS m JOIN (
  SELECT t."meetingId", a."organizationId" FROM "Attendance" AS t
  JOIN "AffiliationStatement" AS s ON s."attendanceId" = t."id" JOIN "Affiliation" AS a ON a."id" = s."affiliationId"
  UNION
  SELECT r."meetingId", a."organizationId" FROM "Remark" AS r JOIN "RemarkAffiliation" AS a ON a."remarkId" = r."id"
  UNION
  SELECT r."meetingId", b."organizationId" FROM "Remark" AS r JOIN "RemarkOnBehalfOf" AS b ON b."remarkId" = r."id"
) AS named ON named."meetingId" = m."id" WHERE named."organizationId" IS NOT NULL;

CREATE INDEX "OrganizationMeeting_organizationId_sortKey_meetingId_idx" ON "OrganizationMeeting"("organizationId", "sortKey", "meetingId");
CREATE INDEX "OrganizationMeeting_meetingId_idx" ON "OrganizationMeeting"("meetingId");
CREATE INDEX "Meeting_sortTitle_id_idx" ON "Meeting"("sortTitle", "id");
CREATE INDEX "Paragraph_sortKey_id_idx" ON "Paragraph"("sortKey", "id");

-- What new rows wait in, unsorted, is read by every search: it is kept short.
CREATE INDEX "Meeting_search_idx" ON "Meeting" USING GIN ("search") WITH (gin_pending_list_limit = 512);
CREATE INDEX "Organization_search_idx" ON "Organization" USING GIN ("search") WITH (gin_pending_list_limit = 512);
CREATE INDEX "Paragraph_search_idx" ON "Paragraph" USING GIN ("search") WITH (gin_pending_list_limit = 512);
CREATE INDEX "Person_search_idx" ON "Person" USING GIN ("search") WITH (gin_pending_list_limit = 512);
CREATE INDEX "Theme_search_idx" ON "Theme" USING GIN ("search") WITH (gin_pending_list_limit = 512);
CREATE INDEX "Utterance_search_idx" ON "Utterance" USING GIN ("search") WITH (gin_pending_list_limit = 512);

ALTER TABLE "OrganizationMeeting" ADD CONSTRAINT "OrganizationMeeting_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OrganizationMeeting" ADD CONSTRAINT "OrganizationMeeting_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
