-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('CREATED', 'UPDATED', 'REMOVED', 'MERGED', 'UNMERGED', 'RENAMED', 'RETRACTED', 'RESTORED', 'ERASED');

-- CreateEnum
CREATE TYPE "ChangeSubject" AS ENUM ('MEETING', 'PARAGRAPH', 'PERSON', 'ORGANIZATION', 'THEME');

-- CreateTable
CREATE TABLE "Change" (
    "sequence" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "subjectKind" "ChangeSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "meetingId" UUID,
    "reason" TEXT,
    "by" TEXT,
    "mergeId" UUID,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "Change_id_key" ON "Change"("id");

-- CreateIndex
CREATE INDEX "Change_at_idx" ON "Change"("at");

-- By hand from here, as in the first migration.
ALTER TABLE "Change" ADD CONSTRAINT "Change_sequence_check" CHECK ("sequence" >= 1);
ALTER TABLE "Change" ADD CONSTRAINT "Change_merge_check" CHECK (("kind" IN ('MERGED', 'UNMERGED')) = ("mergeId" IS NOT NULL));
