import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { z } from 'zod'
import { fileReading } from '../../src/evaluate/read-file.js'

const folder = fileURLToPath(new URL('../outcomes/', import.meta.url))

/** Drawn by seed before any rule was written; nobody looks at what is read of them. */
const heldBack = new Set(['07', '14', '15', '16', '25'])

const names = z.array(z.string())
const Expected = z.object({
  decisions: z.array(z.object({ at: z.string(), result: z.string() })),
  motions: z.array(z.object({ at: z.string(), movers: names, seconders: names, result: z.string().nullable() })),
  votes: z.array(
    z.object({ at: z.string(), counts: z.record(z.string(), z.number()), voters: z.record(z.string(), names) }),
  ),
  actions: z.array(z.object({ at: z.string(), assignees: names, due: z.string().nullable() })),
})

export const kinds = ['decisions', 'motions', 'votes', 'actions'] as const
type Kind = (typeof kinds)[number]

/** Of so many rows in the record and so many that are read, this many are the same. */
export interface Score {
  readonly right: number
  readonly expected: number
  readonly read: number
}

export const f1 = ({ right, expected, read }: Score): number =>
  expected + read === 0 ? 1 : (2 * right) / (expected + read)

export const sum = (scores: readonly Score[]): Score => ({
  right: scores.reduce((all, { right }) => all + right, 0),
  expected: scores.reduce((all, { expected }) => all + expected, 0),
  read: scores.reduce((all, { read }) => all + read, 0),
})

/** A row of either side in one shape: where it stands, and what is to be the same. */
interface Row {
  readonly text: string
  readonly says: string
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '')

const list = (of: readonly string[]): string => [...of].map(fold).sort().join(' ')

const byOption = (entries: readonly (readonly [string, string])[]): string =>
  [...entries]
    .filter(([, value]) => value !== '')
    .map(([option, value]) => `${fold(option)}=${value}`)
    .sort()
    .join(' ')

const expectedRows = (of: z.infer<typeof Expected>): Record<Kind, Row[]> => ({
  decisions: of.decisions.map(({ at, result }) => ({ text: at, says: result })),
  motions: of.motions.map(({ at, movers, seconders, result }) => ({
    text: at,
    says: `${list(movers)} | ${list(seconders)} | ${result}`,
  })),
  votes: of.votes.map(({ at, counts, voters }) => ({
    text: at,
    says: `${byOption(Object.entries(counts).map(([o, n]) => [o, `${n}`]))} | ${byOption(Object.entries(voters).map(([o, who]) => [o, list(who)]))}`,
  })),
  actions: of.actions.map(({ at, assignees, due }) => ({ text: at, says: `${list(assignees)} | ${due}` })),
})

const readRows = (record: MeetingRecord): Record<Kind, Row[]> => {
  const named = new Map([...record.people, ...record.organizations].map(({ key, name }) => [key, name]))
  const parties = (of: MeetingRecord['actions'][number]['assignees']) =>
    list(of.map(({ person, organization, asPrinted }) => named.get(person ?? organization ?? '') ?? asPrinted))
  const choice = (option: string, printed: string | null) => (option === 'OTHER' ? (printed ?? option) : option)
  return {
    decisions: record.decisions.map(({ text, result }) => ({ text, says: result })),
    motions: record.motions.map(({ text, movers, seconders, result }) => ({
      text,
      says: `${parties(movers)} | ${parties(seconders)} | ${result}`,
    })),
    votes: record.voteEvents.map(({ position, text, counts }) => {
      const own = record.votes.filter(({ voteEvent }) => voteEvent === position)
      const chosen = new Set(own.map(({ option, optionAsPrinted }) => choice(option, optionAsPrinted)))
      const who = [...chosen].map((one): [string, string] => {
        const voters = own.filter(({ option, optionAsPrinted }) => choice(option, optionAsPrinted) === one)
        return [one, list(voters.map((row) => named.get(row.person ?? row.organization ?? '') ?? row.nameAsPrinted))]
      })
      return {
        text,
        says: `${byOption(counts.map(({ option, optionAsPrinted, count }) => [choice(option, optionAsPrinted), `${count}`]))} | ${byOption(who)}`,
      }
    }),
    actions: record.actions.map(({ text, assignees, due }) => ({ text, says: `${parties(assignees)} | ${due}` })),
  }
}

const compared = (expected: readonly Row[], read: readonly Row[]): { score: Score; differences: string[] } => {
  const left = [...read]
  const differences: string[] = []
  let right = 0
  for (const { text, says } of expected) {
    const isHere = (one: Row) => fold(one.text).includes(fold(text)) || fold(text).includes(fold(one.text))
    const same = left.findIndex((one) => isHere(one) && one.says === says)
    const index = same >= 0 ? same : left.findIndex(isHere)
    const [found] = index >= 0 ? left.splice(index, 1) : []
    if (found?.says === says) right++
    else differences.push(found ? `${found.says}, not ${says}: ${text}` : `not found (${says}): ${text}`)
  }
  for (const { text, says } of left) differences.push(`is none (${says}): ${text.slice(0, 90)}`)
  return { score: { right, expected: expected.length, read: read.length }, differences }
}

/** How the outcomes of each invented record are read. What is read otherwise is told only of those that are not held back. */
export async function* outcomeReadings() {
  const read = fileReading()
  for (const name of readdirSync(folder).filter((one) => /^\d\d-.*\.(?:txt|md)$/.test(one))) {
    const file = name.replace(/\.\w+$/, '.expected.json')
    const expected = expectedRows(Expected.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    const reading = await read(join(folder, name)).catch(() => null)
    const rows = reading ? readRows(reading.record) : { decisions: [], motions: [], votes: [], actions: [] }
    const results = kinds.map((kind) => [kind, compared(expected[kind], rows[kind])] as const)
    const isHeldBack = heldBack.has(name.slice(0, 2))
    yield {
      name,
      isHeldBack,
      scores: Object.fromEntries(results.map(([kind, { score }]) => [kind, score])) as Record<Kind, Score>,
      differences: isHeldBack ? [] : results.flatMap(([kind, of]) => of.differences.map((one) => `${kind}: ${one}`)),
    }
  }
}
