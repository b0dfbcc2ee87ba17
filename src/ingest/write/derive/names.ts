import type { Sql } from '../../../database/sql.js'
import { queryIds } from '../query-ids.js'

/** `$1` and everything merged into it, as `family(root, member)`. */
const family = (table: string) => `
  family AS (
    SELECT "id" AS root, "id" AS member FROM "${table}" WHERE "id" = ANY($1::uuid[])
    UNION
    SELECT family.root, t."id" FROM family JOIN "${table}" AS t ON t."mergedIntoId" = family.member)`

/** Distinct texts of `source(root, "sortKey", "position", forms)`, the oldest meeting's first, then in printed order: `forms(root, forms)`. */
const distinctForms = (source: string) => `
  printed AS (
    SELECT root, form, min(ARRAY[-"sortKey", "position", ord]) AS place
    FROM ${source}, unnest(forms) WITH ORDINALITY AS form(form, ord) GROUP BY root, form),
  forms AS (SELECT root, array_agg(form ORDER BY place, form) AS forms FROM printed GROUP BY root)`

/**
 * Names of people: as in the latest dated list of those present, else the fullest that any record prints; and every printed
 * form. A person into whom others are merged has their names too. What a curator called a person stands above all that.
 */
export async function derivePersonNames(sql: Sql, people: readonly string[]): Promise<string[]> {
  return await queryIds(
    sql,
    `WITH RECURSIVE ${family('Person')},
     reading AS (
       SELECT family.root, r."name", r."sortName", r."nameKey", r."printedNames" AS forms, m."sortKey", r."position", EXISTS (
         SELECT FROM "Attendance" AS a WHERE a."meetingId" = r."meetingId" AND a."personReadId" = r."personReadId") AS listed
       FROM family JOIN "PersonReading" AS r ON r."personReadId" = family.member JOIN "Meeting" AS m ON m."id" = r."meetingId"),
     best AS (
       SELECT DISTINCT ON (root) root, "name", "sortName", "nameKey" FROM reading
       ORDER BY root, listed DESC, CASE WHEN listed THEN 0 ELSE -length("name") END, "sortKey", "name"),
     ${distinctForms('reading')},
     given AS (
       SELECT DISTINCT ON ("personId") "personId" AS root, "name", "sortName", "nameKey" FROM "Rename"
       WHERE "personId" = ANY($1::uuid[]) ORDER BY "personId", "id" DESC),
     wanted AS (
       SELECT root, coalesce(given."name", best."name") AS "name", coalesce(given."sortName", best."sortName") AS "sortName",
         coalesce(given."nameKey", best."nameKey") AS "nameKey", forms.forms
       FROM best JOIN forms USING (root) LEFT JOIN given USING (root))
     UPDATE "Person" AS p SET "name" = w."name", "sortName" = w."sortName", "nameKey" = w."nameKey", "printedNames" = w.forms
     FROM wanted AS w
     WHERE p."id" = w.root AND (p."name", p."sortName", p."nameKey", p."printedNames")
       IS DISTINCT FROM (w."name", w."sortName", w."nameKey", w.forms)
     RETURNING p."id"`,
    [people],
  )
}

/**
 * Names of organizations: as the latest record prints its own name, the other forms of it and of what is merged into it as
 * aliases, and the body above it that the latest record states.
 */
export async function deriveOrganizationNames(sql: Sql, organizations: readonly string[]): Promise<string[]> {
  return await queryIds(
    sql,
    `WITH RECURSIVE ${family('Organization')},
     reading AS (
       SELECT family.root, family.member = family.root AS own, r."name", r."name" || r."aliases" AS forms, r."parentReadId", m."sortKey", r."position"
       FROM family JOIN "OrganizationReading" AS r ON r."organizationReadId" = family.member
       JOIN "Meeting" AS m ON m."id" = r."meetingId"),
     best AS (SELECT DISTINCT ON (root) root, "name" FROM reading ORDER BY root, own DESC, "sortKey", "name"),
     stated AS (
       SELECT DISTINCT ON (root) root, "parentReadId" AS parent FROM reading
       WHERE "parentReadId" IS NOT NULL ORDER BY root, "sortKey"),
     above AS (
       SELECT root, parent FROM stated
       UNION ALL
       SELECT above.root, o."mergedIntoId" FROM above JOIN "Organization" AS o ON o."id" = above.parent WHERE o."mergedIntoId" IS NOT NULL),
     parents AS (
       SELECT root, parent FROM above JOIN "Organization" AS o ON o."id" = above.parent
       WHERE o."mergedIntoId" IS NULL AND parent <> root),
     ${distinctForms('reading')},
     wanted AS (
       SELECT root, "name", array_remove(forms.forms, "name") AS aliases, parent
       FROM best JOIN forms USING (root) LEFT JOIN parents USING (root))
     UPDATE "Organization" AS o SET "name" = wanted."name", "aliases" = wanted.aliases, "parentId" = wanted.parent
     FROM wanted WHERE o."id" = wanted.root
       AND (o."name", o."aliases", o."parentId") IS DISTINCT FROM (wanted."name", wanted.aliases, wanted.parent)
     RETURNING o."id"`,
    [organizations],
  )
}

/** Titles of themes: as the latest record prints them. */
export async function deriveThemeTitles(sql: Sql, themes: readonly string[]): Promise<string[]> {
  return await queryIds(
    sql,
    `WITH best AS (
       SELECT DISTINCT ON (r."themeReadId") r."themeReadId" AS id, r."title"
       FROM "ThemeReading" AS r JOIN "Meeting" AS m ON m."id" = r."meetingId"
       WHERE r."themeReadId" = ANY($1::uuid[]) ORDER BY r."themeReadId", m."sortKey")
     UPDATE "Theme" AS t SET "title" = best."title" FROM best WHERE t."id" = best.id AND t."title" <> best."title"
     RETURNING t."id"`,
    [themes],
  )
}
