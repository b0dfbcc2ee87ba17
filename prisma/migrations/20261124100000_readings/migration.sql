-- AlterTable
ALTER TABLE "AffiliationStatement" ADD COLUMN     "note" TEXT,
ADD COLUMN     "organizationReadId" UUID,
ADD COLUMN     "status" "AffiliationStatus" NOT NULL DEFAULT 'CURRENT',
ADD COLUMN     "title" TEXT;

-- CreateTable
CREATE TABLE "PersonReading" (
    "meetingId" UUID NOT NULL,
    "personReadId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "looseKey" TEXT NOT NULL,
    "printedNames" TEXT[] NOT NULL,

    CONSTRAINT "PersonReading_pkey" PRIMARY KEY ("meetingId","personReadId")
);

-- CreateTable
CREATE TABLE "OrganizationReading" (
    "meetingId" UUID NOT NULL,
    "organizationReadId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[] NOT NULL,
    "parentReadId" UUID,

    CONSTRAINT "OrganizationReading_pkey" PRIMARY KEY ("meetingId","organizationReadId")
);

-- CreateTable
CREATE TABLE "ThemeReading" (
    "meetingId" UUID NOT NULL,
    "themeReadId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "ThemeReading_pkey" PRIMARY KEY ("meetingId","themeReadId")
);

-- CreateIndex
CREATE INDEX "PersonReading_personReadId_idx" ON "PersonReading"("personReadId");

-- CreateIndex
CREATE INDEX "PersonReading_nameKey_idx" ON "PersonReading"("nameKey");

-- CreateIndex
CREATE INDEX "PersonReading_looseKey_idx" ON "PersonReading"("looseKey");

-- CreateIndex
CREATE INDEX "OrganizationReading_organizationReadId_idx" ON "OrganizationReading"("organizationReadId");

-- CreateIndex
CREATE INDEX "OrganizationReading_parentReadId_idx" ON "OrganizationReading"("parentReadId");

-- CreateIndex
CREATE INDEX "ThemeReading_themeReadId_idx" ON "ThemeReading"("themeReadId");

-- CreateIndex
CREATE INDEX "AffiliationStatement_organizationReadId_idx" ON "AffiliationStatement"("organizationReadId");

-- AddForeignKey
ALTER TABLE "PersonReading" ADD CONSTRAINT "PersonReading_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonReading" ADD CONSTRAINT "PersonReading_personReadId_fkey" FOREIGN KEY ("personReadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationReading" ADD CONSTRAINT "OrganizationReading_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationReading" ADD CONSTRAINT "OrganizationReading_organizationReadId_fkey" FOREIGN KEY ("organizationReadId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationReading" ADD CONSTRAINT "OrganizationReading_parentReadId_fkey" FOREIGN KEY ("parentReadId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeReading" ADD CONSTRAINT "ThemeReading_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeReading" ADD CONSTRAINT "ThemeReading_themeReadId_fkey" FOREIGN KEY ("themeReadId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_organizationReadId_fkey" FOREIGN KEY ("organizationReadId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here, as in the first migration.
ALTER TABLE "PersonReading" ADD CONSTRAINT "PersonReading_position_check" CHECK ("position" >= 1);
ALTER TABLE "OrganizationReading" ADD CONSTRAINT "OrganizationReading_position_check" CHECK ("position" >= 1);
ALTER TABLE "ThemeReading" ADD CONSTRAINT "ThemeReading_position_check" CHECK ("position" >= 1);
ALTER TABLE "OrganizationReading" ADD CONSTRAINT "OrganizationReading_parent_check" CHECK ("parentReadId" <> "organizationReadId");
