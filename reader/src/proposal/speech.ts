import { fold, nameTokens, splitHonorific } from '../names.js'
import type { Outline } from '../outline/outline.js'
import { addMember, type Cast, emptyCast, identify } from '../people/within-meeting.js'
import type { MeetingRecord, NameMatch, Pieces } from '../record.js'
import { piecesOf, textOf } from '../text/flow.js'
import { common, endOf, size, startOf, without } from '../text/pieces.js'
import { wholeWordsAt } from '../text/whole-words.js'
import type { Doubt, ProvenPerson } from './attendance.js'
import type { Stretch } from './draft.js'
import { withoutLabel } from './label.js'
import { passageStretches, piecesOfStretches, type Sentences, Unproven } from './places.js'
import { asPrinted, isPrinted, type PrintedWords, placesOf, spelledAt, type Within } from './printed.js'
import type { BodyLine, NobodyLine, RemarkLine } from './proposal.js'
import type { Structure } from './structure.js'
import { denialIn, verbOf } from './verbs.js'

type Remark = MeetingRecord['remarks'][number]

/** All that the lines of speech are held against. */
export interface Grounds {
  readonly outline: Outline
  readonly index: PrintedWords
  readonly sentences: Sentences
  readonly structure: Structure
  readonly people: ReadonlyMap<string, ProvenPerson>
  readonly bodies: ReadonlyMap<string, BodyLine>
  readonly cast: Cast
  readonly doubt: Doubt
}

/** The people of a proposal as a cast that finds them by their printed names. */
export const castOfProven = (people: Iterable<ProvenPerson>): Cast => {
  const cast = emptyCast()
  for (const { line, forms, entry } of people)
    addMember(cast, {
      key: line.person,
      name: line.name,
      honorific: line.honorific ?? null,
      tokens: nameTokens(line.name),
      abbreviation: forms.find((form) => /^\p{Lu}[\p{L}\p{N}~]{0,5}$/u.test(form) && form !== line.name) ?? null,
      isListed: entry.length > 0,
    })
  return cast
}

/** A remark whose words are found, before it is known who speaks. */
interface Placed {
  readonly line: RemarkLine
  readonly stretches: readonly Stretch[]
  pieces: Pieces
  /** What names its speaker before its words begin. */
  readonly label: Pieces
  /** Where its block goes on from, label and all. */
  readonly begins: number
}

