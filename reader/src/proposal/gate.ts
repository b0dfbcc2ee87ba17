import { type Finding, finding } from '../findings.js'
import { fold, sortName } from '../names.js'
import type { Block, Furniture, Outline } from '../outline/outline.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { firstReached } from '../text/first-reached.js'
import { piecesOf } from '../text/flow.js'
import { attendanceRows, type Doubt, type ProvenPerson, provenPerson } from './attendance.js'
import { meetingFacts } from './meeting-facts.js'
import { mentionRows } from './mentions.js'
import { isOutcome, outcomesOf, partiesIn } from './outcomes.js'
import { sentencesIn, stretchesOf, Unproven } from './places.js'
import { asPrinted, placesOf, printedWords } from './printed.js'
import { type BodyLine, linesOf, type Proposal, type ThemeLine } from './proposal.js'
import { castOfProven, type Grounds, speechOf } from './speech.js'
import { structureOf } from './structure.js'

/** A line of a proposal that is not believed, whole. */
export interface RefusedLine {
  readonly line: unknown
  readonly code: Unproven['code']
  readonly reason: string
}

export interface GateOptions {
  /** Ids of blocks that hold facts of the meeting or lists of people, beyond those that lines refer to. */
  readonly aside?: ReadonlySet<number> | undefined
  /** Names that stand beside the record, in a register or the folder's facts. */
  readonly beside?: readonly string[] | undefined
}

export interface Gated {
  readonly record: MeetingRecord
  /** What was refused in part or whole, and what the record leaves in doubt. */
  readonly findings: readonly Finding[]
  /** Text that is in no row and yet accounted for. */
  readonly furniture: readonly Furniture[]
  readonly refused: readonly RefusedLine[]
  /** How many lines the proposal had. */
  readonly lines: number
}

/** So many lines in five may be refused; of more, the whole reading is. */
const mostRefused = 1 / 5

export const isRefusedWhole = ({ refused, lines }: Pick<Gated, 'refused' | 'lines'>): boolean =>
  refused.length > lines * mostRefused

/**
 * Makes a record of what a proposal says of it, and believes none of it that the text does not print. What fails is left out, with
 * a finding that says why; the rest stands. Pure, and never throws for a proposal, whatever is in it.
 */
export const record = (outline: Outline, proposal: Proposal, options: GateOptions = {}): Gated => {
  const findings: Finding[] = []
  const refused: RefusedLine[] = []
  const index = printedWords(outline.blocks, options.beside)
  const sentences = sentencesIn(outline)
  const doubt: Doubt = (code, message, pieces) => findings.push(finding(code, message, pieces))
  const refuse = (line: unknown, { code, message }: Unproven, pieces: Pieces): void => {
    refused.push({ line, code, reason: message })
    findings.push(finding(code, `${message} What was proposed of it is left out.`, pieces))
  }
  const attempt = <Line, Result>(line: Line, work: () => Result): Result[] => {
    try {
      return [work()]
    } catch (error) {
      if (!(error instanceof Unproven)) throw error
      refuse(line, error, [])
      return []
    }
  }
  const bodies = new Map(
    unique(proposal.bodies, ({ body }) => body, refuse).flatMap((line) =>
      attempt(line, () => provenBody(index, line)).map((one) => [one.body, one] as const),
    ),
  )
  const people = unique(proposal.persons, ({ person }) => person, refuse).flatMap((line) =>
    attempt(line, () => provenPerson(index, sentences, line, doubt)),
  )
  const themes = unique(proposal.themes, ({ theme }) => theme, refuse).flatMap((line) =>
    attempt(line, () => provenTheme({ outline, index, sentences }, line)),
  )
  const themeOfTitle = new Map<string, string>()
  for (const { theme, title } of themes)
    if (!themeOfTitle.has(subjectOf(title))) themeOfTitle.set(subjectOf(title), theme)
  const sameTheme = new Map(themes.map(({ theme, title }) => [theme, themeOfTitle.get(subjectOf(title)) ?? theme]))
  const oneTheme = (key: string): string => sameTheme.get(key) ?? key
  const facts = meetingFacts(outline, sentences, proposal.meeting, index, doubt)
  const { attendances, affiliations } = attendanceRows(outline, index, people, bodies, doubt)
  const spoken = spokenBlocks(proposal)
  const aside = asideOf(outline, spoken, people, facts.at, options)
  const structure = structureOf(
    outline,
    themes.map((line) => ({ ...line, theme: oneTheme(line.theme) })),
    aside,
    spoken,
  )
  const byKey = new Map(people.map((person) => [person.line.person, person]))
  const grounds: Grounds = {
    outline,
    index,
    sentences,
    structure,
    people: byKey,
    bodies,
    cast: castOfProven(people),
    doubt,
  }
  const remarks = proposal.remarks.map((line) => (line.theme ? { ...line, theme: oneTheme(line.theme) } : line))
  const speech = speechOf(grounds, { remarks, nobody: proposal.nobody }, refuse)
  const motions = unique(proposal.motions, ({ motion }) => motion, refuse)
  const votes = unique(proposal.votes, ({ vote }) => vote, refuse)
  const outcomes = outcomesOf(grounds, { ...proposal, motions, votes }, refuse)
  const parties = partiesIn(outcomes)
  const active = new Set([
    ...speech.remarks.flatMap(({ speaker }) => speaker ?? []),
    ...parties.map(([person]) => person),
  ])
  const mentions = mentionRows(grounds, people, active)
  const heard = heardIn(speech.remarks, mentions, parties)
  const made: MeetingRecord = {
    version: 2,
    ...outcomes,
    meeting: facts.meeting,
    sections: structure.sections,
    themes: themes.filter(({ theme }) => oneTheme(theme) === theme).map(({ theme, title }) => ({ key: theme, title })),
    people: people
      .filter(({ line, entry }) => entry.length > 0 || heard.has(line.person))
      .map((person) => personRow(grounds, person, heard.get(person.line.person) ?? []))
      .sort((a, b) => firstPlace(index, a) - firstPlace(index, b)),
    organizations: [...bodies.values()].map(({ body, name, printed, parent }) => ({
      key: body,
      name,
      aliases: (printed ?? []).filter((form) => form !== name),
      parent: parent && bodies.has(parent) ? parent : null,
    })),
    attendances,
    affiliations,
    paragraphs: structure.paragraphs,
    utterances: speech.utterances,
    remarks: speech.remarks,
    unattributed: speech.unattributed
      .filter(({ pieces }) => !isOutcome(outcomes, pieces))
      .map((row, i) => ({ ...row, position: i + 1 })),
    mentions,
  }
  return {
    record: keptRows(made),
    findings: [...findings, ...facts.findings],
    furniture: [
      ...furnitureOf(outline, structure.bareHeadings, aside, made),
      ...(speech.labels.length > 0 ? [{ kind: 'label', pieces: speech.labels }] : []),
    ],
    refused,
    lines: linesOf(proposal).length,
  }
}

