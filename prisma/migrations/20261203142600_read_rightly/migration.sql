-- AlterEnum
ALTER TYPE "CorrectionKind" ADD VALUE 'RIGHT';
