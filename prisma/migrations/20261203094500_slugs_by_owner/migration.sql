-- The id of a merged row in a filter finds, through its slug, the row that it was merged into.
CREATE INDEX "Slug_ownerId_idx" ON "Slug"("ownerId");