/** The words that speak of whoever spoke last. */
const pronoun = /^(?:["“(]?\s*)(?:\S+\s+){0,3}?(?:he|she|they|his|her|their|the (?:former|latter|speaker|same \w+))\b/i

/** What may name the speaker of a remark: its own words and what stands before them in their block, then its label's block. */
interface Surroundings {
  readonly own: ReadonlySet<number>
  readonly label: ReadonlySet<number>
}

const surroundings = (stretches: readonly Stretch[]): Surroundings => {
  const own = new Set(stretches.map(({ block }) => block.id))
  const [first] = stretches
  const label = new Set<number>()
  if (first) {
    for (let id = Math.max(1, first.block.id - 3); id < first.block.id; id++) label.add(id)
    if (first.block.section !== null) label.add(first.block.section)
  }
  return { own, label }
}

interface Evidence {
  readonly match: NameMatch | null
  readonly printed: string | null
}

/** What parts a label: "Ms Roe (Harbour Board)", "Harbour Board | Ada Roe | Chair". */
const betweenParts = /\s*[()|]\s*/

/**
 * How far a label is from a person's name. A body or an office may stand beside the name; where another person of the record stands
 * before it, the label is that one's.
 *
 * @returns null where the label is not theirs
 */
const matchOf = (grounds: Grounds, printed: string, person: ProvenPerson): NameMatch | null => {
  for (const part of [printed, ...printed.split(betweenParts).filter((one) => one !== '')]) {
    const match = matchOfName(grounds, part, person)
    if (match !== null) return match
    const { person: named, candidates } = identify(grounds.cast, part)
    if (part !== printed && (named !== null || candidates.length > 0)) return null
  }
  return null
}

/** Whether a label names another person of the record. */
const isSomebodyElse = ({ cast }: Grounds, printed: string, { line }: ProvenPerson): boolean => {
  const named = [printed, ...printed.split(betweenParts)].flatMap((part) => identify(cast, part).person ?? [])
  return named[0] !== undefined && named[0] !== line.person
}

const matchOfName = ({ cast }: Grounds, printed: string, { line, forms }: ProvenPerson): NameMatch | null => {
  const found = identify(cast, printed)
  if (found.person === line.person) return found.match ?? 'EXACT'
  const own = fold(splitHonorific(printed).name)
  if (forms.some((form) => fold(form) === fold(printed) || fold(splitHonorific(form).name) === own))
    return nameTokens(printed).some((token) => nameTokens(line.name).includes(token))
      ? 'CONTEXT'
      : roleOrInitials(printed)
  if (line.role && fold(line.role) === fold(printed.replace(/^the /i, ''))) return 'ROLE_HOLDER'
  return null
}

const roleOrInitials = (printed: string): NameMatch =>
  /^[\p{Lu}\p{N}][\p{L}\p{N}~]{0,5}$/u.test(printed) ? 'ABBREVIATION' : 'ROLE_HOLDER'

/** A form of somebody's name that stands in one of these blocks: the fullest first, then the family name by itself. */
const printedIn = ({ index }: Grounds, person: ProvenPerson, within: Within): string | null => {
  const forms = [...person.forms].sort((a, b) => b.length - a.length)
  const whole = forms.find((form) => isPrinted(index, form, within))
  if (whole !== undefined) return whole
  const family = nameTokens(person.line.name).at(-1) ?? ''
  const [place] = family.length > 1 ? placesOf(index, family, within) : []
  const words = place && index.blocks.get(place.block)
  return words && place ? words.text.slice(...place.range) : null
}

/**
 * What shows that somebody speaks: the form given as printed, which stands in the remark or labels it; else a form of the name in
 * it; else the remark before, carried on by a pronoun or by silence.
 *
 * @throws Unproven where nothing does
 */
const evidenceOf = (
  grounds: Grounds,
  { line, stretches }: Placed,
  person: ProvenPerson,
  before: readonly Remark[],
): Evidence => {
  const { own, label } = surroundings(stretches)
  const printed = line.by.length === 1 ? (line.as ?? null) : null
  const [first] = stretches
  const opening = first ? first.block.flow.text.slice(first.range[0], first.range[0] + 120) : ''
  if (printed !== null && !pronoun.test(printed)) {
    const spelled = asPrinted(grounds.index, printed, own) ?? asPrinted(grounds.index, printed, label)
    if (spelled === null)
      throw new Unproven('UNPROVEN_SPEAKER', `“${printed}” stands neither in remark ${line.remark} nor before it.`)
    const match = matchOf(grounds, printed, person)
    if (match !== null) return { match, printed: spelled }
    if (!hasSpoken(before, person) || isSomebodyElse(grounds, printed, person))
      throw new Unproven('UNPROVEN_SPEAKER', `“${printed}” is not ${person.line.name}.`)
  }
  const form = printedIn(grounds, person, own) ?? printedIn(grounds, person, label)
  if (form !== null && printed === null) return { match: matchOf(grounds, form, person) ?? 'CONTEXT', printed: form }
  if (hasSpoken(before, person))
    return {
      match: pronoun.test(printed ?? opening) ? 'PRONOUN' : 'CONTEXT',
      printed: printed === null ? null : asPrinted(grounds.index, printed, own),
    }
  if (form !== null) return { match: matchOf(grounds, form, person) ?? 'CONTEXT', printed: form }
  throw new Unproven('UNPROVEN_SPEAKER', `Nothing in remark ${line.remark} or before it names ${person.line.name}.`)
}

/** How many remarks back somebody may be taken up by a pronoun. */
const memory = 4
const hasSpoken = (before: readonly Remark[], { line }: ProvenPerson): boolean =>
  before.slice(-memory).some(({ speaker }) => speaker === line.person)

const isWithin = (inner: Placed, outer: Placed): boolean =>
  size(inner.pieces) < size(outer.pieces) && common(inner.pieces, outer.pieces) === size(inner.pieces)

/** Takes the words of a remark inside of another's out of the outer one. @returns those that overlap otherwise, with the reason */
const parted = (source: string, placed: readonly Placed[]): Map<Placed, Unproven> => {
  const refused = new Map<Placed, Unproven>()
  const inOrder = [...placed].sort((a, b) => startOf(a.pieces) - startOf(b.pieces) || size(b.pieces) - size(a.pieces))
  const open: Placed[] = []
  for (const remark of inOrder) {
    const start = startOf(remark.pieces)
    for (let i = open.length - 1; i >= 0; i--) if (endOf(open[i]?.pieces ?? []) <= start) open.splice(i, 1)
    const overlapping = open.filter((one) => common(one.pieces, remark.pieces) > 0)
    const clash = overlapping.find((one) => !isWithin(remark, one) || sameSpeakers(one.line, remark.line))
    if (clash && !isJoint(clash, remark)) {
      const message = `Remark ${remark.line.remark} shares words with remark ${clash.line.remark}.`
      refused.set(remark, new Unproven('OVERLAP', message))
      continue
    }
    if (!clash) for (const outer of overlapping) outer.pieces = without(source, outer.pieces, remark.pieces)
    open.push(remark)
  }
  for (const remark of placed)
    if (remark.pieces.length === 0 && !refused.has(remark))
      refused.set(remark, new Unproven('OVERLAP', `All words of remark ${remark.line.remark} are others'.`))
  return refused
}

const sameSpeakers = (a: RemarkLine, b: RemarkLine): boolean => a.by.length > 0 && a.by.join() === b.by.join()

/** The same words of two lines: said jointly. */
const isJoint = (a: Placed, b: Placed): boolean =>
  size(a.pieces) === size(b.pieces) && common(a.pieces, b.pieces) === size(a.pieces) && !sameSpeakers(a.line, b.line)

export interface Speech extends Pick<MeetingRecord, 'utterances' | 'remarks' | 'unattributed'> {
  /** What labels remarks, and is no word of them. */
  readonly labels: Pieces
}

/** A line that is not believed. */
export type Refuse = (line: RemarkLine | NobodyLine, error: Unproven, pieces: Pieces) => void

/** Makes the rows of what was said. Lines that are not proven are refused one by one. */
export const speechOf = (
  grounds: Grounds,
  lines: { readonly remarks: readonly RemarkLine[]; readonly nobody: readonly NobodyLine[] },
  refuse: Refuse,
): Speech => {
  const source = grounds.outline.source.text
  const placed = lines.remarks.flatMap((line): Placed[] => {
    const stretches = attempt(
      () => passageStretches(grounds.sentences, line, line.as ?? undefined),
      (error) => refuse(line, error, []),
    )
    if (!stretches) return []
    const begins = stretches[0]?.range[0] ?? 0
    const spoken = line.starts === undefined ? withoutLabel(stretches, line.as) : { stretches, label: [] }
    return [{ line, ...spoken, begins, pieces: piecesOfStretches(spoken.stretches) }]
  })
  const clashes = parted(source, placed)
  for (const [{ line, pieces }, error] of clashes) refuse(line, error, pieces)
  const inOrder = placed
    .filter((one) => !clashes.has(one))
    .sort((a, b) => startOf(a.pieces) - startOf(b.pieces) || a.line.remark - b.line.remark)
  const speech: Speech = { utterances: [], remarks: [], unattributed: [], labels: [] }
  const rows = new Map<number, number[]>()
  const positions = new Map<string, number>()
  for (const one of inOrder) {
    const made = attempt(
      () => remarkRows(grounds, one, speech, rows, positions),
      (error) => refuse(one.line, error, one.pieces),
    )
    if (!made) continue
    rows.set(one.line.remark, made)
    speech.labels.push(...one.label)
  }
  for (const line of lines.nobody)
    attempt(
      () => addNobody(grounds, line, speech),
      (error) => refuse(line, error, []),
    )
  speech.unattributed.sort((a, b) => startOf(a.pieces) - startOf(b.pieces))
  speech.unattributed.forEach((row, i) => {
    row.position = i + 1
  })
  return speech
}

const attempt = <Result>(work: () => Result, refused: (error: Unproven) => void): Result | null => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Unproven)) throw error
    refused(error)
    return null
  }
}

