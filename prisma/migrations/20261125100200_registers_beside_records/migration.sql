-- A register beside a record states affiliations that stand nowhere in the record's own text.
ALTER TABLE "Affiliation" DROP CONSTRAINT "Affiliation_pieces_check";
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_pieces_check" CHECK (pieces_ok("pieces", 0));
ALTER TABLE "AffiliationStatement" DROP CONSTRAINT "AffiliationStatement_pieces_check";
ALTER TABLE "AffiliationStatement" ADD CONSTRAINT "AffiliationStatement_pieces_check"
  CHECK (pieces_ok("pieces", CASE WHEN "attendanceId" IS NULL THEN 0 ELSE 2 END));
