import { createHash } from 'node:crypto'
import { sortName } from '@rapporteur/reader/names'
import { MeetingRecord } from '@rapporteur/reader/record'
import type { Reading } from '../../src/ingest/write/write-reading.js'
import { type Outcomes, outcomeLists } from './outcomes.js'

/** A meeting in a test's own words; people, organizations and themes are known by what they are called here. */
export interface Minutes {
  title?: string
  date?: string | null
  language?: string | null
  sections?: string[]
  present?: Present[]
  paragraphs?: Said[]
  /** What a register beside the list of those present states. */
  register?: { name: string; affiliations: Post[] }[]
  /** Bodies with more to say of them than their name. */
  bodies?: { name: string; aliases?: string[]; parent?: string }[]
  outcomes?: Outcomes
}

export interface Post {
  title?: string | null
  organization?: string | null
  status?: 'CURRENT' | 'INCOMING' | 'FORMER'
  note?: string | null
  from?: string | null
  to?: string | null
}

export interface Present {
  name: string
  honorific?: string | null
  printedAs?: string
  posts?: Post[]
}

export interface Said {
  number?: string | null
  theme?: string | null
  /** 1-based place in `sections`. */
  section?: number | null
  text: string
  /** People who raised it; nobody for prose that nobody says. */
  by?: string[]
  /** A body that says it, instead of people. */
  party?: string
  /** A role that says it, of the body `party` where that is given. */
  role?: string
  onBehalfOf?: string[]
  replies?: Reply[]
  unattributed?: string[]
  cites?: string[]
}

export interface Reply {
  by: string
  text: string
  acts?: string[]
  stance?: 'SUPPORTS' | 'OPPOSES' | 'MIXED' | null
}

/** Words as a source text takes them in: each keeps its place. */
class Source {
  text = ''
  add(words: string): [number, number][] {
    const start = this.text.length
    this.text += `${words}\n`
    return [[start, start + words.length]]
  }
  /** Where the text has these words first; they come at its end if it has not. */
  place(words: string): [number, number][] {
    const start = this.text.indexOf(words)
    return start < 0 ? this.add(words) : [[start, start + words.length]]
  }
}

/** Keys of named things, in order of appearance. */
class Names<Row> {
  readonly rows = new Map<string, Row>()
  constructor(private readonly make: (key: string, name: string) => Row) {}
  key = (name: string): string => {
    const key = name.toLowerCase().replaceAll(' ', '-')
    if (!this.rows.has(key)) this.rows.set(key, this.make(key, name))
    return key
  }
}

/** The record of a meeting, valid by MeetingRecord, with the source text that its offsets point into. */
export function recordOf(minutes: Minutes): { record: MeetingRecord; text: string } {
  const source = new Source()
  const people = new Names((key, name) => ({ key, name, sortName: sortName(name), printedNames: [name] }))
  const bodies = new Names((key, name) => ({ key, name, aliases: [] as string[], parent: null as string | null }))
  const themes = new Names((key, title) => ({ key, title }))
  const parts = { source, people, bodies, themes }
  const date = minutes.date === undefined ? '2021-03-04' : minutes.date
  const meetingOf = (title: string): MeetingRecord['meeting'] => ({
    title,
    date,
    endDate: null,
    dateText: date,
    dateCertainty: date ? 'EXACT' : 'UNKNOWN',
    startTime: null,
    endTime: null,
    venue: null,
    language: minutes.language === undefined ? 'en' : minutes.language,
  })
  const title = minutes.title ?? 'Harbour board'
  source.add(title)
  const sections = (minutes.sections ?? []).map((heading, i) => ({
    position: i + 1,
    level: 1,
    parent: null,
    heading,
    introduction: null,
    date: null,
    pieces: source.add(heading),
  }))
  const said = saidRows(minutes.paragraphs ?? [], parts)
  const listed = listedRows(minutes, parts)
  const outcomes = outcomeLists(minutes.outcomes ?? {}, parts)
  for (const { name, aliases = [], parent } of minutes.bodies ?? []) {
    const row = bodies.rows.get(bodies.key(name))
    if (row) Object.assign(row, { aliases, parent: parent ? bodies.key(parent) : null })
  }
  const record = MeetingRecord.parse({
    version: 2,
    meeting: meetingOf(title),
    sections,
    ...said,
    ...listed,
    ...outcomes,
    people: [...people.rows.values()],
    organizations: [...bodies.rows.values()],
    themes: [...themes.rows.values()],
  })
  return { record, text: source.text }
}

interface Parts {
  source: Source
  people: Names<{ printedNames: string[] }>
  bodies: Names<object>
  themes: Names<object>
}

const both = (name: string, { key }: Parts['people']) => ({
  speaker: key(name),
  speakerAsPrinted: name,
  speakerMatch: 'EXACT' as const,
})
const nobody = { speaker: null, speakerAsPrinted: null, speakerMatch: null }

