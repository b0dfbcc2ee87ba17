-- CreateEnum
CREATE TYPE "NameMatch" AS ENUM ('EXACT', 'WITHOUT_MIDDLE_NAMES', 'OTHER_ORDER', 'FAMILY_NAME', 'ABBREVIATION', 'PRONOUN', 'CONTEXT', 'ROLE_HOLDER', 'IDENTIFIER');

-- CreateEnum
CREATE TYPE "KeyScope" AS ENUM ('READ', 'WRITE', 'ADMIN');

-- CreateEnum
CREATE TYPE "AffiliationStatus" AS ENUM ('CURRENT', 'INCOMING', 'FORMER');

-- CreateEnum
CREATE TYPE "DateCertainty" AS ENUM ('EXACT', 'INFERRED_YEAR', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "RemarkKind" AS ENUM ('STATEMENT', 'RESPONSE');

-- CreateEnum
CREATE TYPE "Attribution" AS ENUM ('NAMED', 'PARTY', 'ROLE', 'ANONYMOUS');

-- CreateEnum
CREATE TYPE "StatementScope" AS ENUM ('WHOLE', 'JOINT', 'SPAN');

-- CreateEnum
CREATE TYPE "ActKind" AS ENUM ('ANSWER', 'AGREE', 'DISAGREE', 'ACKNOWLEDGE', 'COMMENT', 'EXPLAIN', 'ADD', 'ASK', 'PROPOSE', 'OTHER');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'OPPOSES', 'MIXED');

-- CreateEnum
CREATE TYPE "PassageKind" AS ENUM ('ANONYMOUS', 'IMPERSONAL');

-- CreateEnum
CREATE TYPE "MentionKind" AS ENUM ('CITED', 'IN_TITLE');

-- CreateEnum
CREATE TYPE "AttendanceMode" AS ENUM ('PRESENT', 'REMOTE', 'APOLOGIES', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "FindingSeverity" AS ENUM ('INFO', 'WARNING', 'ERROR');

-- CreateEnum
CREATE TYPE "SlugKind" AS ENUM ('SERIES', 'MEETING', 'PERSON', 'ORGANIZATION', 'THEME');

-- CreateTable
CREATE TABLE "SourceDocument" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "readerVersion" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "formatVersion" TEXT NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "ingestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "meetingId" UUID,
    "position" INTEGER NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "pieces" INTEGER[] NOT NULL,
    "candidates" TEXT[] NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "sequence" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seriesId" UUID,
    "sourceId" UUID NOT NULL,
    "date" DATE,
    "endDate" DATE,
    "dateText" TEXT,
    "dateCertainty" "DateCertainty" NOT NULL,
    "startTime" TEXT,
    "endTime" TEXT,
    "venue" TEXT,
    "language" TEXT,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "parentId" UUID,
    "position" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "introduction" TEXT,
    "date" DATE,
    "pieces" INTEGER[] NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paragraph" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "sectionId" UUID,
    "themeId" UUID,
    "themeReadId" UUID,
    "position" INTEGER NOT NULL,
    "number" TEXT,
    "heading" TEXT,
    "text" TEXT NOT NULL,
    "pieces" INTEGER[] NOT NULL,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "Paragraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Theme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sortTitle" TEXT COLLATE "C" NOT NULL,
    "seriesId" UUID,
    "mergedIntoId" UUID,
    "remarkTotal" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT NOT NULL,
    "printedNames" TEXT[] NOT NULL,
    "onlyCited" BOOLEAN NOT NULL DEFAULT false,
    "organizationId" UUID,
    "mergedIntoId" UUID,
    "remarkTotal" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT NOT NULL,
    "aliases" TEXT[] NOT NULL,
    "parentId" UUID,
    "mergedIntoId" UUID,
    "remarkTotal" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slug" (
    "kind" "SlugKind" NOT NULL,
    "text" VARCHAR(80) NOT NULL,
    "ownerId" UUID NOT NULL,
    "seriesId" UUID,
    "meetingId" UUID,
    "personId" UUID,
    "organizationId" UUID,
    "themeId" UUID,

    CONSTRAINT "Slug_pkey" PRIMARY KEY ("kind","text")
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organizationId" UUID,
    "title" TEXT,
    "status" "AffiliationStatus" NOT NULL,
    "note" TEXT,
    "firstStated" DATE,
    "lastStated" DATE,
    "position" INTEGER NOT NULL,
    "documentId" UUID NOT NULL,
    "pieces" INTEGER[] NOT NULL,

    CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AffiliationStatement" (
    "id" UUID NOT NULL,
    "affiliationId" UUID NOT NULL,
    "personReadId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "attendanceId" UUID,
    "statedOn" DATE,
    "from" DATE,
    "to" DATE,
    "position" INTEGER NOT NULL,
    "pieces" INTEGER[] NOT NULL,

    CONSTRAINT "AffiliationStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "personReadId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "honorific" TEXT,
    "nameAsPrinted" TEXT NOT NULL,
    "role" TEXT,
    "mode" "AttendanceMode" NOT NULL,
    "pieces" INTEGER[] NOT NULL,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Utterance" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "pieces" INTEGER[] NOT NULL,

    CONSTRAINT "Utterance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" UUID NOT NULL,
    "kind" "RemarkKind" NOT NULL,
    "scope" "StatementScope",
    "meetingId" UUID NOT NULL,
    "sectionId" UUID,
    "paragraphId" UUID,
    "themeId" UUID,
    "utteranceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sortKey" BIGINT NOT NULL,
    "attribution" "Attribution" NOT NULL,
    "speakerId" UUID,
    "speakerReadId" UUID,
    "speakerMatch" "NameMatch",
    "speakerAsPrinted" TEXT,
    "speakerRole" TEXT,
    "partyId" UUID,
    "partyReadId" UUID,
    "organizationId" UUID,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemarkOnBehalfOf" (
    "remarkId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "organizationId" UUID NOT NULL,

    CONSTRAINT "RemarkOnBehalfOf_pkey" PRIMARY KEY ("remarkId","position")
);

