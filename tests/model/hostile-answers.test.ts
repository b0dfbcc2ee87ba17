import { fold, nameTokens } from '@rapporteur/reader/names'
import { record } from '@rapporteur/reader/proposal/gate'
import { NoProposalError, parseProposal } from '@rapporteur/reader/proposal/parse'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerLines, linesOf, minutes, outlineFor } from './record.js'

/** MUTATED_ANSWERS=100000 tries as many. */
const runs = Number(process.env.MUTATED_ANSWERS ?? 500)

/** Texts that a model may put in the place of printed ones, among them what a record may ask it to. */
const words = fc.oneof(
  fc.constantFrom(
    'The Mayor',
    'Delia Horne',
    'Ada Osei',
    'Quill Ada Thorne',
    '<script>alert(1)</script>',
    'Ada\u0000Quill',
    '\u202EQuill',
    'Harbour Master of Marrow',
    '2031-03-05',
    '5.1-5.2',
    '7.2-5.1',
    '999',
    'o1',
    'p1',
    'p9',
  ),
  fc.string({ maxLength: 30 }),
  fc.constantFrom(...minutes.split(/\s+/)),
)
const value: fc.Arbitrary<unknown> = fc.oneof(words, fc.array(words, { maxLength: 3 }), fc.integer(), fc.constant(null))

interface Change {
  readonly line: number
  readonly field: number
  readonly value: unknown
}
const change = fc.record({ line: fc.nat(), field: fc.nat(), value })

const changed = (changes: readonly Change[]): string => {
  const lines: Record<string, unknown>[] = answerLines.map((line) => structuredClone({ ...line }))
  for (const { line, field, value } of changes) {
    const one = lines[line % lines.length] ?? {}
    const inside = (one.meeting ?? one) as Record<string, unknown>
    const names = Object.keys(inside)
    inside[names[field % names.length] ?? ''] = value
  }
  return linesOf(lines)
}

const printed = new Set(fold(minutes).split(/[^\p{L}\p{N}]+/u))
const isPrinted = (text: string): boolean =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => word === '' || printed.has(word))

it(
  'lets nothing in that is not printed, whatever is answered',
  async () => {
    const outline = await outlineFor(minutes)
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let proposal: ReturnType<typeof parseProposal>['proposal']
        try {
          proposal = parseProposal(changed(changes)).proposal
        } catch (error) {
          if (error instanceof NoProposalError) return
          throw error
        }
        const { record: made } = record(outline, proposal)
        for (const { name, printedNames } of made.people) {
          expect(nameTokens(name).length === 0 || isPrinted(name), name).toBe(true)
          for (const form of printedNames) expect(isPrinted(form), form).toBe(true)
        }
        for (const { name, aliases } of made.organizations)
          for (const form of [name, ...aliases]) expect(isPrinted(form), form).toBe(true)
        for (const { title } of made.affiliations) expect(title === null || isPrinted(title), title ?? '').toBe(true)
        for (const { title } of made.themes) expect(isPrinted(title), title).toBe(true)
        expect([null, '2031-03-04']).toContain(made.meeting.date)
        for (const { speakerAsPrinted, speakerRole, acts } of made.remarks)
          for (const text of [speakerAsPrinted ?? '', speakerRole ?? '', ...acts.map(({ verb }) => verb)])
            expect(isPrinted(text), text).toBe(true)
        for (const { text } of made.utterances) expect(isPrinted(text), text).toBe(true)
        for (const { wording } of made.unattributed)
          expect(wording === null || isPrinted(wording), wording ?? '').toBe(true)
      }),
      { numRuns: runs },
    )
  },
  60_000 + 20 * runs,
)