function saidRows(paragraphs: readonly Said[], parts: Parts) {
  const { source, people, bodies, themes } = parts
  const rows = {
    paragraphs: [] as object[],
    utterances: [] as object[],
    remarks: [] as object[],
    unattributed: [] as object[],
    mentions: [] as object[],
  }
  const utter = (text: string, pieces: [number, number][]) =>
    rows.utterances.push({ position: rows.utterances.length + 1, text, pieces })
  paragraphs.forEach((said, i) => {
    const position = i + 1
    const replies = said.replies ?? []
    const words = source.add(said.text)
    const replyWords = replies.map(({ text }) => source.add(text))
    const place = {
      paragraph: position,
      section: said.section ?? null,
      theme: said.theme ? themes.key(said.theme) : null,
    }
    const behalf = (said.onBehalfOf ?? []).map((name) => bodies.key(name))
    const bare = {
      ...place,
      kind: 'STATEMENT',
      speakerRole: said.role ?? null,
      party: null,
      onBehalfOf: behalf,
      acts: [],
      stance: null,
      inResponseTo: [],
    }
    rows.paragraphs.push({
      position,
      number: said.number === undefined ? String(position) : said.number,
      heading: said.theme ?? null,
      section: place.section,
      theme: place.theme,
      text: [said.text, ...replies.map(({ text }) => text)].join(' '),
      pieces: [...words, ...replyWords.flat()],
    })
    const raisers = said.by ?? []
    const party = said.party ? bodies.key(said.party) : null
    const raised: number[] = []
    const utterance = raisers.length > 0 || party || said.role ? utter(said.text, words) : null
    const raise = (row: object) => {
      raised.push(rows.remarks.length + 1)
      rows.remarks.push({ ...bare, position: rows.remarks.length + 1, utterance, ...row })
    }
    for (const name of raisers)
      raise({ attribution: 'NAMED', scope: raisers.length > 1 ? 'JOINT' : 'WHOLE', ...both(name, people) })
    if (raisers.length === 0 && said.role) raise({ attribution: 'ROLE', scope: 'WHOLE', ...nobody, party })
    else if (raisers.length === 0 && party) raise({ attribution: 'PARTY', scope: 'WHOLE', ...nobody, party })
    replies.forEach(({ by, text, acts = [], stance = null }, n) => {
      const pieces = replyWords[n] ?? []
      rows.remarks.push({
        ...bare,
        onBehalfOf: [],
        position: rows.remarks.length + 1,
        utterance: utter(text, pieces),
        kind: 'RESPONSE',
        scope: null,
        attribution: 'NAMED',
        ...both(by, people),
        acts: acts.map((verb) => ({ kind: 'OTHER', verb, pieces })),
        stance,
        inResponseTo: raised,
      })
    })
    for (const wording of said.unattributed ?? [])
      rows.unattributed.push({
        position: rows.unattributed.length + 1,
        paragraph: position,
        utterance,
        kind: 'ANONYMOUS',
        text: said.text,
        wording,
        pieces: words,
      })
    for (const name of said.cites ?? [])
      rows.mentions.push({
        position: rows.mentions.length + 1,
        kind: 'CITED',
        nameAsPrinted: name,
        person: people.key(name),
        paragraph: position,
        pieces: words,
      })
  })
  return rows
}

function listedRows({ present = [], register = [] }: Minutes, { source, people, bodies }: Parts) {
  const rows = { attendances: [] as object[], affiliations: [] as object[] }
  const state = (person: string, attendance: number | null, posts: readonly Post[], pieces: [number, number][]) => {
    for (const post of posts)
      rows.affiliations.push({
        position: rows.affiliations.length + 1,
        person,
        attendance,
        organization: post.organization ? bodies.key(post.organization) : null,
        title: post.title ?? null,
        status: post.status ?? 'CURRENT',
        note: post.note ?? null,
        from: post.from ?? null,
        to: post.to ?? null,
        pieces,
      })
  }
  present.forEach(({ name, honorific = null, printedAs, posts = [] }, i) => {
    const nameAsPrinted = printedAs ?? [honorific, name].filter(Boolean).join(' ')
    const pieces = source.add(nameAsPrinted)
    const person = people.key(name)
    const row = people.rows.get(person)
    if (row && !row.printedNames.includes(nameAsPrinted)) row.printedNames.push(nameAsPrinted)
    rows.attendances.push({ position: i + 1, person, honorific, nameAsPrinted, role: null, mode: 'PRESENT', pieces })
    state(person, i + 1, posts, pieces)
  })
  for (const { name, affiliations } of register) state(people.key(name), null, affiliations, source.add(name))
  return rows
}

/** A reading of these minutes, as a reader and a format would hand it on. */
export function readingOf(
  minutes: Minutes,
  source: Partial<Reading['source']> = {},
  findings: Reading['findings'] = [],
): Reading {
  const { record, text } = recordOf(minutes)
  return asReading(record, text, source, findings)
}

export function asReading(
  record: MeetingRecord,
  text: string,
  source: Partial<Reading['source']> = {},
  findings: Reading['findings'] = [],
): Reading {
  const bytes = Buffer.from(JSON.stringify({ record, text }))
  return {
    source: {
      fileName: 'minutes.txt',
      mediaType: 'text/plain',
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      text,
      readerVersion: 'text 1',
      format: 'test',
      formatVersion: '1',
      parser: 'test 1',
      ...source,
    },
    record,
    findings,
  }
}