type Speaker = Pick<Remark, 'attribution' | 'speaker' | 'speakerMatch' | 'speakerAsPrinted' | 'party'>

const nobody: Speaker = {
  attribution: 'ANONYMOUS',
  speaker: null,
  speakerMatch: null,
  speakerAsPrinted: null,
  party: null,
}

/** A role that speaks ("the Chair"), or nobody whose label is printed ("?"). */
const roleSpeaker = ({ index }: Grounds, { line, stretches }: Placed): Speaker => {
  const { own, label } = surroundings(stretches)
  const given = line.as ?? line.role ?? null
  const printed = given === null ? null : (asPrinted(index, given, own) ?? asPrinted(index, given, label))
  if (line.role && printed === null)
    throw new Unproven('UNPROVEN_SPEAKER', `“${given}” stands neither in remark ${line.remark} nor before it.`)
  return { ...nobody, attribution: line.role ? 'ROLE' : 'ANONYMOUS', speakerAsPrinted: printed }
}

const speakersOf = (grounds: Grounds, placed: Placed, before: readonly Remark[]): Speaker[] => {
  const { line, stretches } = placed
  if (line.by.length === 0) return [roleSpeaker(grounds, placed)]
  return line.by.map((key): Speaker => {
    const person = grounds.people.get(key)
    if (person) {
      const { match, printed } = evidenceOf(grounds, placed, person, before)
      return { ...nobody, attribution: 'NAMED', speaker: key, speakerMatch: match, speakerAsPrinted: printed }
    }
    const body = grounds.bodies.get(key)
    if (!body) throw new Unproven('UNKNOWN_KEY', `There is no person or body ${key}.`)
    const { own, label } = surroundings(stretches)
    const forms = [...(line.as ? [line.as] : []), body.name, ...(body.printed ?? [])]
    const inside = forms.flatMap((form) => asPrinted(grounds.index, form, own) ?? [])[0]
    const printed = inside ?? forms.flatMap((form) => asPrinted(grounds.index, form, label) ?? [])[0]
    if (printed === undefined && !before.slice(-memory).some(({ party }) => party === key))
      throw new Unproven('UNPROVEN_SPEAKER', `Nothing in remark ${line.remark} or before it names ${body.name}.`)
    // "Norland | Representative" is somebody who speaks for Norland, and is not named.
    const attribution = line.role ? 'ROLE' : 'PARTY'
    return { ...nobody, attribution, party: key, speakerAsPrinted: printed ?? null }
  })
}

