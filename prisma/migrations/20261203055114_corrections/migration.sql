-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('SPEAKER', 'NOBODY', 'NO_REMARK', 'REMARK_KIND', 'ANSWERS', 'ON_BEHALF_OF', 'THEME', 'SPLIT', 'JOIN', 'PRESENT', 'POST', 'NAME', 'MEETING');

-- AlterEnum
ALTER TYPE "ChangeKind" ADD VALUE 'CORRECTED';
ALTER TYPE "ChangeKind" ADD VALUE 'UNCORRECTED';

-- AlterEnum
ALTER TYPE "NameMatch" ADD VALUE 'CURATOR';

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "says" JSONB NOT NULL,
    "summary" TEXT NOT NULL,
    "pieces" INTEGER[],
    "lost" TEXT,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneReason" TEXT,
    "undoneBy" TEXT,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "meetingId" UUID NOT NULL,
    "record" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "people" JSONB NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("meetingId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Correction_meetingId_position_key" ON "Correction"("meetingId", "position");

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here, as in the first migration.
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_position_check" CHECK ("position" >= 1);
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_pieces_check" CHECK (pieces_ok("pieces", 0));
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_undone_check" CHECK (num_nulls("undoneAt", "undoneReason", "undoneBy") IN (0, 3));
