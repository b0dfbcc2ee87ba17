-- AlterTable
ALTER TABLE "OrganizationMeeting" ADD COLUMN     "remarks" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "PersonMeeting" ADD COLUMN     "remarks" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ThemeMeeting" ADD COLUMN     "remarks" INTEGER NOT NULL DEFAULT 0;

UPDATE "ThemeMeeting" AS t SET "remarks" = c.n FROM (
  SELECT "themeId", "meetingId", count(*)::int AS n FROM "Remark" WHERE "themeId" IS NOT NULL GROUP BY 1, 2) AS c
WHERE (t."themeId", t."meetingId") = (c."themeId", c."meetingId");

UPDATE "PersonMeeting" AS t SET "remarks" = c.n FROM (
  SELECT "speakerId", "meetingId", count(*)::int AS n FROM "Remark" WHERE "speakerId" IS NOT NULL GROUP BY 1, 2) AS c
WHERE (t."personId", t."meetingId") = (c."speakerId", c."meetingId");

UPDATE "OrganizationMeeting" AS t SET "remarks" = c.n FROM (
  SELECT a."organizationId", r."meetingId", count(*)::int AS n FROM "RemarkAffiliation" AS a
  JOIN "Remark" AS r ON r."id" = a."remarkId" WHERE a."counted" GROUP BY 1, 2) AS c
WHERE (t."organizationId", t."meetingId") = (c."organizationId", c."meetingId");
