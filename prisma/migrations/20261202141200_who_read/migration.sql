-- CreateEnum
CREATE TYPE "ReadingSource" AS ENUM ('MARKUP', 'RULES', 'MODEL', 'PERSON');

-- AlterTable
ALTER TABLE "SourceDocument" ADD COLUMN     "instructions" TEXT,
ADD COLUMN     "proposal" TEXT,
ADD COLUMN     "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "readBy" "ReadingSource" NOT NULL DEFAULT 'RULES',
ADD COLUMN     "readModel" TEXT;

-- What was read before this knew by whom: by the marks of its format, or by rules; when it was ingested.
UPDATE "SourceDocument" SET "readAt" = "ingestedAt",
  "readBy" = CASE WHEN "format" IN ('akoma-ntoso', 'parlamint', 'meeting-record') THEN 'MARKUP' ELSE 'RULES' END::"ReadingSource";

-- Retracted rows are kept as they were, and come back as they are kept.
UPDATE "RetractedRow" SET "row" = "row" || jsonb_build_object(
  'readAt', "row" -> 'ingestedAt', 'readModel', NULL, 'instructions', NULL, 'proposal', NULL,
  'readBy', CASE WHEN "row" ->> 'format' IN ('akoma-ntoso', 'parlamint', 'meeting-record') THEN 'MARKUP' ELSE 'RULES' END)
WHERE "table" = 'SourceDocument';