const scopeOf = ({ structure }: Grounds, { stretches, line, begins }: Placed): Remark['scope'] => {
  if (line.by.length > 1) return 'JOINT'
  const [first] = stretches
  const opens = first !== undefined && first.block.flow.text.slice(0, begins).trim() === ''
  const isHeaded =
    first !== undefined && structure.paragraphs[(structure.paragraphOf.get(first.block.id) ?? 0) - 1]?.heading != null
  return opens || isHeaded ? 'WHOLE' : 'SPAN'
}

type Act = Remark['acts'][number] & { readonly stance: Remark['stance'] }

/** So far before a verb its denial may stand: "did not in the end support". */
const beforeVerb = 24

/** The words of the remark that are acts, in order, with the speaker's stance. A verb that the words before it deny is denied. */
const actsOf = ({ doubt }: Grounds, { line, stretches, pieces }: Placed): Act[] => {
  let from = 0
  return (line.acts ?? []).flatMap((printed): Act[] => {
    for (let i = from; i < stretches.length; i++) {
      const { block, range } = stretches[i] ?? {}
      if (!block || !range) continue
      const at = wholeWordsAt(block.flow.text, printed, range)
      if (at < 0) continue
      from = i
      const before = block.flow.text.slice(Math.max(range[0], at - beforeVerb), at)
      const { kind, stance } = verbOf(`${denialIn(before)}${printed}`)
      const verb = block.flow.text.slice(at, at + printed.length)
      return [{ kind, stance, verb, pieces: piecesOf(block.flow, at, at + printed.length) }]
    }
    doubt('UNPROVEN_ACT', `“${printed}” does not stand in remark ${line.remark}.`, pieces)
    return []
  })
}

const stanceOf = (acts: readonly Act[]): Remark['stance'] => {
  const stances = new Set(acts.flatMap(({ stance }) => stance ?? []))
  return stances.size > 1 ? 'MIXED' : ([...stances][0] ?? null)
}

const answered = ({ doubt }: Grounds, { line, pieces }: Placed, rows: ReadonlyMap<number, number[]>): number[] => {
  const found = new Set<number>()
  for (const number of line.answers ?? []) {
    const positions = rows.get(number)
    if (positions) for (const position of positions) found.add(position)
    else doubt('ANSWERS_LATER', `Remark ${line.remark} cannot answer ${number}, which is none before it.`, pieces)
  }
  return [...found].sort((a, b) => a - b)
}

