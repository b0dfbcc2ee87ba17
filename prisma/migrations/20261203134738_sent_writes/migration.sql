-- CreateTable
CREATE TABLE "SentWrite" (
    "keyId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request" CHAR(64) NOT NULL,
    "results" JSONB NOT NULL DEFAULT '{}',
    "answer" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SentWrite_pkey" PRIMARY KEY ("keyId","key")
);

-- AddForeignKey
ALTER TABLE "SentWrite" ADD CONSTRAINT "SentWrite_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;
