import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { z } from 'zod'
import { fileReading } from '../../src/evaluate/read-file.js'

const ownFolder = fileURLToPath(new URL('../readings/', import.meta.url))

const Expected = z.object({
  present: z.array(z.object({ name: z.string() })),
  remarks: z.array(
    z.object({
      speaker: z.string().nullable(),
      role: z.string().nullable(),
      for: z.string().nullable(),
      theme: z.string().nullable(),
      starts: z.string(),
      ends: z.string(),
      kind: z.enum(['STATEMENT', 'RESPONSE']),
      answers: z.array(z.string()),
    }),
  ),
})
type ExpectedRemark = z.infer<typeof Expected>['remarks'][number]

/** How many were found, of how many. */
type Found = readonly [found: number, of: number]

/** `remarks` and `wrong` are counts; what is found of a remark is of those with the right speaker. */
export interface Counts {
  readonly remarks: number
  readonly wrong: number
  readonly right: Found
  readonly spans: Found
  readonly themes: Found
  readonly bodies: Found
  readonly answers: Found
  /** Of the remarks that are read as answering somebody, those that answer just these. */
  readonly toldAnswers: Found
  readonly present: Found
}

interface ReadRemark {
  readonly remark: MeetingRecord['remarks'][number]
  /** In characters of the folded text. */
  readonly start: number
  readonly end: number
  readonly speaker: string | null
}

const proposals = fileURLToPath(new URL('../proposals/', import.meta.url))

/** Where the answer to a record's task is kept. */
const answerFile = (path: string): string => join(proposals, `${basename(path, extname(path))}.jsonl`)

/** Reads each record whose name begins so (all of them, if none is given), and compares. One that is refused has found nothing. */
export async function* readingsOf(beginnings: readonly string[] = [], folder: string = ownFolder) {
  yield* compare(fileReading(), recordsIn(folder), beginnings, folder)
}

/** As `readingsOf`, of the records to whose tasks answers are kept, by these. */
export async function* answersOf(beginnings: readonly string[] = []) {
  const read = fileReading((path) => readFileSync(answerFile(path), 'utf8'))
  const answered = recordsIn(ownFolder).filter((name) => existsSync(answerFile(name)))
  yield* compare(read, answered, beginnings, ownFolder)
}

const recordsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /^[a-z]\d\d\b.*\.(?:txt|md|html)$/.test(name))

async function* compare(
  read: ReturnType<typeof fileReading>,
  names: readonly string[],
  beginnings: readonly string[],
  folder: string,
) {
  for (const name of names.filter((one) => beginnings.length === 0 || beginnings.some((it) => one.startsWith(it)))) {
    const file = name.replace(/\.\w+$/, '.expected.json')
    const expected = Expected.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const reading = await read(join(folder, name)).catch(() => null)
    yield { name, ...compared(expected, reading) }
  }
}

/** F1 of speakers: what is said by the wrong one is both missed and invented. */
export const speakersF1 = ({ right: [right, all], wrong }: Counts): number => (2 * right) / (right + wrong + all)

export const total = (rows: readonly Counts[]): Counts => {
  const sum = (of: (row: Counts) => number) => rows.reduce((all, row) => all + of(row), 0)
  const both = (of: (row: Counts) => Found): Found => [sum((row) => of(row)[0]), sum((row) => of(row)[1])]
  return {
    ...{ remarks: sum(({ remarks }) => remarks), wrong: sum(({ wrong }) => wrong) },
    ...{ right: both(({ right }) => right), spans: both(({ spans }) => spans), themes: both(({ themes }) => themes) },
    ...{ bodies: both(({ bodies }) => bodies), answers: both(({ answers }) => answers) },
    toldAnswers: both(({ toldAnswers }) => toldAnswers),
    present: both(({ present }) => present),
  }
}

