-- AlterEnum
ALTER TYPE "ChangeSubject" ADD VALUE 'OUTCOME';
