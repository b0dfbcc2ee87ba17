-- CreateEnum
CREATE TYPE "MergeKind" AS ENUM ('PERSON', 'ORGANIZATION', 'THEME');

-- AlterTable
ALTER TABLE "AffiliationStatement" ADD COLUMN     "affiliationReadId" UUID;
UPDATE "AffiliationStatement" SET "affiliationReadId" = "affiliationId"; -- nothing could be merged before
ALTER TABLE "AffiliationStatement" ALTER COLUMN "affiliationReadId" SET NOT NULL;

-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "settled" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Remark" ADD COLUMN     "themeReadId" UUID;
UPDATE "Remark" SET "themeReadId" = "themeId" WHERE "themeId" IS NOT NULL;

-- AlterTable
ALTER TABLE "RemarkOnBehalfOf" ADD COLUMN     "organizationReadId" UUID;
UPDATE "RemarkOnBehalfOf" SET "organizationReadId" = "organizationId";
ALTER TABLE "RemarkOnBehalfOf" ALTER COLUMN "organizationReadId" SET NOT NULL;

-- CreateTable
CREATE TABLE "Merge" (
    "id" UUID NOT NULL,
    "kind" "MergeKind" NOT NULL,
    "fromIds" UUID[] NOT NULL,
    "intoId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneReason" TEXT,
    "undoneBy" TEXT,

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rename" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rename_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Merge_fromIds_idx" ON "Merge" USING GIN ("fromIds");

-- CreateIndex
CREATE INDEX "Merge_intoId_idx" ON "Merge"("intoId");

-- CreateIndex
CREATE INDEX "Rename_personId_id_idx" ON "Rename"("personId", "id");

-- CreateIndex
CREATE INDEX "Finding_candidates_idx" ON "Finding" USING GIN ("candidates");

-- CreateIndex
CREATE INDEX "Remark_themeReadId_idx" ON "Remark"("themeReadId");

-- CreateIndex
CREATE INDEX "RemarkOnBehalfOf_organizationReadId_idx" ON "RemarkOnBehalfOf"("organizationReadId");

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_themeReadId_fkey" FOREIGN KEY ("themeReadId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkOnBehalfOf" ADD CONSTRAINT "RemarkOnBehalfOf_organizationReadId_fkey" FOREIGN KEY ("organizationReadId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here, as in the first migration.
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_theme_read_check" CHECK (("themeId" IS NULL) = ("themeReadId" IS NULL));
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_from_check" CHECK (cardinality("fromIds") > 0 AND "intoId" <> ALL ("fromIds"));
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_undone_check" CHECK (num_nulls("undoneAt", "undoneReason", "undoneBy") IN (0, 3));
