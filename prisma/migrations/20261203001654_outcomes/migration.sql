-- CreateEnum
CREATE TYPE "OutcomeKind" AS ENUM ('DECISION', 'MOTION', 'VOTE_EVENT', 'ACTION_ITEM');

-- CreateEnum
CREATE TYPE "DecisionResult" AS ENUM ('ADOPTED', 'AGREED', 'APPROVED', 'REJECTED', 'DEFERRED', 'WITHDRAWN', 'NOTED', 'OTHER');

-- CreateEnum
CREATE TYPE "MotionResult" AS ENUM ('PASSED', 'FAILED', 'WITHDRAWN', 'DEFERRED');

-- CreateEnum
CREATE TYPE "VoteKind" AS ENUM ('VOICE', 'HANDS', 'ROLL_CALL', 'BALLOT', 'POLL', 'UNANIMOUS', 'OTHER');

-- CreateEnum
CREATE TYPE "VoteOption" AS ENUM ('YES', 'NO', 'ABSTAIN', 'ABSENT', 'NOT_VOTING', 'OTHER');

-- CreateEnum
CREATE TYPE "PartyRole" AS ENUM ('MOVER', 'SECONDER', 'ASSIGNEE');

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "kind" "OutcomeKind" NOT NULL,
    "meetingId" UUID NOT NULL,
    "sectionId" UUID,
    "paragraphId" UUID,
    "themeId" UUID,
    "themeReadId" UUID,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "pieces" INTEGER[] NOT NULL,
    "sortKey" BIGINT NOT NULL,
    "language" TEXT,
    "search" tsvector GENERATED ALWAYS AS (search_vector(text, language)) STORED,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "outcomeId" UUID NOT NULL,
    "result" "DecisionResult" NOT NULL,
    "verb" TEXT,
    "motionId" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("outcomeId")
);

-- CreateTable
CREATE TABLE "Motion" (
    "outcomeId" UUID NOT NULL,
    "requirement" TEXT,
    "result" "MotionResult",
    "amendsId" UUID,

    CONSTRAINT "Motion_pkey" PRIMARY KEY ("outcomeId")
);

-- CreateTable
CREATE TABLE "VoteEvent" (
    "outcomeId" UUID NOT NULL,
    "kind" "VoteKind" NOT NULL,
    "result" "MotionResult",
    "motionId" UUID,
    "decisionId" UUID,

    CONSTRAINT "VoteEvent_pkey" PRIMARY KEY ("outcomeId")
);

-- CreateTable
CREATE TABLE "ActionItem" (
    "outcomeId" UUID NOT NULL,
    "due" DATE,
    "dueAsPrinted" TEXT,
    "isDone" BOOLEAN NOT NULL,

    CONSTRAINT "ActionItem_pkey" PRIMARY KEY ("outcomeId")
);

-- CreateTable
CREATE TABLE "OutcomeParty" (
    "outcomeId" UUID NOT NULL,
    "role" "PartyRole" NOT NULL,
    "position" INTEGER NOT NULL,
    "personId" UUID,
    "personReadId" UUID,
    "organizationId" UUID,
    "organizationReadId" UUID,
    "asPrinted" TEXT NOT NULL,
    "sortKey" BIGINT NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "OutcomeParty_pkey" PRIMARY KEY ("outcomeId","role","position")
);

-- CreateTable
CREATE TABLE "VoteCount" (
    "voteEventId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "option" "VoteOption" NOT NULL,
    "optionAsPrinted" TEXT,
    "count" INTEGER NOT NULL,

    CONSTRAINT "VoteCount_pkey" PRIMARY KEY ("voteEventId","position")
);

-- CreateTable
CREATE TABLE "Vote" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "voteEventId" UUID NOT NULL,
    "personId" UUID,
    "personReadId" UUID,
    "organizationId" UUID,
    "organizationReadId" UUID,
    "position" INTEGER NOT NULL,
    "nameAsPrinted" TEXT NOT NULL,
    "option" "VoteOption" NOT NULL,
    "optionAsPrinted" TEXT,
    "pieces" INTEGER[] NOT NULL,
    "sortKey" BIGINT NOT NULL,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Outcome_search_idx" ON "Outcome" USING GIN ("search");