-- CreateTable
CREATE TABLE "RemarkAffiliation" (
    "remarkId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "affiliationId" UUID,
    "organizationId" UUID,
    "counted" BOOLEAN NOT NULL,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "RemarkAffiliation_pkey" PRIMARY KEY ("remarkId","position")
);

-- CreateTable
CREATE TABLE "Response" (
    "remarkId" UUID NOT NULL,
    "stance" "Stance",

    CONSTRAINT "Response_pkey" PRIMARY KEY ("remarkId")
);

-- CreateTable
CREATE TABLE "ResponseAct" (
    "remarkId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ActKind" NOT NULL,
    "verb" TEXT NOT NULL,
    "pieces" INTEGER[] NOT NULL,

    CONSTRAINT "ResponseAct_pkey" PRIMARY KEY ("remarkId","position")
);

-- CreateTable
CREATE TABLE "ResponseTarget" (
    "responseId" UUID NOT NULL,
    "targetId" UUID NOT NULL,

    CONSTRAINT "ResponseTarget_pkey" PRIMARY KEY ("responseId","targetId")
);

-- CreateTable
CREATE TABLE "UnattributedPassage" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "utteranceId" UUID,
    "position" INTEGER NOT NULL,
    "kind" "PassageKind" NOT NULL,
    "text" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "pieces" INTEGER[] NOT NULL,

    CONSTRAINT "UnattributedPassage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "paragraphId" UUID,
    "personId" UUID,
    "personReadId" UUID,
    "position" INTEGER NOT NULL,
    "kind" "MentionKind" NOT NULL,
    "nameAsPrinted" TEXT NOT NULL,
    "pieces" INTEGER[] NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThemeMeeting" (
    "themeId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "ThemeMeeting_pkey" PRIMARY KEY ("themeId","meetingId")
);

-- CreateTable
CREATE TABLE "ThemeSpeaker" (
    "themeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "raised" BOOLEAN NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "sortTitle" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ThemeSpeaker_pkey" PRIMARY KEY ("themeId","personId")
);

-- CreateTable
CREATE TABLE "PersonMeeting" (
    "personId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "PersonMeeting_pkey" PRIMARY KEY ("personId","meetingId")
);

