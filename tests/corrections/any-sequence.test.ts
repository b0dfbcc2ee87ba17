import fc from 'fast-check'
import { expect, it } from 'vitest'
import { correct } from '../../src/curate/correct/correct.js'
import type { GivenCorrection, GivenPlace } from '../../src/curate/correct/given.js'
import { undoCorrection } from '../../src/curate/correct/undo-correction.js'
import { ActError } from '../../src/curate/errors.js'
import { merge } from '../../src/curate/merge.js'
import { restoreMeeting } from '../../src/curate/restore-meeting.js'
import { retractMeeting } from '../../src/curate/retract-meeting.js'
import { undoMerge } from '../../src/curate/undo-merge.js'
import type { Database } from '../../src/database/database.js'
import type { Sql } from '../../src/database/sql.js'
import { IngestConflictError } from '../../src/ingest/write/errors.js'
import { ingestReading } from '../../src/ingest/write/ingest-reading.js'
import { all, at, bodies, idOf, type Kind, minutes, names, people, shown, themes } from '../curate/boards.js'
import { exported, ingestJson } from '../meeting-record/support.js'
import { testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { readingOf } from '../support/record.js'

const by = { reason: 'So it is.', by: 'curator' }
const slugOf = (number: number) => `meeting-${'abc'[number]}-2021-0${number + 1}-01`
const meeting = fc.nat({ max: 2 })
const who = fc.constantFrom<string>(...people, 'Eve Falk')

/** What is said of words; the place is chosen when it is said. */
const said = fc.oneof(
  fc.record({
    kind: fc.constant('SPEAKER' as const),
    by: fc.array(
      who.map((name) => ({ name })),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ kind: fc.constant('SPEAKER' as const), by: fc.constantFrom(...bodies).map((body) => [{ body }]) }),
  fc.record({
    kind: fc.constant('NOBODY' as const),
    passage: fc.constantFrom('ANONYMOUS' as const, 'IMPERSONAL' as const),
  }),
  fc.record({ kind: fc.constantFrom('NO_REMARK' as const, 'SPLIT' as const, 'JOIN' as const) }),
  fc.record({
    kind: fc.constant('REMARK_KIND' as const),
    is: fc.constantFrom('STATEMENT' as const, 'RESPONSE' as const),
  }),
  fc.record({ kind: fc.constant('ANSWERS' as const) }),
  fc.record({
    kind: fc.constant('ON_BEHALF_OF' as const),
    bodies: fc.constantFrom(...bodies).map((body) => [{ body }]),
  }),
  fc.record({ kind: fc.constant('THEME' as const), title: fc.constantFrom(...themes, 'Ladders', null) }),
  fc.record({
    kind: fc.constant('PRESENT' as const),
    person: who.map((name) => ({ name })),
    mode: fc.constantFrom('APOLOGIES' as const, 'REMOTE' as const, null),
  }),
  fc.record({
    kind: fc.constant('POST' as const),
    person: who.map((name) => ({ name })),
    title: fc.constantFrom('Pilot', null),
    body: fc.constantFrom(...bodies).map((body) => ({ body })),
    status: fc.constantFrom('CURRENT' as const, 'FORMER' as const),
  }),
  fc.record({
    kind: fc.constant('NAME' as const),
    person: who.map((name) => ({ name })),
    name: fc.constant('Ada Mossberg'),
  }),
  fc.record({ kind: fc.constant('MEETING' as const), facts: fc.constant({ venue: 'The quay' }) }),
)

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('read' as const), meeting, copy: fc.nat({ max: all }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('correct' as const),
      meeting,
      said,
      paragraph: fc.nat({ max: 9 }),
      from: fc.nat({ max: 2 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('take back' as const), which: fc.nat({ max: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('merge' as const),
      kind: fc.constantFrom<Kind>('PERSON', 'ORGANIZATION', 'THEME'),
      from: fc.nat({ max: 3 }),
      into: fc.nat({ max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('undo' as const), which: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('retract' as const), meeting }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restore' as const), meeting }) },
)
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never

/** What is in force after some steps. */
interface InForce {
  copies: Map<number, number>
  retracted: Set<number>
  merges: { id: string; kind: Kind; from: string; into: string }[]
  corrections: { id: string; meeting: number }[]
}

const read = (database: Database, number: number, copy: number, formatVersion = '1') =>
  ingestReading(database, readingOf(minutes(number, copy), { formatVersion }), { options: {}, series: 'Boards' })

/** The words of a paragraph, from one of its words on. */
async function placeIn(sql: Sql, number: number, paragraph: number, from: number): Promise<GivenPlace> {
  const rows = await sql.query<{ text: string; pieces: number[] }>(
    `SELECT p."text", p."pieces" FROM "Paragraph" AS p JOIN "Meeting" AS m ON m."id" = p."meetingId" WHERE m."slug" = $1 ORDER BY p."position"`,
    [slugOf(number)],
  )
  const row = rows[paragraph % rows.length]
  const words = row?.text.split(' ') ?? []
  const start = (row?.pieces[0] ?? 0) + words.slice(0, from).join(' ').length
  return { start, end: row?.pieces.at(-1) ?? 0, words: null }
}

async function given(
  sql: Sql,
  { meeting: number, said: what, paragraph, from }: Extract<Step, { act: 'correct' }>,
): Promise<GivenCorrection> {
  if (what.kind === 'MEETING') return what
  const start = what.kind === 'SPLIT' ? from + 1 : from
  const place =
    what.kind === 'JOIN' ? await joined(sql, number, paragraph) : await placeIn(sql, number, paragraph, start)
  if (what.kind === 'ANSWERS') return { ...what, at: place, to: [await placeIn(sql, number, from, 0)] }
  return { ...what, at: place } as GivenCorrection
}

/** The words of a paragraph and the next. */
async function joined(sql: Sql, number: number, paragraph: number): Promise<GivenPlace> {
  const first = await placeIn(sql, number, paragraph, 0)
  const second = await placeIn(sql, number, paragraph + 1, 0)
  const ends = [first, second].flatMap((place) => ('start' in place ? [place.start, place.end] : []))
  return { start: Math.min(...ends), end: Math.max(...ends), words: null }
}

/** Does a step; gives false where it was refused, as it may be. */
async function done(database: Database, state: InForce, step: Step): Promise<boolean> {
  try {
    await database.transaction(async (sql) => {
      if (step.act === 'correct') {
        const corrections = [await given(sql, step)]
        const seen = state.corrections.map(({ id }) => id)
        const { ids } = await correct(sql, { ...by, slug: slugOf(step.meeting), corrections, seen })
        state.corrections.push(...ids.map((id) => ({ id, meeting: step.meeting })))
      } else if (step.act === 'take back') {
        const found = state.corrections.at(step.which)
        if (!found || state.retracted.has(found.meeting)) return
        await undoCorrection(sql, { ...by, correctionId: found.id })
        state.corrections = state.corrections.filter((row) => row !== found)
      } else if (step.act === 'merge') {
        const [from, into] = [at(names[step.kind], step.from), at(names[step.kind], step.into)]
        const [fromId, intoId] = [await idOf(sql, step.kind, from), await idOf(sql, step.kind, into)]
        const id = await merge(sql, { ...by, kind: step.kind, fromIds: [fromId], intoId })
        state.merges.push({ id, kind: step.kind, from, into })
      } else if (step.act === 'undo') {
        const found = state.merges.at(step.which)
        if (!found) return
        await undoMerge(sql, { ...by, mergeId: found.id })
        state.merges = state.merges.filter((row) => row !== found)
      } else if (step.act === 'retract') {
        await retractMeeting(sql, { ...by, slug: slugOf(step.meeting) })
        state.retracted.add(step.meeting)
      } else if (step.act === 'restore') {
        await restoreMeeting(sql, { ...by, slug: slugOf(step.meeting) })
        state.retracted.delete(step.meeting)
      }
    })
    if (step.act !== 'read') return true
    await read(database, step.meeting, step.copy)
    state.copies.set(step.meeting, step.copy)
    return true
  } catch (error) {
    if (error instanceof ActError || error instanceof IngestConflictError) return false
    throw error
  }
}

/** A database in which every name was read once, at every meeting. */
async function begun(): Promise<{ database: Database; state: InForce }> {
  const database = await testDatabase()
  for (const number of [0, 1, 2]) await read(database, number, all)
  const copies = new Map([0, 1, 2].map((number) => [number, all]))
  return { database, state: { copies, retracted: new Set(), merges: [], corrections: [] } }
}

/** Everything that is shown, and what became of the corrections in force. */
async function seen(database: Database) {
  const rows = await database.prisma.correction.findMany({
    where: { undoneAt: null },
    select: { summary: true, lost: true, pieces: true, meeting: { select: { slug: true } } },
  })
  return { ...(await shown(database)), corrections: rows.map((row) => JSON.stringify(row)).sort() }
}

/** The corrections of an archive that are in force, by meeting, as they are stored. */
const storedCorrections = (texts: readonly string[]) =>
  texts.map((text) => {
    const { archive } = JSON.parse(text) as {
      archive: { meeting: { slug: string }; corrections: { undone: object | null }[] }
    }
    return { slug: archive.meeting.slug, rows: archive.corrections.filter(({ undone }) => undone === null) }
  })

/** Stores corrections that were made elsewhere; the next reading applies them. */
const takeOver = (database: Database, corrections: ReturnType<typeof storedCorrections>) =>
  database.transaction(async (sql) => {
    for (const { slug, rows } of corrections)
      await sql.query(
        `INSERT INTO "Correction" ("id", "meetingId", "position", "kind", "says", "summary", "pieces", "reason", "by")
         SELECT (c."row" ->> 'id')::uuid, m."id", c.place, (c."row" -> 'says' ->> 'kind')::"CorrectionKind", c."row" -> 'says',
           c."row" ->> 'summary', '{}', c."row" ->> 'reason', c."row" ->> 'by'
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS c("row", place), "Meeting" AS m WHERE m."slug" = $2`,
        [JSON.stringify(rows), slug],
      )
  })

async function takeAllBack(database: Database, { retracted, merges, corrections }: InForce): Promise<void> {
  for (const number of retracted)
    await database.transaction((sql) => restoreMeeting(sql, { ...by, slug: slugOf(number) }))
  for (const { id } of merges) await database.transaction((sql) => undoMerge(sql, { ...by, mergeId: id }))
  for (const { id } of corrections)
    await database.transaction((sql) => undoCorrection(sql, { ...by, correctionId: id }))
}

/** Sequences that once ended elsewhere. */
const examples: [Step[]][] = [
  // A corrected name made somebody new of the person, once the record was read again.
  [
    [
      {
        act: 'correct',
        meeting: 0,
        said: { kind: 'NAME', person: { name: 'Ada Moss' }, name: 'Ada Mossberg' },
        paragraph: 0,
        from: 0,
      },
      { act: 'read', meeting: 0, copy: 0 },
    ],
  ],
]

/** In milliseconds; none where more runs are asked for. */
const longest = process.env.ACTS_RUNS ? 0 : 600_000

it(
  'any sequence of corrections, undos, readings, merges and retractions ends where the acts in force say, and moves whole',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const { database, state } = await begun()
        for (const one of steps) await done(database, state, one)
        await assertDerived(database)
        const found = await seen(database)
        const texts = await exported(database)
        await takeAllBack(database, state)
        await assertDerived(database)
        const without = await seen(database)
        expect(await database.prisma.reading.count()).toBe(0)

        const moved = await testDatabase()
        for (const text of texts) await ingestJson(moved, text)
        expect(await exported(moved)).toEqual(texts)
        await assertDerived(moved)
        expect(await seen(moved)).toEqual(found)
        await takeAllBack(moved, state)
        expect(await seen(moved)).toEqual(without)

        const fresh = await begun()
        for (const { kind, from, into } of state.merges) {
          const place = (name: string) => (names[kind] as readonly string[]).indexOf(name)
          const again: Step = { act: 'merge', kind, from: place(from), into: place(into) }
          expect(await done(fresh.database, fresh.state, again)).toBe(true)
        }
        await takeOver(fresh.database, storedCorrections(texts))
        for (const [number, copy] of state.copies) await read(fresh.database, number, copy, '2')
        for (const number of state.retracted)
          expect(await done(fresh.database, fresh.state, { act: 'retract', meeting: number })).toBe(true)
        await assertDerived(fresh.database)
        expect(found).toEqual(await seen(fresh.database))
      }),
      // The same sequences each time, so that a failure is of the change at hand; ACTS_RUNS and ACTS_SEED ask for others.
      {
        examples,
        numRuns: Number(process.env.ACTS_RUNS ?? 5) + examples.length,
        seed: Number(process.env.ACTS_SEED ?? 1),
      },
    )
  },
  longest,
)