-- CreateIndex
CREATE INDEX "Outcome_kind_sortKey_id_idx" ON "Outcome"("kind", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Outcome_meetingId_sortKey_id_idx" ON "Outcome"("meetingId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Outcome_themeId_sortKey_id_idx" ON "Outcome"("themeId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Outcome_sectionId_sortKey_id_idx" ON "Outcome"("sectionId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Outcome_paragraphId_idx" ON "Outcome"("paragraphId");

-- CreateIndex
CREATE INDEX "Outcome_themeReadId_idx" ON "Outcome"("themeReadId");

-- CreateIndex
CREATE INDEX "Decision_motionId_idx" ON "Decision"("motionId");

-- CreateIndex
CREATE INDEX "Motion_amendsId_idx" ON "Motion"("amendsId");

-- CreateIndex
CREATE INDEX "VoteEvent_motionId_idx" ON "VoteEvent"("motionId");

-- CreateIndex
CREATE INDEX "VoteEvent_decisionId_idx" ON "VoteEvent"("decisionId");

-- CreateIndex
CREATE INDEX "ActionItem_isDone_outcomeId_idx" ON "ActionItem"("isDone", "outcomeId");

-- CreateIndex
CREATE INDEX "OutcomeParty_personId_role_sortKey_outcomeId_idx" ON "OutcomeParty"("personId", "role", "sortKey", "outcomeId");

-- CreateIndex
CREATE INDEX "OutcomeParty_personReadId_idx" ON "OutcomeParty"("personReadId");

-- CreateIndex
CREATE INDEX "OutcomeParty_organizationId_role_sortKey_outcomeId_idx" ON "OutcomeParty"("organizationId", "role", "sortKey", "outcomeId");

-- CreateIndex
CREATE INDEX "OutcomeParty_organizationReadId_idx" ON "OutcomeParty"("organizationReadId");

-- CreateIndex
CREATE INDEX "Vote_meetingId_position_id_idx" ON "Vote"("meetingId", "position", "id");

-- CreateIndex
CREATE INDEX "Vote_voteEventId_position_id_idx" ON "Vote"("voteEventId", "position", "id");

-- CreateIndex
CREATE INDEX "Vote_personId_sortKey_id_idx" ON "Vote"("personId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Vote_personReadId_idx" ON "Vote"("personReadId");

-- CreateIndex
CREATE INDEX "Vote_organizationId_sortKey_id_idx" ON "Vote"("organizationId", "sortKey", "id");

-- CreateIndex
CREATE INDEX "Vote_organizationReadId_idx" ON "Vote"("organizationReadId");

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_themeReadId_fkey" FOREIGN KEY ("themeReadId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_motionId_fkey" FOREIGN KEY ("motionId") REFERENCES "Outcome"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_amendsId_fkey" FOREIGN KEY ("amendsId") REFERENCES "Outcome"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteEvent" ADD CONSTRAINT "VoteEvent_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteEvent" ADD CONSTRAINT "VoteEvent_motionId_fkey" FOREIGN KEY ("motionId") REFERENCES "Outcome"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteEvent" ADD CONSTRAINT "VoteEvent_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Outcome"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_personReadId_fkey" FOREIGN KEY ("personReadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_organizationReadId_fkey" FOREIGN KEY ("organizationReadId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCount" ADD CONSTRAINT "VoteCount_voteEventId_fkey" FOREIGN KEY ("voteEventId") REFERENCES "Outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_voteEventId_fkey" FOREIGN KEY ("voteEventId") REFERENCES "Outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_personReadId_fkey" FOREIGN KEY ("personReadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_organizationReadId_fkey" FOREIGN KEY ("organizationReadId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_position_check" CHECK ("position" >= 1);
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_theme_read_check" CHECK (("themeId" IS NULL) = ("themeReadId" IS NULL));
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_position_check" CHECK ("position" >= 1);
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_person_read_check" CHECK (("personId" IS NULL) = ("personReadId" IS NULL));
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_organization_read_check"
  CHECK (("organizationId" IS NULL) = ("organizationReadId" IS NULL));
ALTER TABLE "OutcomeParty" ADD CONSTRAINT "OutcomeParty_one_check" CHECK (num_nonnulls("personId", "organizationId") <= 1);
ALTER TABLE "VoteCount" ADD CONSTRAINT "VoteCount_position_check" CHECK ("position" >= 1);
ALTER TABLE "VoteCount" ADD CONSTRAINT "VoteCount_count_check" CHECK ("count" >= 0);
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_pieces_check" CHECK (pieces_ok("pieces", 2));
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_position_check" CHECK ("position" >= 1);
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_person_read_check" CHECK (("personId" IS NULL) = ("personReadId" IS NULL));
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_organization_read_check" CHECK (("organizationId" IS NULL) = ("organizationReadId" IS NULL));
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_one_check" CHECK (num_nonnulls("personId", "organizationId") <= 1);
