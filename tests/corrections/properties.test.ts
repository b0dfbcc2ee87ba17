import fc from 'fast-check'
import { expect, it } from 'vitest'
import { corrected } from '../../reader/src/corrections/corrected.js'
import { Correction } from '../../reader/src/corrections/correction.js'
import { placeAt } from '../../reader/src/corrections/place.js'
import { isOfTheSame } from '../../reader/src/corrections/same-subject.js'
import { summaryOf } from '../../reader/src/corrections/summary.js'
import { MeetingRecord } from '../../reader/src/record.js'
import { textOf } from '../../reader/src/text/flow.js'
import { board } from '../ingest-write/board.js'
import { recordOf } from '../support/record.js'

const { text, record } = recordOf(board)
const names = ['Ada Moss', 'Bo Lind', 'Cy Quist', 'Eve Falk']
const bodies = ['Port Authority', 'Sea Court', 'Tug Owners', 'Ferry Line']

/** Any words of the record, as a curator may select them. */
const place = fc
  .tuple(fc.nat({ max: text.length - 2 }), fc.nat({ max: 140 }))
  .map(([start, length]) => placeAt(text, [[start, Math.min(text.length, start + 1 + length)]]))
const at = { at: place }
const person = fc.constantFrom(...names).map((name) => ({ person: name }))
const body = fc.constantFrom(...bodies)
const kind = <Kind extends Correction['kind']>(name: Kind) => ({ kind: fc.constant(name) })

const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({
    ...kind('SPEAKER'),
    ...at,
    by: fc.array(
      fc.oneof(
        person,
        body.map((name) => ({ body: name })),
        fc.constant({ role: 'The Chair' }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ ...kind('NOBODY'), ...at, passage: fc.constantFrom('ANONYMOUS' as const, 'IMPERSONAL' as const) }),
  fc.record({ ...kind('NO_REMARK'), ...at }),
  fc.record({ ...kind('REMARK_KIND'), ...at, is: fc.constantFrom('STATEMENT' as const, 'RESPONSE' as const) }),
  fc.record({ ...kind('ANSWERS'), ...at, to: fc.array(place, { maxLength: 2 }) }),
  fc.record({ ...kind('ON_BEHALF_OF'), ...at, bodies: fc.array(body, { maxLength: 2 }) }),
  fc.record({ ...kind('THEME'), ...at, title: fc.constantFrom('Night work', 'Ladders', null) }),
  fc.record({ ...kind('SPLIT'), ...at }),
  fc.record({ ...kind('RIGHT'), ...at, code: fc.constant('AMBIGUOUS_SPEAKER') }),
  fc.record({ ...kind('JOIN'), ...at }),
  fc.record({
    ...kind('PRESENT'),
    ...at,
    person,
    mode: fc.constantFrom('PRESENT' as const, 'APOLOGIES' as const, null),
  }),
  fc.record({
    ...kind('POST'),
    ...at,
    person,
    title: fc.constantFrom('Pilot', null),
    body: fc.option(body),
    status: fc.constantFrom('CURRENT' as const, 'FORMER' as const),
  }),
  fc.record({ ...kind('NAME'), ...at, person, name: fc.constantFrom('Ada Mossberg', 'Bo Lind') }),
  fc.record({
    ...kind('MEETING'),
    at: fc.constant(null),
    facts: fc.record({ date: fc.constantFrom('2021-04-05', null) }),
  }),
)

/** What the database holds every remark to. */
function assertSound(made: MeetingRecord): void {
  const keys = (rows: readonly { key: string }[]) => new Set(rows.map(({ key }) => key))
  const [people, organizations, themes] = [keys(made.people), keys(made.organizations), keys(made.themes)]
  for (const { text: words, pieces } of [...made.utterances, ...made.unattributed])
    expect(words).toBe(textOf(text, pieces))
  for (const row of made.remarks) {
    expect((row.kind === 'STATEMENT') === (row.scope !== null)).toBe(true)
    expect(row.attribution === 'NAMED').toBe(row.speaker !== null)
    if (row.attribution === 'PARTY') expect(row.party).not.toBeNull()
    if (row.attribution === 'ROLE') expect(row.speakerRole).not.toBeNull()
    if (row.speaker !== null) expect(people).toContain(row.speaker)
    for (const key of [row.party, ...row.onBehalfOf]) if (key !== null) expect(organizations).toContain(key)
    if (row.theme !== null) expect(themes).toContain(row.theme)
    expect(made.utterances[row.utterance - 1]).toBeDefined()
    for (const answered of row.inResponseTo) expect(answered).toBeLessThan(row.position)
  }
  for (const row of made.affiliations) {
    expect(people).toContain(row.person)
    if (row.organization !== null) expect(organizations).toContain(row.organization)
    if (row.attendance !== null) expect(made.attendances[row.attendance - 1]?.person).toBe(row.person)
  }
  for (const row of made.attendances) expect(people).toContain(row.person)
  for (const row of made.unattributed)
    if (row.utterance !== null) expect(made.utterances[row.utterance - 1]).toBeDefined()
}

it('any corrections make a sound record of a sound one, say what they say, and leave the record as read alone', () => {
  const before = structuredClone(record)
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 8 }), (corrections) => {
      const { record: made, applied } = corrected(text, record, corrections)
      assertSound(MeetingRecord.parse(made))
      expect(record).toEqual(before)
      expect(applied).toHaveLength(corrections.length)
      for (const [i, one] of corrections.entries()) {
        expect(Correction.parse(one)).toEqual(one)
        expect(summaryOf(one)).toMatch(/\.$/)
        expect(isOfTheSame(one, one, one.at?.pieces ?? [])).toBe(true)
        expect(corrected(text, record, corrections.slice(0, i)).applied).toEqual(applied.slice(0, i))
      }
    }),
    { numRuns: Number(process.env.ACTS_RUNS ?? 200), seed: Number(process.env.ACTS_SEED ?? 1) },
  )
})
