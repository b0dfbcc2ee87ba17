-- What the statistics of a whole archive are added up from. An utterance, a paragraph and a response belong to one meeting.
-- AlterTable
ALTER TABLE "PersonMeeting" ADD COLUMN     "responses" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ThemeMeeting" ADD COLUMN     "utterances" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "MeetingCount" (
    "meetingId" UUID NOT NULL,
    "remarks" INTEGER NOT NULL,
    "utterances" INTEGER NOT NULL,
    "responses" INTEGER NOT NULL,
    "paragraphs" INTEGER NOT NULL,
    "remarksOfNone" INTEGER NOT NULL,
    "utterancesOfNone" INTEGER NOT NULL,

    CONSTRAINT "MeetingCount_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "MeetingExchange" (
    "meetingId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "responses" INTEGER NOT NULL,

    CONSTRAINT "MeetingExchange_pkey" PRIMARY KEY ("meetingId","fromId","toId")
);

INSERT INTO "MeetingCount"
  SELECT m."id", count(r."id"), count(DISTINCT r."utteranceId"), count(*) FILTER (WHERE r."kind" = 'RESPONSE'),
    count(DISTINCT r."paragraphId"), count(r."id") FILTER (WHERE r."organizationId" IS NULL),
    count(DISTINCT r."utteranceId") FILTER (WHERE r."organizationId" IS NULL)
  FROM "Meeting" AS m LEFT JOIN "Remark" AS r ON r."meetingId" = m."id" GROUP BY m."id";

INSERT INTO "MeetingExchange"
  SELECT "meetingId", "fromId", "toId", count(*) FROM (
    SELECT DISTINCT r."meetingId", r."speakerId" AS "fromId", t."speakerId" AS "toId", r."id"
    FROM "ResponseTarget" AS x JOIN "Remark" AS r ON r."id" = x."responseId" JOIN "Remark" AS t ON t."id" = x."targetId"
    WHERE r."speakerId" IS NOT NULL AND t."speakerId" IS NOT NULL) AS once GROUP BY 1, 2, 3;

UPDATE "PersonMeeting" AS p SET "responses" = c.n FROM (
  SELECT "speakerId", "meetingId", count(*) AS n FROM "Remark"
  WHERE "kind" = 'RESPONSE' AND "speakerId" IS NOT NULL GROUP BY 1, 2) AS c
WHERE (p."personId", p."meetingId") = (c."speakerId", c."meetingId");

UPDATE "ThemeMeeting" AS t SET "utterances" = c.n FROM (
  SELECT "themeId", "meetingId", count(DISTINCT "utteranceId") AS n FROM "Remark"
  WHERE "themeId" IS NOT NULL GROUP BY 1, 2) AS c
WHERE (t."themeId", t."meetingId") = (c."themeId", c."meetingId");

-- CreateIndex
CREATE INDEX "MeetingExchange_fromId_idx" ON "MeetingExchange"("fromId");

-- CreateIndex
CREATE INDEX "MeetingExchange_toId_idx" ON "MeetingExchange"("toId");

-- AddForeignKey
ALTER TABLE "MeetingCount" ADD CONSTRAINT "MeetingCount_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingExchange" ADD CONSTRAINT "MeetingExchange_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingExchange" ADD CONSTRAINT "MeetingExchange_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingExchange" ADD CONSTRAINT "MeetingExchange_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
