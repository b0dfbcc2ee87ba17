-- AlterTable
ALTER TABLE "SourceDocument" ADD COLUMN     "parser" TEXT NOT NULL DEFAULT '';