-- CreateTable
CREATE TABLE "OrganizationPerson" (
    "organizationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "OrganizationPerson_pkey" PRIMARY KEY ("organizationId","personId")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" "KeyScope" NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SourceDocument_sha256_key" ON "SourceDocument"("sha256");

-- CreateIndex
CREATE INDEX "Finding_documentId_position_id_idx" ON "Finding"("documentId", "position", "id");

-- CreateIndex
CREATE INDEX "Finding_meetingId_position_id_idx" ON "Finding"("meetingId", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Series_slug_key" ON "Series"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_sequence_key" ON "Meeting"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_slug_key" ON "Meeting"("slug");

-- CreateIndex
CREATE INDEX "Meeting_sortKey_id_idx" ON "Meeting"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Meeting_seriesId_sortKey_id_idx" ON "Meeting"("seriesId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Meeting_sourceId_idx" ON "Meeting"("sourceId");

-- CreateIndex
CREATE INDEX "Section_meetingId_position_id_idx" ON "Section"("meetingId", "position", "id");

-- CreateIndex
CREATE INDEX "Section_parentId_idx" ON "Section"("parentId");

-- CreateIndex
CREATE INDEX "Paragraph_meetingId_number_idx" ON "Paragraph"("meetingId", "number");

-- CreateIndex
CREATE INDEX "Paragraph_sectionId_position_id_idx" ON "Paragraph"("sectionId", "position", "id");

-- CreateIndex
CREATE INDEX "Paragraph_themeId_sortKey_id_idx" ON "Paragraph"("themeId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Paragraph_themeReadId_idx" ON "Paragraph"("themeReadId");

-- CreateIndex
CREATE UNIQUE INDEX "Paragraph_meetingId_position_key" ON "Paragraph"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_slug_key" ON "Theme"("slug");

-- CreateIndex
CREATE INDEX "Theme_sortTitle_id_idx" ON "Theme"("sortTitle", "id");

-- CreateIndex
CREATE INDEX "Theme_remarkTotal_id_idx" ON "Theme"("remarkTotal" DESC, "id");

-- CreateIndex
CREATE INDEX "Theme_seriesId_sortTitle_id_idx" ON "Theme"("seriesId", "sortTitle", "id");

-- CreateIndex
CREATE INDEX "Theme_mergedIntoId_idx" ON "Theme"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");

-- CreateIndex
CREATE INDEX "Person_sortName_id_idx" ON "Person"("sortName", "id");

-- CreateIndex
CREATE INDEX "Person_nameKey_idx" ON "Person"("nameKey");

-- CreateIndex
CREATE INDEX "Person_remarkTotal_id_idx" ON "Person"("remarkTotal" DESC, "id");

-- CreateIndex
CREATE INDEX "Person_organizationId_sortName_id_idx" ON "Person"("organizationId", "sortName", "id");

-- CreateIndex
CREATE INDEX "Person_mergedIntoId_idx" ON "Person"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_nameKey_key" ON "Organization"("nameKey");

-- CreateIndex
CREATE INDEX "Organization_sortName_id_idx" ON "Organization"("sortName", "id");

-- CreateIndex
CREATE INDEX "Organization_remarkTotal_id_idx" ON "Organization"("remarkTotal" DESC, "id");

-- CreateIndex
CREATE INDEX "Organization_parentId_idx" ON "Organization"("parentId");

-- CreateIndex
CREATE INDEX "Organization_mergedIntoId_idx" ON "Organization"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Slug_seriesId_idx" ON "Slug"("seriesId");

-- CreateIndex
CREATE INDEX "Slug_meetingId_idx" ON "Slug"("meetingId");

-- CreateIndex
CREATE INDEX "Slug_personId_idx" ON "Slug"("personId");

-- CreateIndex
CREATE INDEX "Slug_organizationId_idx" ON "Slug"("organizationId");

-- CreateIndex
CREATE INDEX "Slug_themeId_idx" ON "Slug"("themeId");

-- CreateIndex
CREATE INDEX "Affiliation_organizationId_idx" ON "Affiliation"("organizationId");

-- CreateIndex
CREATE INDEX "Affiliation_documentId_idx" ON "Affiliation"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Affiliation_personId_organizationId_title_status_key" ON "Affiliation"("personId", "organizationId", "title", "status") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "AffiliationStatement_affiliationId_statedOn_idx" ON "AffiliationStatement"("affiliationId", "statedOn" DESC);

-- CreateIndex
CREATE INDEX "AffiliationStatement_attendanceId_position_idx" ON "AffiliationStatement"("attendanceId", "position");

-- CreateIndex
CREATE INDEX "AffiliationStatement_personReadId_idx" ON "AffiliationStatement"("personReadId");

-- CreateIndex
CREATE INDEX "AffiliationStatement_documentId_idx" ON "AffiliationStatement"("documentId");

-- CreateIndex
CREATE INDEX "Attendance_meetingId_position_id_idx" ON "Attendance"("meetingId", "position", "id");

-- CreateIndex
CREATE INDEX "Attendance_personId_sortKey_id_idx" ON "Attendance"("personId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Attendance_personReadId_idx" ON "Attendance"("personReadId");

-- CreateIndex
CREATE INDEX "Utterance_meetingId_idx" ON "Utterance"("meetingId");

-- CreateIndex
CREATE INDEX "Remark_sortKey_id_idx" ON "Remark"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Remark_themeId_sortKey_id_idx" ON "Remark"("themeId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Remark_meetingId_sortKey_id_idx" ON "Remark"("meetingId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Remark_paragraphId_sortKey_id_idx" ON "Remark"("paragraphId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Remark_sectionId_idx" ON "Remark"("sectionId");

-- CreateIndex
CREATE INDEX "Remark_speakerId_sortKey_id_idx" ON "Remark"("speakerId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Remark_speakerReadId_idx" ON "Remark"("speakerReadId");

-- CreateIndex
CREATE INDEX "Remark_partyId_idx" ON "Remark"("partyId");

-- CreateIndex
CREATE INDEX "Remark_partyReadId_idx" ON "Remark"("partyReadId");

-- CreateIndex
CREATE INDEX "Remark_organizationId_idx" ON "Remark"("organizationId");

-- CreateIndex
CREATE INDEX "Remark_utteranceId_idx" ON "Remark"("utteranceId");

-- CreateIndex
CREATE INDEX "RemarkOnBehalfOf_organizationId_idx" ON "RemarkOnBehalfOf"("organizationId");

-- CreateIndex
CREATE INDEX "RemarkAffiliation_organizationId_sortKey_remarkId_idx" ON "RemarkAffiliation"("organizationId", "sortKey", "remarkId");

-- CreateIndex
CREATE INDEX "RemarkAffiliation_affiliationId_idx" ON "RemarkAffiliation"("affiliationId");

-- CreateIndex
CREATE INDEX "ResponseTarget_targetId_idx" ON "ResponseTarget"("targetId");

-- CreateIndex
CREATE INDEX "UnattributedPassage_meetingId_position_id_idx" ON "UnattributedPassage"("meetingId", "position", "id");

-- CreateIndex
CREATE INDEX "UnattributedPassage_paragraphId_position_idx" ON "UnattributedPassage"("paragraphId", "position");

-- CreateIndex
CREATE INDEX "UnattributedPassage_utteranceId_position_idx" ON "UnattributedPassage"("utteranceId", "position");

-- CreateIndex
CREATE INDEX "Mention_meetingId_position_id_idx" ON "Mention"("meetingId", "position", "id");

-- CreateIndex
CREATE INDEX "Mention_paragraphId_idx" ON "Mention"("paragraphId");

-- CreateIndex
CREATE INDEX "Mention_personId_idx" ON "Mention"("personId");

-- CreateIndex
CREATE INDEX "Mention_personReadId_idx" ON "Mention"("personReadId");

-- CreateIndex
CREATE INDEX "ThemeMeeting_themeId_sortKey_meetingId_idx" ON "ThemeMeeting"("themeId", "sortKey", "meetingId");

-- CreateIndex
CREATE INDEX "ThemeMeeting_meetingId_position_themeId_idx" ON "ThemeMeeting"("meetingId", "position", "themeId");

-- CreateIndex
CREATE INDEX "ThemeSpeaker_themeId_sortName_personId_idx" ON "ThemeSpeaker"("themeId", "sortName", "personId");

-- CreateIndex
CREATE INDEX "ThemeSpeaker_personId_sortTitle_themeId_idx" ON "ThemeSpeaker"("personId", "sortTitle", "themeId");

-- CreateIndex
CREATE INDEX "PersonMeeting_personId_sortKey_meetingId_idx" ON "PersonMeeting"("personId", "sortKey", "meetingId");

-- CreateIndex
CREATE INDEX "PersonMeeting_meetingId_idx" ON "PersonMeeting"("meetingId");

-- CreateIndex
CREATE INDEX "OrganizationPerson_organizationId_sortName_personId_idx" ON "OrganizationPerson"("organizationId", "sortName", "personId");

-- CreateIndex
CREATE INDEX "OrganizationPerson_personId_idx" ON "OrganizationPerson"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_sha256_key" ON "ApiKey"("sha256");

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SourceDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "SourceDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_themeReadId_fkey" FOREIGN KEY ("themeReadId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SourceDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_affiliationId_fkey" FOREIGN KEY ("affiliationId") REFERENCES "Affiliation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_personReadId_fkey" FOREIGN KEY ("personReadId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SourceDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_attendanceId_fkey" FOREIGN KEY ("attendanceId") REFERENCES "Attendance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personReadId_fkey" FOREIGN KEY ("personReadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Utterance" ADD CONSTRAINT "Utterance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_utteranceId_fkey" FOREIGN KEY ("utteranceId") REFERENCES "Utterance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_speakerReadId_fkey" FOREIGN KEY ("speakerReadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_partyReadId_fkey" FOREIGN KEY ("partyReadId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkOnBehalfOf" ADD CONSTRAINT "RemarkOnBehalfOf_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkOnBehalfOf" ADD CONSTRAINT "RemarkOnBehalfOf_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkAffiliation" ADD CONSTRAINT "RemarkAffiliation_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkAffiliation" ADD CONSTRAINT "RemarkAffiliation_affiliationId_fkey" FOREIGN KEY ("affiliationId") REFERENCES "Affiliation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkAffiliation" ADD CONSTRAINT "RemarkAffiliation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseAct" ADD CONSTRAINT "ResponseAct_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Response"("remarkId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseTarget" ADD CONSTRAINT "ResponseTarget_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseTarget" ADD CONSTRAINT "ResponseTarget_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnattributedPassage" ADD CONSTRAINT "UnattributedPassage_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnattributedPassage" ADD CONSTRAINT "UnattributedPassage_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnattributedPassage" ADD CONSTRAINT "UnattributedPassage_utteranceId_fkey" FOREIGN KEY ("utteranceId") REFERENCES "Utterance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_personReadId_fkey" FOREIGN KEY ("personReadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeMeeting" ADD CONSTRAINT "ThemeMeeting_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeMeeting" ADD CONSTRAINT "ThemeMeeting_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeSpeaker" ADD CONSTRAINT "ThemeSpeaker_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeSpeaker" ADD CONSTRAINT "ThemeSpeaker_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMeeting" ADD CONSTRAINT "PersonMeeting_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMeeting" ADD CONSTRAINT "PersonMeeting_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationPerson" ADD CONSTRAINT "OrganizationPerson_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationPerson" ADD CONSTRAINT "OrganizationPerson_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- By hand from here: what schema.prisma cannot say. The drift check does not see any of it; tests/database/constraints.test.ts does.

-- [start, end, start, end, ...]: UTF-16 offsets, each piece not empty, in order, none overlapping.
CREATE FUNCTION pieces_ok(pieces int[], low int) RETURNS boolean IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT cardinality(pieces) >= low AND cardinality(pieces) % 2 = 0 AND array_position(pieces, NULL) IS NULL
    AND (cardinality(pieces) = 0 OR pieces[1] >= 0) AND coalesce((
      SELECT bool_and(CASE WHEN i % 2 = 0 THEN pieces[i - 1] < pieces[i] ELSE pieces[i - 1] <= pieces[i] END)
      FROM generate_series(2, cardinality(pieces)) AS i), true)
$$;

-- Newest meeting first, undated last, meetings of one day by number, then the record's order. 22 + 23 + 18 bits.
CREATE FUNCTION sort_key(day date, sequence int, place int) RETURNS bigint IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT ((3652059 - coalesce(day - DATE '0001-01-01', 0))::bigint << 41) + (sequence::bigint << 18) + place
$$;

ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Section" ADD CONSTRAINT "Section_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Utterance" ADD CONSTRAINT "Utterance_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "ResponseAct" ADD CONSTRAINT "ResponseAct_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "UnattributedPassage" ADD CONSTRAINT "UnattributedPassage_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_pieces_check" CHECK (pieces_ok("pieces", 0));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_position_check" CHECK ("position" >= 1);
ALTER TABLE "Section" ADD CONSTRAINT "Section_position_check" CHECK ("position" >= 1);
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_position_check" CHECK ("position" >= 1);
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_position_check" CHECK ("position" >= 1);
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_position_check" CHECK ("position" >= 1);
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_position_check" CHECK ("position" >= 1);
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_position_check" CHECK ("position" >= 1);
ALTER TABLE "RemarkOnBehalfOf" ADD CONSTRAINT "RemarkOnBehalfOf_position_check" CHECK ("position" >= 1);
ALTER TABLE "RemarkAffiliation" ADD CONSTRAINT "RemarkAffiliation_position_check" CHECK ("position" >= 1);
ALTER TABLE "ResponseAct" ADD CONSTRAINT "ResponseAct_position_check" CHECK ("position" >= 1);
ALTER TABLE "UnattributedPassage" ADD CONSTRAINT "UnattributedPassage_position_check" CHECK ("position" >= 1);
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_position_check" CHECK ("position" >= 1);
ALTER TABLE "ThemeMeeting" ADD CONSTRAINT "ThemeMeeting_position_check" CHECK ("position" >= 1);

ALTER TABLE "Remark" ADD CONSTRAINT "Remark_position_range_check" CHECK ("position" < 262144);
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_sequence_check" CHECK ("sequence" BETWEEN 1 AND 8388607);
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_date_check" CHECK (
  ("date" IS NULL) = ("dateCertainty" = 'UNKNOWN') AND ("endDate" IS NULL OR ("date" IS NOT NULL AND "endDate" >= "date")));
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_time_check" CHECK (
  "startTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "endTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "SourceDocument" ADD CONSTRAINT "SourceDocument_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- Who spoke. Each "read" column is null exactly when the merged one is.
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_scope_check" CHECK (("kind" = 'STATEMENT') = ("scope" IS NOT NULL));
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_attribution_check" CHECK (CASE "attribution"
  WHEN 'NAMED' THEN "speakerId" IS NOT NULL AND "partyId" IS NULL
  WHEN 'PARTY' THEN "speakerId" IS NULL AND "partyId" IS NOT NULL
  WHEN 'ROLE' THEN "speakerRole" IS NOT NULL
  ELSE "speakerId" IS NULL AND "partyId" IS NULL END);
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_read_check" CHECK (
  ("speakerId" IS NULL) = ("speakerReadId" IS NULL) AND ("partyId" IS NULL) = ("partyReadId" IS NULL));
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_read_check" CHECK (("personId" IS NULL) = ("personReadId" IS NULL));
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_read_check" CHECK (("themeId" IS NULL) = ("themeReadId" IS NULL));
ALTER TABLE "ResponseTarget" ADD CONSTRAINT "ResponseTarget_self_check" CHECK ("responseId" <> "targetId");

ALTER TABLE "Person" ADD CONSTRAINT "Person_merged_check" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_merged_check" CHECK ("mergedIntoId" <> "id" AND "parentId" <> "id");
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_merged_check" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_days_check" CHECK ("to" IS NULL OR "from" IS NULL OR "to" >= "from");

-- A slug leads to one row of its kind, or, once that row is gone, to none.
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_text_check" CHECK ("text" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_owner_check" CHECK (num_nonnulls("seriesId", "meetingId", "personId", "organizationId", "themeId") = 0
  OR (num_nonnulls("seriesId", "meetingId", "personId", "organizationId", "themeId") = 1 AND CASE "kind"
    WHEN 'SERIES' THEN "seriesId" WHEN 'MEETING' THEN "meetingId" WHEN 'PERSON' THEN "personId"
    WHEN 'ORGANIZATION' THEN "organizationId" WHEN 'THEME' THEN "themeId" END IS NOT NULL));

-- A remark is an organization's once, however many titles its speaker has there.
ALTER TABLE "RemarkAffiliation" ADD CONSTRAINT "RemarkAffiliation_counted_check" CHECK (
  ("affiliationId" IS NOT NULL OR "organizationId" IS NOT NULL) AND (NOT "counted" OR "organizationId" IS NOT NULL));
CREATE UNIQUE INDEX "RemarkAffiliation_counted_key" ON "RemarkAffiliation"("remarkId", "organizationId") WHERE "counted";
