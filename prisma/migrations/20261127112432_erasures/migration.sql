-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "salt" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ErasedDocument" (
    "sha256" CHAR(64) NOT NULL,
    "erasureId" UUID NOT NULL,

    CONSTRAINT "ErasedDocument_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "ErasedName" (
    "erasureId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "digest" CHAR(64) NOT NULL,

    CONSTRAINT "ErasedName_pkey" PRIMARY KEY ("erasureId","meetingId","digest")
);

-- CreateIndex
CREATE UNIQUE INDEX "Erasure_personId_key" ON "Erasure"("personId");

-- CreateIndex
CREATE INDEX "ErasedDocument_erasureId_idx" ON "ErasedDocument"("erasureId");

-- CreateIndex
CREATE INDEX "ErasedName_meetingId_idx" ON "ErasedName"("meetingId");

-- AddForeignKey
ALTER TABLE "ErasedDocument" ADD CONSTRAINT "ErasedDocument_erasureId_fkey" FOREIGN KEY ("erasureId") REFERENCES "Erasure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErasedName" ADD CONSTRAINT "ErasedName_erasureId_fkey" FOREIGN KEY ("erasureId") REFERENCES "Erasure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