/** Lines with keys of their own; a second line of a key is refused. */
const unique = <Line>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  refuse: (line: Line, error: Unproven, pieces: Pieces) => void,
): Line[] => {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const key = keyOf(line)
    if (!seen.has(key)) return seen.add(key)
    refuse(line, new Unproven('UNKNOWN_KEY', `The key ${key} is used twice.`), [])
    return false
  })
}

/** @throws Unproven for a body that is printed under none of its forms */
const provenBody = (index: Grounds['index'], line: BodyLine): BodyLine => {
  const name = asPrinted(index, line.name)
  if (name === null) throw new Unproven('UNPROVEN_BODY', `No such body is printed: “${line.name}”.`)
  return { ...line, name, printed: (line.printed ?? []).flatMap((form) => asPrinted(index, form) ?? []) }
}

/** @throws Unproven for a title that is not printed in its sentence */
const provenTheme = (
  { outline, index, sentences }: Pick<Grounds, 'outline' | 'index' | 'sentences'>,
  line: ThemeLine,
): ThemeLine => {
  const [first] = stretchesOf(sentences, line.at)
  const block = first && outline.blocks[first.block.id - 1]
  const title = block ? asPrinted(index, withoutMarker(line.title, block.marker), (id) => id === block.id) : null
  if (title === null) throw new Unproven('UNPROVEN_WORDS', `“${line.title}” does not stand in ${line.at}.`)
  return { ...line, title }
}

/** A number that is printed before a heading looks like a part of its title. */
const withoutMarker = (title: string, marker: string | null): string =>
  marker !== null && title.startsWith(`${marker} `) ? title.slice(marker.length + 1) : title

