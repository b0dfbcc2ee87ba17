-- Nearly every utterance has one remark only. To count distinct utterances one needs to look at the others alone.
ALTER TABLE "Remark" ADD COLUMN "alone" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Remark" SET "alone" = true
WHERE "utteranceId" IN (SELECT "utteranceId" FROM "Remark" GROUP BY 1 HAVING count(*) = 1);

UPDATE "RetractedRow" SET "row" = "row" || '{"alone": false}' WHERE "table" = 'Remark';

-- Remarks that count for more bodies than the one that stands in them.
CREATE INDEX "RemarkAffiliation_further_idx" ON "RemarkAffiliation"("remarkId", "organizationId") WHERE "counted" AND "position" > 1;
