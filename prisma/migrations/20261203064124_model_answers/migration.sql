-- CreateTable
CREATE TABLE "ModelAnswer" (
    "sha256" CHAR(64) NOT NULL,
    "outline" TEXT NOT NULL,
    "instructions" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelAnswer_pkey" PRIMARY KEY ("sha256","outline","instructions","model")
);

-- What models answered until now stands with the documents that were read by it; its first line says to which sentences.
INSERT INTO "ModelAnswer" ("sha256", "outline", "instructions", "model", "answer", "at")
SELECT "sha256", substring("proposal" FROM '"outline":"([^"]+)"'), "instructions", "readModel", "proposal", "readAt"
FROM "SourceDocument"
WHERE "readBy" = 'MODEL' AND "proposal" IS NOT NULL AND "readModel" IS NOT NULL AND "instructions" IS NOT NULL
  AND substring("proposal" FROM '"outline":"([^"]+)"') IS NOT NULL;