/** What a heading is about: "Mooring rings (continued)" goes on with "Mooring rings". */
const subjectOf = (title: string): string =>
  fold(title.replace(/\s*[-–—(,[]\s*(?:continued|cont['’]?d|cont\.?|resumed)\s*[)\]]?\s*$/i, ''))

/** From this length on a block in which facts of the meeting stand is a paragraph all the same. */
const longFact = 240

/** Whether a block says when or where the meeting was and nothing else: what goes on with another sentence is text. */
const isFact = ({ kind, flow, sentences }: Block): boolean =>
  flow.text.length < longFact && !(kind === 'paragraph' && sentences.length > 1 && /\p{Ll}\.$/u.test(flow.text))

/** Blocks that hold lists of people or facts of the meeting, and so are no paragraphs. */
const asideOf = (
  outline: Outline,
  spoken: ReadonlySet<number>,
  people: readonly ProvenPerson[],
  factsAt: readonly number[],
  { aside }: GateOptions,
): Set<number> => {
  const facts = factsAt.filter((id) => {
    const block = outline.blocks[id - 1]
    return !spoken.has(id) && block !== undefined && isFact(block)
  })
  const entries = people.flatMap(({ entry }) => entry.map(({ id }) => id)).filter((id) => !spoken.has(id))
  const heads = headRowsOver(outline, entries)
  return new Set([...facts, ...entries, ...heads, ...(aside ?? [])])
}

/** The first rows of tables whose next row lists somebody: the names of the columns. */
const headRowsOver = ({ blocks }: Outline, entries: readonly number[]): number[] =>
  entries.flatMap((id) => {
    const [over, row] = [blocks[id - 2], blocks[id - 1]]
    const isFirst = over?.kind === 'row' && over.table === row?.table && blocks[id - 3]?.table !== row?.table
    return isFirst && !entries.includes(over.id) ? [over.id] : []
  })

/** The blocks in which somebody speaks, or nobody by name: those at the ends of each range; those in between are looked at in no list. */
const spokenBlocks = ({ remarks, nobody, decisions, motions, votes, actions }: Proposal): Set<number> =>
  new Set(
    [
      ...[...remarks, ...motions, ...votes].map(({ ids }) => ids),
      ...nobody.map((line) => line.nobody),
      ...decisions.map(({ decision }) => decision),
      ...actions.map(({ action }) => action),
    ].flatMap((ids) => ids.split(/[,-]/).map((id) => Number(id.trim().split('.', 1)[0]))),
  )

/** The printed forms by which each speaker and party of an outcome is named, and whoever is mentioned. */
const heardIn = (
  remarks: MeetingRecord['remarks'],
  mentions: MeetingRecord['mentions'],
  parties: readonly (readonly [person: string, form: string])[],
): Map<string, string[]> => {
  const heard = new Map<string, string[]>()
  const note = (person: string | null, form: string | null) => {
    if (person === null) return
    const forms = heard.get(person) ?? []
    heard.set(person, forms)
    if (form !== null) forms.push(form)
  }
  for (const { speaker, speakerAsPrinted } of remarks) note(speaker, speakerAsPrinted)
  for (const { person } of mentions) note(person, null)
  for (const [person, form] of parties) note(person, form)
  return heard
}

/** Every printed form, in the order in which the text first prints them. */
const personRow = (
  { index }: Grounds,
  { line, forms, named }: ProvenPerson,
  heard: readonly string[],
): MeetingRecord['people'][number] => {
  const others = [...forms.slice(1), ...heard.filter((form) => !/^(?:he|she|they)\b/i.test(form))]
  // A name that is printed inside of a longer form, as behind an honorific, is no form of its own.
  const isInside = others.some((form) => form.includes(line.name))
  const own = isInside || placesOf(index, line.name).length === 0 ? [] : [line.name]
  const printed = [...new Set([...own, ...others])]
  const placed = (printed.length > 0 ? printed : [named?.form ?? line.name]).map((form) => {
    const [place] = placesOf(index, form)
    return { form, block: place?.block ?? 0, at: place?.range[0] ?? 0 }
  })
  placed.sort((a, b) => a.block - b.block || a.at - b.at)
  return {
    key: line.person,
    name: line.name,
    sortName: sortName(line.name),
    printedNames: placed.map(({ form }) => form),
  }
}

/** Where the record first prints somebody; people stand in this order. */
const firstPlace = (index: Grounds['index'], { printedNames }: MeetingRecord['people'][number]): number => {
  const [place] = placesOf(index, printedNames[0] ?? '')
  return place ? place.block * 100_000 + Math.min(99_999, place.range[0]) : Number.MAX_SAFE_INTEGER
}

/** Without rows that refer to people who are not in the record. */
const keptRows = (made: MeetingRecord): MeetingRecord => {
  const people = new Set(made.people.map(({ key }) => key))
  return {
    ...made,
    affiliations: made.affiliations
      .filter(({ person }) => people.has(person))
      .map((row, i) => ({ ...row, position: i + 1 })),
  }
}

/** A list's label is no longer. */
const longestLabel = 60

/** "Present:" before the first entry in its block. */
const labelPieces = (outline: Outline, aside: ReadonlySet<number>, listed: ReadonlySet<number>): Pieces => {
  const starts = [...listed].sort((a, b) => a - b)
  return outline.blocks.flatMap(({ id, flow }): Pieces => {
    const [from, end] = [flow.pieces[0]?.[0] ?? 0, flow.pieces.at(-1)?.[1] ?? 0]
    const first = starts[firstReached(starts.length, (i) => (starts[i] ?? 0) > from)] ?? end
    return first < end && aside.has(id) && first - from <= longestLabel ? [[from, first]] : []
  })
}

/** What the outline passes over, what labels and heads lists, and markers. */
const furnitureOf = (
  outline: Outline,
  bareHeadings: readonly Block[],
  aside: ReadonlySet<number>,
  { attendances }: MeetingRecord,
): Furniture[] => {
  const listed = new Set(attendances.flatMap(({ pieces }) => pieces.map(([start]) => start)))
  const front = outline.blocks.filter(
    ({ id, flow }) => aside.has(id) && !flow.pieces.some(([start]) => listed.has(start)),
  )
  return [
    ...outline.furniture,
    { kind: 'heading', pieces: bareHeadings.flatMap(({ flow }) => flow.pieces) },
    { kind: 'label', pieces: labelPieces(outline, aside, listed) },
    { kind: 'front matter', pieces: front.flatMap(({ flow }) => piecesOf(flow, 0, flow.text.length)) },
  ].filter(({ pieces }) => pieces.length > 0)
}
