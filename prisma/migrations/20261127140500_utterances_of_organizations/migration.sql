-- How many utterances the remarks are that count as the body's in the meeting. Words that several raised are one utterance,
-- and an utterance belongs to one meeting: these add up.
ALTER TABLE "OrganizationMeeting" ADD COLUMN "utterances" INTEGER NOT NULL DEFAULT 0;

UPDATE "OrganizationMeeting" AS t SET "utterances" = w.n FROM (
  SELECT a."organizationId", r."meetingId", count(DISTINCT r."utteranceId")::int AS n
  FROM "RemarkAffiliation" AS a JOIN "Remark" AS r ON r."id" = a."remarkId"
  WHERE a."counted" AND a."organizationId" IS NOT NULL GROUP BY 1, 2) AS w
WHERE t."organizationId" = w."organizationId" AND t."meetingId" = w."meetingId";
