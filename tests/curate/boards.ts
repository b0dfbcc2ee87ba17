import type { Database } from '../../src/database/database.js'
import type { Sql } from '../../src/database/sql.js'
import type { Outcomes } from '../support/outcomes.js'
import type { Minutes } from '../support/record.js'

export const people = ['Ada Moss', 'Bo Lind', 'Cy Quist', 'Dov Eland'] as const
export const bodies = ['Port Authority', 'Sea Court', 'Pilots Guild'] as const
export const themes = ['Dredging', 'Night work', 'Fees'] as const
export const names = { PERSON: people, ORGANIZATION: bodies, THEME: themes }
export type Kind = keyof typeof names

/** Which of the names a copy of a meeting's record has, as bits; all of them for the copy that is read first of all. */
export const all = 0b1111
export const at = <Item>(list: readonly Item[], i: number): Item => list[i % list.length] as Item

/** A copy of the record of one of three meetings. */
export function minutes(meeting: number, copy: number): Minutes {
  const here = people.filter((_, i) => copy & (1 << i) || i === meeting)
  return {
    title: `Meeting ${'ABC'[meeting]}`,
    date: `2021-0${meeting + 1}-01`,
    present: here.map((name, i) => ({
      name,
      posts: [{ title: at(['Head', 'Member'], i + meeting), organization: at(bodies, i + copy) }],
    })),
    paragraphs: [
      ...here.map((name, i) => ({
        theme: at(themes, i + copy),
        text: `${name} spoke on point ${i} of ${meeting}.`,
        by: [name],
      })),
      { text: `The body spoke at ${meeting}.`, party: at(bodies, copy), onBehalfOf: [at(bodies, copy + 1)] },
      ...(copy === all ? [...bodies].map((body) => ({ text: `${body} said so at ${meeting}.`, party: body })) : []),
      ...(copy === all
        ? [...themes].map((theme) => ({ theme, text: `On ${theme}, nothing at ${meeting}.`, by: ['Ada Moss'] }))
        : []),
    ],
    outcomes: outcomes(meeting, copy, here),
  }
}

/** Outcomes in which people and bodies have a part who have none in the rest of the record, and some a part twice. */
const outcomes = (meeting: number, copy: number, here: string[]): Outcomes => ({
  motions: [
    {
      text: `That fee ${meeting} be paid.`,
      paragraph: 1,
      theme: at(themes, copy),
      movers: [at(people, copy), at(people, copy + 1)],
      seconders: [{ body: at(bodies, copy) }, { role: 'a member' }],
    },
    { text: `That point ${copy} be put off.`, amends: 1 },
  ],
  votes: [
    {
      text: `The vote on ${meeting}.`,
      motion: 1,
      counts: { YES: 3, NO: copy },
      by: [
        ...here.map((who) => ({ who, option: 'YES' as const })),
        { who: at(people, copy), option: 'NO' as const },
        { who: { body: at(bodies, copy + 1) }, option: 'ABSTAIN' as const },
      ],
    },
  ],
  decisions: [{ text: `So it was agreed at ${meeting}.`, paragraph: 1, motion: 1, theme: at(themes, copy + 1) }],
  actions: [{ text: `To write by ${copy}.`, assignees: [at(people, copy + 2), { body: at(bodies, meeting) }] }],
})

/** The id of the row, as read, that records call so; that of nothing where none does. */
export async function idOf(sql: Sql, kind: Kind, name: string): Promise<string> {
  const readings = {
    PERSON: 'SELECT "personReadId" AS id FROM "PersonReading" WHERE "name" = $1',
    ORGANIZATION: 'SELECT "organizationReadId" AS id FROM "OrganizationReading" WHERE "name" = $1',
    THEME: 'SELECT "themeReadId" AS id FROM "ThemeReading" WHERE "title" = $1',
  }
  const [row] = await sql.query<{ id: string }>(readings[kind], [name])
  return row?.id ?? '019a0000-0000-7000-8000-000000000000'
}

/** Everything that is shown, without ids. */
export async function shown({ prisma }: Database) {
  const name = { select: { name: true } } as const
  const title = { select: { title: true } } as const
  const affiliation = { title: true, status: true, person: name, organization: name } as const
  const views = {
    people: await prisma.person.findMany({
      where: { mergedIntoId: null },
      select: {
        name: true,
        sortName: true,
        printedNames: true,
        onlyCited: true,
        remarkTotal: true,
        organization: name,
      },
    }),
    organizations: await prisma.organization.findMany({
      where: { mergedIntoId: null },
      select: { name: true, aliases: true, remarkTotal: true },
    }),
    themes: await prisma.theme.findMany({ where: { mergedIntoId: null }, select: { title: true, remarkTotal: true } }),
    affiliations: await prisma.affiliation.findMany({
      select: { ...affiliation, firstStated: true, lastStated: true, document: { select: { sha256: true } } },
    }),
    remarks: await prisma.remark.findMany({
      select: {
        ...{ position: true, meeting: title, speaker: name, speakerRead: name, party: name, theme: title },
        ...{ organization: name, onBehalfOf: { orderBy: { position: 'asc' }, select: { organization: name } } },
        affiliations: {
          orderBy: { position: 'asc' },
          select: { position: true, counted: true, organization: name, affiliation: { select: affiliation } },
        },
      },
    }),
    outcomes: await prisma.outcome.findMany({
      select: {
        ...{ kind: true, position: true, meeting: title, theme: title },
        parties: {
          orderBy: [{ role: 'asc' }, { position: 'asc' }],
          select: { role: true, counted: true, person: name, organization: name },
        },
        votes: { orderBy: { position: 'asc' }, select: { option: true, person: name, organization: name } },
      },
    }),
    attendances: await prisma.attendance.findMany({ select: { position: true, meeting: title, person: name } }),
    themeSpeakers: await prisma.themeSpeaker.findMany({ select: { theme: title, person: name, raised: true } }),
    personMeetings: await prisma.personMeeting.findMany({ select: { person: name, meeting: title, remarks: true } }),
    organizationMeetings: await prisma.organizationMeeting.findMany({ select: { organization: name, meeting: title } }),
  }
  return Object.fromEntries(
    Object.entries(views).map(([view, rows]) => [view, rows.map((row) => JSON.stringify(row)).sort()]),
  )
}
