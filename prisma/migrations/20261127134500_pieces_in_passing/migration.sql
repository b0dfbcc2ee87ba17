-- As before. Nearly all rows have one piece, which needs no query; in PL/pgSQL, which keeps its plan, for this is asked of
-- every row that is written.
CREATE OR REPLACE FUNCTION pieces_ok(pieces int[], low int) RETURNS boolean IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(pieces) = 2 AND low <= 2 THEN
    RETURN coalesce(pieces[1] >= 0 AND pieces[1] < pieces[2], false);
  END IF;
  RETURN cardinality(pieces) >= low AND cardinality(pieces) % 2 = 0 AND array_position(pieces, NULL) IS NULL
    AND (cardinality(pieces) = 0 OR pieces[1] >= 0) AND coalesce((
      SELECT bool_and(CASE WHEN i % 2 = 0 THEN pieces[i - 1] < pieces[i] ELSE pieces[i - 1] <= pieces[i] END)
      FROM generate_series(2, cardinality(pieces)) AS i), true);
END $$;
