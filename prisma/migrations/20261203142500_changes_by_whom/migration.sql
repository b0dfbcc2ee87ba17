-- CreateIndex
CREATE INDEX "Change_by_sequence_idx" ON "Change"("by", "sequence");
