-- AlterTable
ALTER TABLE "ResponseTarget" ADD COLUMN "stance" "Stance";

-- What is known without reading again: a response to the words of one remark, or of several who said them together.
UPDATE "ResponseTarget" AS x SET "stance" = r."stance" FROM "Response" AS r
WHERE r."remarkId" = x."responseId" AND r."stance" IS NOT NULL AND (
  SELECT count(DISTINCT t."utteranceId") FROM "ResponseTarget" AS o JOIN "Remark" AS t ON t."id" = o."targetId"
  WHERE o."responseId" = x."responseId") = 1;
