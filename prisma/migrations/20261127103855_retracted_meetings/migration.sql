-- CreateTable
CREATE TABLE "RetractedMeeting" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seriesId" UUID,
    "sha256" CHAR(64) NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RetractedMeeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetractedRow" (
    "meetingId" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "RetractedRow_pkey" PRIMARY KEY ("meetingId","table","place")
);

-- CreateTable
CREATE TABLE "KeptName" (
    "id" UUID NOT NULL,
    "kind" "MergeKind" NOT NULL,
    "nameKey" TEXT NOT NULL,
    "seriesId" UUID,
    "mergedIntoId" UUID,
    "row" JSONB NOT NULL,

    CONSTRAINT "KeptName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptReading" (
    "kind" "MergeKind" NOT NULL,
    "meetingId" UUID NOT NULL,
    "readId" UUID NOT NULL,
    "seriesId" UUID,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "looseKey" TEXT NOT NULL,
    "organizationIds" UUID[] NOT NULL,

    CONSTRAINT "KeptReading_pkey" PRIMARY KEY ("kind","meetingId","readId")
);

-- CreateIndex
CREATE UNIQUE INDEX "RetractedMeeting_sha256_key" ON "RetractedMeeting"("sha256");

-- CreateIndex
CREATE INDEX "RetractedMeeting_seriesId_idx" ON "RetractedMeeting"("seriesId");

-- CreateIndex
CREATE INDEX "KeptName_kind_nameKey_idx" ON "KeptName"("kind", "nameKey");

-- CreateIndex
CREATE INDEX "KeptReading_readId_idx" ON "KeptReading"("readId");

-- CreateIndex
CREATE INDEX "KeptReading_kind_nameKey_idx" ON "KeptReading"("kind", "nameKey");

-- CreateIndex
CREATE INDEX "KeptReading_kind_looseKey_idx" ON "KeptReading"("kind", "looseKey");

-- AddForeignKey
ALTER TABLE "RetractedMeeting" ADD CONSTRAINT "RetractedMeeting_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetractedRow" ADD CONSTRAINT "RetractedRow_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "RetractedMeeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
