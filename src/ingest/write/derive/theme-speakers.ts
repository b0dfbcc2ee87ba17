import type { Sql } from '../../../database/sql.js'
import { deriveTable } from './derived-table.js'
import type { Scope } from './scope.js'

const speakers = (where: string) => `
  SELECT r."themeId", r."speakerId" AS "personId", bool_or(r."kind" = 'STATEMENT') AS raised, p."sortName", t."sortTitle"
  FROM "Remark" AS r JOIN "Person" AS p ON p."id" = r."speakerId" JOIN "Theme" AS t ON t."id" = r."themeId"
  WHERE ${where} GROUP BY r."themeId", r."speakerId", p."sortName", t."sortTitle"`

/**
 * ThemeSpeaker: who spoke on a theme, and whether they raised it. A theme of an old archive has been spoken on by everybody at
 * hundreds of meetings. So what has only grown is not counted again: the speakers of its new remarks are added; else those in
 * scope are looked at, and no other. At most two statements.
 */
export async function deriveThemeSpeakers(sql: Sql, { meetings, people, themes, hasOnlyGrown }: Scope): Promise<void> {
  if (hasOnlyGrown) return addSpeakers(sql, meetings)
  await deriveTable(sql, {
    name: 'ThemeSpeaker',
    key: ['themeId', 'personId'],
    rest: ['raised', 'sortName', 'sortTitle'],
    scope: `t."themeId" = ANY($1::uuid[]) AND t."personId" = ANY($2::uuid[])`,
    wanted: speakers(`r."themeId" = ANY($1::uuid[]) AND r."speakerId" = ANY($2::uuid[])`),
    parameters: [themes, people],
  })
}

async function addSpeakers(sql: Sql, meetings: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO "ThemeSpeaker" AS t ("themeId", "personId", "raised", "sortName", "sortTitle")
     ${speakers(`r."meetingId" = ANY($1::uuid[])`)}
     ON CONFLICT ("themeId", "personId") DO UPDATE SET "raised" = true WHERE EXCLUDED."raised" AND NOT t."raised"`,
    [meetings],
  )
}

/** The names that the list is ordered by, where people or themes were renamed. Two statements. */
export async function renameThemeSpeakers(
  sql: Sql,
  { people, themes }: { people: readonly string[]; themes: readonly string[] },
): Promise<void> {
  await sql.query(
    `UPDATE "ThemeSpeaker" AS t SET "sortName" = p."sortName" FROM "Person" AS p
     WHERE p."id" = t."personId" AND t."personId" = ANY($1::uuid[]) AND t."sortName" <> p."sortName"`,
    [people],
  )
  await sql.query(
    `UPDATE "ThemeSpeaker" AS s SET "sortTitle" = t."sortTitle" FROM "Theme" AS t
     WHERE t."id" = s."themeId" AND s."themeId" = ANY($1::uuid[]) AND s."sortTitle" <> t."sortTitle"`,
    [themes],
  )
}