const remarkRows = (
  grounds: Grounds,
  placed: Placed,
  speech: Speech,
  rows: ReadonlyMap<number, number[]>,
  positions: Map<string, number>,
): number[] => {
  const { line, stretches, pieces } = placed
  const { structure, bodies, index, doubt } = grounds
  const speakers = speakersOf(grounds, placed, speech.remarks)
  const block = stretches.find(({ block: { id } }) => structure.paragraphOf.has(id))?.block
  if (!block) throw new Unproven('UNPROVEN_WORDS', `Remark ${line.remark} stands in no paragraph.`)
  const onBehalfOf = (line.for ?? []).filter((key) => {
    const body = bodies.get(key)
    if (body && [body.name, ...(body.printed ?? [])].some((form) => isPrinted(index, form))) return true
    doubt('UNPROVEN_BODY', `Remark ${line.remark} is said for ${body?.name ?? key}, which is not printed.`, pieces)
    return false
  })
  const role = line.role ? asPrinted(index, line.role) : null
  const words = pieces.join()
  let utterance = positions.get(words)
  if (utterance === undefined) {
    utterance = speech.utterances.length + 1
    speech.utterances.push({ position: utterance, text: textOf(grounds.outline.source.text, pieces), pieces })
    positions.set(words, utterance)
  }
  const inResponseTo = answered(grounds, placed, rows)
  const kind = line.kind ?? (inResponseTo.length > 0 ? 'RESPONSE' : 'STATEMENT')
  const scope = kind === 'RESPONSE' ? null : scopeOf(grounds, placed)
  const theme = line.theme === undefined ? (structure.themeOf.get(block.id) ?? null) : line.theme
  const acts = actsOf(grounds, placed)
  const first = speech.remarks.length + 1
  for (const speaker of speakers)
    speech.remarks.push({
      position: speech.remarks.length + 1,
      kind,
      scope,
      utterance,
      paragraph: structure.paragraphOf.get(block.id) ?? null,
      section: structure.sectionOf.get(block.id) ?? null,
      theme,
      ...speaker,
      speakerRole: role,
      onBehalfOf,
      acts: acts.map(({ kind, verb, pieces }) => ({ kind, verb, pieces })),
      stance: stanceOf(acts),
      inResponseTo,
    })
  return speakers.map((_, i) => first + i)
}

/** The first words of a passage, where a line does not say how nobody is worded. */
const firstWords = (text: string): string => text.split(/\s+/).slice(0, 6).join(' ')

/** Words as a passage prints them; null where it does not. */
const wordedIn = ({ index }: Grounds, words: string, stretches: readonly Stretch[]): string | null => {
  const own = new Map(stretches.map(({ block, range }) => [block.id, range]))
  const place = placesOf(index, words, new Set(own.keys())).find(({ block, range: [start, end] }) => {
    const [from, to] = own.get(block) ?? [0, 0]
    return start >= from && end <= to
  })
  return place ? spelledAt(index, words, place) : null
}

const addNobody = (grounds: Grounds, line: NobodyLine, speech: Speech): void => {
  const stretches = passageStretches(grounds.sentences, { ids: line.nobody, ...pick(line) })
  const pieces = piecesOfStretches(stretches)
  const [first] = stretches
  const paragraph = first && grounds.structure.paragraphOf.get(first.block.id)
  if (paragraph === undefined) throw new Unproven('UNPROVEN_WORDS', `${line.nobody} is no paragraph.`)
  const text = textOf(grounds.outline.source.text, pieces)
  const worded = line.wording === undefined ? null : wordedIn(grounds, line.wording, stretches)
  const around = speech.utterances.find(
    (one) =>
      startOf(one.pieces) < endOf(pieces) && endOf(one.pieces) > startOf(pieces) && common(one.pieces, pieces) > 0,
  )
  speech.unattributed.push({
    position: 0,
    paragraph,
    utterance: around?.position ?? null,
    kind: line.kind,
    text,
    wording: worded ?? firstWords(text),
    pieces,
  })
}

const pick = ({ starts, ends }: NobodyLine) => ({
  ...(starts === undefined ? {} : { starts }),
  ...(ends === undefined ? {} : { ends }),
})
