-- What a part of a name is looked for in: each form of it, with plain letters, in a line of its own.
CREATE FUNCTION name_forms(name text, sort_name text, others text[]) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
  RETURN plain_letters(array_to_string(ARRAY[name, sort_name] || others, E'\n'));
END $$;

ALTER TABLE "Person" ADD COLUMN "nameForms" TEXT NOT NULL GENERATED ALWAYS AS (name_forms(name, "sortName", "printedNames")) STORED;
ALTER TABLE "Organization" ADD COLUMN "nameForms" TEXT NOT NULL GENERATED ALWAYS AS (name_forms(name, "sortName", aliases)) STORED;
