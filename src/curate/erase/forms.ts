import { familyName, fold, splitHonorific } from '@rapporteur/reader/names'
import type { Sql } from '../../database/sql.js'
import type { Forms } from './mask.js'

/** The ways of matching a printed speaker in which the print is the person's name, rather than "He" or "The Chair". */
const byName = `'EXACT', 'WITHOUT_MIDDLE_NAMES', 'OTHER_ORDER', 'FAMILY_NAME', 'ABBREVIATION'`

/** Every form in which these people (ids as read) are printed anywhere in the database. One statement. */
export async function printedForms(sql: Sql, people: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ form: string }>(
    `WITH kept AS (
       SELECT "table", "row" FROM "RetractedRow"
       WHERE "row" ->> 'personReadId' = ANY($1::text[]) OR "row" ->> 'speakerReadId' = ANY($1::text[]))
     SELECT DISTINCT form FROM (
       SELECT unnest("name" || "printedNames") AS form FROM "PersonReading" WHERE "personReadId" = ANY($1::uuid[])
       UNION ALL SELECT "nameAsPrinted" FROM "Attendance" WHERE "personReadId" = ANY($1::uuid[])
       UNION ALL SELECT "nameAsPrinted" FROM "Mention" WHERE "personReadId" = ANY($1::uuid[])
       UNION ALL SELECT "speakerAsPrinted" FROM "Remark" WHERE "speakerReadId" = ANY($1::uuid[]) AND "speakerMatch" IN (${byName})
       UNION ALL SELECT unnest(ARRAY["name", "previous"]) FROM "Rename" WHERE "personId" = ANY($1::uuid[])
       UNION ALL SELECT "name" FROM "KeptReading" WHERE "readId" = ANY($1::uuid[])
       UNION ALL SELECT "row" ->> 'nameAsPrinted' FROM kept WHERE "table" IN ('Attendance', 'Mention')
       UNION ALL SELECT "row" ->> 'speakerAsPrinted' FROM kept WHERE "table" = 'Remark' AND "row" ->> 'speakerMatch' IN (${byName})
       UNION ALL SELECT jsonb_array_elements_text("row" -> 'printedNames') FROM kept WHERE "table" = 'PersonReading'
     ) AS forms WHERE form IS NOT NULL`,
    [people],
  )
  return rows.map(({ form }) => form.trim()).filter((form) => /\p{L}/u.test(form))
}

const words = (form: string) => form.split(/\s+/u)

/**
 * The forms to look for in the record of one meeting. A family name alone is left out if somebody else in the meeting has it.
 *
 * @param forms as returned by `printedForms`
 * @param others the names of the other people in the meeting, in every printed form
 */
export function formsAt(forms: readonly string[], others: readonly string[]): Forms {
  const taken = new Set(others.flatMap((other) => fold(other).split(' ')))
  const full = forms.filter((form) => words(form).length > 1)
  const families = full.map((form) => familyName(splitHonorific(form).name))
  const single = [...forms.filter((form) => words(form).length === 1), ...families]
  return { full, alone: [...new Set(single)].filter((form) => fold(form).length > 1 && !taken.has(fold(form))) }
}
