import { readFileSync } from 'node:fs'
import { readRecord } from '@rapporteur/reader/read'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { assertSound } from './support/assert-sound.js'
import { sourceOfText } from './support/source-of-text.js'

/** Formats that find speakers in running text, where chance has the most to break. */
const prose = ['summary', 'prose']

/** More of each: FC_RUNS=10000 FC_SEED=7 npx vitest run --testTimeout=0 tests/ingest/properties.test.ts */
const runs = (usual: number) => Number(process.env.FC_RUNS ?? usual)

const check = (text: string): void => {
  for (const format of prose) {
    const { record, findings } = readRecord(sourceOfText(text), { format })
    assertSound(text, record, findings)
  }
}

/** The parts that records are made of, so that chance puts together what looks like one. */
const parts = [
  'Summary of the Meeting\n\n',
  'Date: Monday 3 May, 10:00-12:00\n',
  'Discussion\n\n',
  '- 1. ',
  '2. ',
  '(3) ',
  '¶ 4 ',
  '1.1 ',
  '**Wells (Ms. Ada Roe; Mr. Bo Poe)**: ',
  'Wells (Kenya and the EU). ',
  'Wells: ',
  'Ms. Roe ',
  'Mr. Bo Poe ',
  'Dr. Cem von ',
  'Moos-',
  'The Chair ',
  'Japan, on behalf of the Isles, ',
  'He further ',
  'One participant ',
  'others ',
  'It was ',
  'There was ',
  'replied that ',
  'agreed with Ms. Roe and ',
  'noted ',
  'suggested by one guide ',
  'the well is dry. ',
  ', and ',
  ', to which ',
  '; ',
  '\n',
  '\n\n',
  '\f',
  'Page 3\n',
  'ANNEX A\n\nParticipants\n\n',
  'Name\tTitle\tOrganization\n',
  'Ms. Ada Roe\tHead, Former Clerk\tWater Board\n',
  '\tDeputy\tHill\n',
  'Mr. Bo Poe (Water Board)\n',
  'Ms. Ada Roe          Head          Water Board\n',
  '| Ms. Ada Roe | Head | Board |\n',
  'Present: Ms. Ada Roe (Chair), Mr. Bo Poe\nApologies: Dr. Cem Lee\n',
  'Einstein, who said that ',
  'MR. ROE ',
  '_The Prime Minister_ ',
  'The Prime Minister, Sir Bo Poe, ',
  'Tuesday, 3 May 1960, commencing at 10 a.m.\n\n',
  '**AGREED MINUTE**\n\n',
  'The meeting adjourned. ',
  '[1]',
  '1 The Board was represented by Roe and B. Poe (Clerk, 1960-63).\n',
  'Those present were:\n\n',
  'Water Board | Mr: Bo Poe\n',
  ' | Ms. Ada Roe[1](#f1)\n',
  'took the chair',
  'and was informed by Mr. Poe ',
  'The meeting adjourned at 3.10 p.m. ',
  'In reply to Ms. Roe, ',
  'KENYA, on behalf of the AFRICAN GROUP and supported by CHILE, ',
  'The EU, the US and JAPAN ',
  ', while NORWAY ',
  'SBI Chair Ada Roe (Chile) ',
  'AGENDA ITEM 3 (a)  THE GREAT REEF ',
  '**FUND:** ',
]

describe('a reading is sound', () => {
  it('whatever the parts of records are put together to', () => {
    const record = fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...parts) }, fc.string({ maxLength: 12 })),
      {
        maxLength: 90,
      },
    )
    fc.assert(
      fc.property(record, (some) => check(some.join(''))),
      { numRuns: runs(400) },
    )
  })

  it('whatever characters a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => check(text)),
      { numRuns: runs(200) },
    )
  })

  it('wherever a record is cut, doubled or put into another order', () => {
    const sample = readFileSync('sample/harbour-consultation.txt', 'utf8')
    const edit = fc.tuple(
      fc.nat(sample.length),
      fc.nat(400),
      fc.nat(sample.length),
      fc.constantFrom('cut', 'move', 'copy'),
    )
    const edited = (edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[]): string =>
      edits.reduce((text, [at, length, to, how]) => {
        const part = text.slice(at, at + length)
        const rest = how === 'copy' ? text : text.slice(0, at) + text.slice(at + length)
        return how === 'cut' ? rest : rest.slice(0, to) + part + rest.slice(to)
      }, sample)
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => check(edited(edits))),
      { numRuns: runs(60) },
    )
  })
})