function compared(
  { present, remarks }: z.infer<typeof Expected>,
  reading: { record: MeetingRecord; text: string; format: string } | null,
): { counts: Counts; differences: string[] } {
  const nothing: Found = [0, 0]
  const refused = { spans: nothing, themes: nothing, bodies: nothing, answers: nothing, toldAnswers: nothing }
  if (!reading)
    return {
      counts: {
        ...refused,
        remarks: remarks.length,
        wrong: 0,
        right: [0, remarks.length],
        present: [0, present.length],
      },
      differences: ['refused'],
    }
  const { record } = reading
  const differences: string[] = []
  const check = (isFound: boolean, difference: string): Found => {
    if (!isFound) differences.push(difference)
    return [isFound ? 1 : 0, 1]
  }
  const named = namesIn(record)
  const read = readRemarks(reading, named)
  const isTranscript = ['labelled', 'labelled'].includes(reading.format)
  const rows = remarksIn(fold(reading.text).text, remarks).map(({ remark, start, end }): Counts => {
    const speaker = remark.speaker ?? remark.role ?? remark.for
    const isSpeaker = (one: ReadRemark) => isSameName(one.speaker, speaker)
    const shared = (one: ReadRemark) =>
      Math.max(0, Math.min(one.end, end) - Math.max(one.start, start)) /
      (Math.max(one.end, end) - Math.min(one.start, start))
    const [best] = read
      .filter((one) => shared(one) > 0.1)
      .sort((a, b) => Number(isSpeaker(b)) - Number(isSpeaker(a)) || shared(b) - shared(a))
    const row = { ...refused, remarks: 1, wrong: 0, right: [0, 1] as Found, present: nothing }
    if (!best || !isSpeaker(best)) {
      differences.push(`${best ? `said by ${best.speaker}` : 'not found'}, not ${speaker}: ${remark.starts}`)
      return { ...row, wrong: best?.speaker ? 1 : 0 }
    }
    const answered = best.remark.inResponseTo.map(
      (position) => read.find((one) => one.remark.position === position)?.speaker ?? null,
    )
    const { theme } = best.remark
    const isRightAnswer = isSamePeople(answered, remark.answers)
    const isAnswerScored = !isTranscript && (remark.answers.length > 0 || answered.length > 0)
    if (isAnswerScored && !isRightAnswer)
      differences.push(`answers ${answered}, not ${remark.answers}: ${remark.starts}`)
    return {
      ...row,
      right: [1, 1],
      spans: check(
        shared(best) > 0.8,
        `${Math.round(shared(best) * 100)} % of the words of ${speaker}: ${remark.starts}`,
      ),
      themes: check(
        remark.theme === null ? theme === null : isSameName(named.theme(theme), remark.theme),
        `theme ${named.theme(theme)}, not ${remark.theme}: ${remark.starts}`,
      ),
      bodies: remark.for
        ? check(
            named.bodies(best.remark).some((body) => isSameName(body, remark.for)),
            `not for ${remark.for}: ${speaker}`,
          )
        : nothing,
      answers: isAnswerScored && remark.answers.length > 0 ? [isRightAnswer ? 1 : 0, 1] : nothing,
      toldAnswers: isAnswerScored && answered.length > 0 ? [isRightAnswer ? 1 : 0, 1] : nothing,
    }
  })
  const listed = present.map(({ name }) =>
    check(
      record.people.some((one) => isSameName(one.name, name)),
      `no ${name}`,
    ),
  )
  return {
    counts: { ...total(rows), present: [listed.filter(([found]) => found).length, listed.length] },
    differences,
  }
}

function namesIn({ people, organizations, themes, affiliations }: MeetingRecord) {
  const organization = (key: string | null) => organizations.find((one) => one.key === key)?.name ?? null
  const bodies = ({ speaker, party, onBehalfOf }: MeetingRecord['remarks'][number]) => [
    ...onBehalfOf.map(organization),
    organization(party),
    ...affiliations.filter(({ person }) => person === speaker).map((one) => organization(one.organization)),
  ]
  return {
    ...{ organization, bodies },
    person: (key: string | null) => people.find((one) => one.key === key)?.name ?? null,
    theme: (key: string | null) => themes.find((one) => one.key === key)?.title ?? null,
  }
}

function readRemarks(
  { record, text }: { record: MeetingRecord; text: string },
  { person, organization }: ReturnType<typeof namesIn>,
): ReadRemark[] {
  const { places } = fold(text)
  /** How many characters of the folded text come before an offset. */
  const before = (offset: number) => places.findLastIndex((place) => place < offset) + 1
  const pieces = new Map(record.utterances.map((one) => [one.position, one.pieces]))
  return record.remarks.map((remark) => {
    const of = pieces.get(remark.utterance) ?? []
    return {
      remark,
      start: before(of[0]?.[0] ?? 0),
      end: before(of.at(-1)?.[1] ?? 0),
      speaker: person(remark.speaker) ?? organization(remark.party) ?? remark.speakerRole,
    }
  })
}

/** Where each expected remark stands: its first words, from where the one before it began, to its last. */
function remarksIn(text: string, remarks: readonly ExpectedRemark[]) {
  let from = 0
  return remarks.map((remark) => {
    const [starts, ends] = [fold(remark.starts).text, fold(remark.ends).text]
    const next = text.indexOf(starts, from)
    const start = next < 0 ? text.indexOf(starts) : next
    if (start < 0) throw new Error(`The record does not have "${remark.starts}".`)
    from = start
    const end = text.indexOf(ends, start)
    return { remark, start, end: end < 0 ? start + starts.length : end + ends.length }
  })
}

/** Letters and digits alone, in lower case, and where each stood. */
function fold(text: string): { text: string; places: number[] } {
  const letters: string[] = []
  const places: number[] = []
  for (let i = 0; i < text.length; i++)
    for (const letter of (text[i] ?? '').normalize('NFKD').toLowerCase())
      if (/[\p{L}\p{N}]/u.test(letter)) {
        letters.push(letter)
        places.push(i)
      }
  return { text: letters.join(''), places }
}

const titles = /\b(?:mr|mrs|ms|miss|dr|prof|professor|cllr|councillor|sir|rev|hon|chief|the)\b\.?/gi
const nameKey = (name: string | null) => fold((name ?? '').replace(titles, '')).text

/** The same but for titles and what is left out of either. */
function isSameName(one: string | null, other: string | null): boolean {
  const [a, b] = [nameKey(one), nameKey(other)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}

const isSamePeople = (some: readonly (string | null)[], others: readonly string[]) =>
  others.every((name) => some.some((one) => isSameName(one, name))) &&
  some.every((name) => others.some((one) => isSameName(one, name)))
