import { fold, splitHonorific } from '../names.js'
import type { Block, Outline } from '../outline/outline.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { piecesOf } from '../text/flow.js'
import { namePlaces, nearName } from './beside.js'
import { isFormOf } from './forms.js'
import { inSourceOrder, type Sentences, stretchesOf, Unproven, type UnprovenCode } from './places.js'
import {
  asPrinted,
  isInOnePart,
  isSpelledAs,
  nameAt,
  type Printed,
  type PrintedWords,
  placesOf,
  spelledAt,
} from './printed.js'
import type { BodyLine, PersonLine } from './proposal.js'
import { isCalled, isChairing, modesOf, type Standing, saidOf, standingOf } from './standing.js'

type Attendance = MeetingRecord['attendances'][number]
type Affiliation = MeetingRecord['affiliations'][number]

/** A refusal of a part of a line: the line stands without it. */
export type Doubt = (code: UnprovenCode, message: string, pieces: Pieces) => void

/** What is known of a person's line once it is believed. */
export interface ProvenPerson {
  readonly line: PersonLine
  /** Every form of the name that is printed, `name` first. */
  readonly forms: readonly string[]
  /** The blocks of the list's entry; empty where no list names them. */
  readonly entry: readonly Block[]
  /** Where the entry prints the name, and the form that it prints there. */
  readonly named: (Printed & { readonly form: string }) | null
  readonly standing: Standing
  /** The office held at the meeting, as printed of them. */
  readonly role: string | null
  /** As printed before the name, or in a form of it. */
  readonly honorific: string | null
}

/** @throws Unproven for a name that is not printed, or an entry that is none or does not print it */
export const provenPerson = (
  outline: Outline,
  index: PrintedWords,
  sentences: Sentences,
  line: PersonLine,
  doubt: Doubt,
): ProvenPerson => {
  // "Oak" is no name where "oak" is printed, and one where "Mr. Oak" is.
  const exact = placesOf(index, line.name).filter((place) => isInOnePart(index, line.name, place))
  if (![...exact, nameAt(index, line.name)].some((place) => place !== null && isSpelledAs(index, line.name, place)))
    throw new Unproven('UNPROVEN_NAME', `No such name is printed: “${line.name}”.`)
  const at = line.at === undefined || line.at === null ? [] : stretchesOf(sentences, line.at)
  const entry = [...new Set(at.map(({ block }) => block))]
  const ids = new Set(entry.map(({ id }) => id))
  const claimed = [...new Set(line.printed ?? [])].flatMap((form) => {
    const found = asPrinted(index, form)
    if (found === null)
      doubt('UNPROVEN_NAME', `“${form}” is not printed; it is left out of the forms of ${line.name}.`, [])
    return found ?? []
  })
  const own = [line.name, ...claimed.filter((form) => isFormOf(form, line.name))]
  const named = namedIn(index, own, ids)
  if (entry.length > 0 && !named)
    throw new Unproven('UNPROVEN_NAME', `“${line.name}” does not stand in the entry ${line.at}.`)
  const standing = standingOf(outline, namePlaces(index, own), entry, named)
  const forms = new Set(own)
  for (const form of claimed)
    if (own.includes(form) || isCalled(outline, index, standing, form)) forms.add(form)
    else doubt('UNPROVEN_NAME', `Nothing printed ties “${form}” to ${line.name}; it is left out of the forms.`, [])
  return {
    line,
    forms: [...forms],
    entry,
    named,
    standing,
    role: provenRole(outline, index, standing, line, doubt),
    honorific: named ? withHonorific(outline.blocks[named.block - 1], named.range).honorific : honorificIn(own),
  }
}

/** The fullest form that stands in an entry, perhaps with middle names, and where. Only the name itself may stand with its family name first. */
const namedIn = (index: PrintedWords, forms: readonly string[], entry: ReadonlySet<number>): ProvenPerson['named'] => {
  for (const form of forms.toSorted((a, b) => b.length - a.length)) {
    const exact = placesOf(index, form, entry).find((one) => isInOnePart(index, form, one))
    if (exact) return { ...exact, form }
    const place = nameAt(index, form, entry)
    const printed = place ? spelledAt(index, form, place) : ''
    const [first = ''] = fold(form).split(' ')
    if (place && (form === forms[0] || fold(printed).startsWith(first))) return { ...place, form: printed }
  }
  return null
}

/** The first honorific of some forms of a name. */
const honorificIn = (forms: readonly string[]): string | null =>
  forms.flatMap((form) => splitHonorific(form).honorific ?? [])[0] ?? null

const provenRole = (
  outline: Outline,
  index: PrintedWords,
  standing: Standing,
  { role, name }: PersonLine,
  doubt: Doubt,
): string | null => {
  if (!role) return null
  const place = saidOf(outline, index, standing, role.replace(/^the\s+/i, ''))
  if (place) return spelledAt(index, role, place)
  const printed =
    /^(?:the )?(?:chair|presid|moderat|facilitat)/i.test(role) && isChairing(index, standing)
      ? asPrinted(index, role)
      : null
  if (printed === null) doubt('UNPROVEN_TITLE', `Nothing printed says that ${name} is “${role}”.`, [])
  return printed
}

/** The printed honorific, if it stands right before a name in its block. */
const withHonorific = (
  block: Block | undefined,
  [start, end]: Printed['range'],
): { honorific: string | null; start: number } => {
  if (!block) return { honorific: null, start }
  const own = splitHonorific(block.flow.text.slice(start, end))
  if (own.honorific !== null) return { honorific: own.honorific, start }
  const before = block.flow.text.slice(Math.max(0, start - 40), start)
  for (const found of before.matchAll(/(?<=^|[\s,;:(|])\p{Lu}/gu)) {
    const { honorific, name } = splitHonorific(`${before.slice(found.index)}${block.flow.text.slice(start, end)}`)
    if (honorific !== null && name === block.flow.text.slice(start, end))
      return { honorific, start: start - (before.length - found.index) }
  }
  return { honorific: null, start }
}

interface Entry {
  readonly person: ProvenPerson
  readonly block: Block
  readonly start: number
  readonly end: number
  readonly honorific: string | null
}

/** Entries in printed order, each to where the next one in its block begins. */
const entriesOf = (outline: Outline, people: readonly ProvenPerson[]): Entry[] => {
  const found = people.flatMap((person): Entry[] => {
    const block = person.named && outline.blocks[person.named.block - 1]
    if (!person.named || !block) return []
    const { honorific, start } = withHonorific(block, person.named.range)
    return [{ person, block, start, end: person.named.range[1], honorific }]
  })
  return found.sort((a, b) => a.block.id - b.block.id || a.start - b.start)
}

const isOnly = (entries: readonly Entry[], i: number): boolean =>
  entries[i - 1]?.block !== entries[i]?.block && entries[i + 1]?.block !== entries[i]?.block

/** Attendances and affiliations of all who are believed, in printed order. */
export const attendanceRows = (
  outline: Outline,
  index: PrintedWords,
  people: readonly ProvenPerson[],
  bodies: ReadonlyMap<string, BodyLine>,
  doubt: Doubt,
): { attendances: Attendance[]; affiliations: Affiliation[] } => {
  const attendances: Attendance[] = []
  const affiliations: Affiliation[] = []
  const entries = entriesOf(outline, people)
  const position = new Map<string, number>()
  entries.forEach((entry, i) => {
    const { person, block, start, honorific } = entry
    const next = entries[i + 1]
    const alone = isOnly(entries, i)
    const end = next?.block === block ? next.start : block.flow.text.length
    const form = person.named?.form ?? person.line.name
    const isWhole = splitHonorific(form).honorific !== null || honorific === null
    attendances.push({
      position: attendances.length + 1,
      person: person.line.person,
      honorific,
      nameAsPrinted: isWhole ? form : `${honorific} ${form}`,
      role: person.role,
      mode: provenMode(outline, person, doubt),
      pieces: inSourceOrder(
        alone ? person.entry.flatMap(({ flow }) => flow.pieces) : piecesOf(block.flow, start, Math.max(end, entry.end)),
      ),
    })
    position.set(person.line.person, attendances.length)
  })
  const listed = entries.map(({ person }) => person)
  for (const person of new Set([...listed, ...people]))
    for (const post of postsOf(person.line)) {
      const proven = provenPost(outline, index, person, post, bodies, doubt)
      if (proven)
        affiliations.push({
          position: affiliations.length + 1,
          person: person.line.person,
          attendance: position.get(person.line.person) ?? null,
          ...proven,
          from: null,
          to: null,
        })
    }
  return { attendances, affiliations }
}

type Post = NonNullable<PersonLine['posts']>[number]

const postsOf = ({ posts, title, body }: PersonLine): Post[] => {
  if (posts && posts.length > 0) return posts
  return (title ?? body) ? [{ title: title ?? null, body: body ?? null }] : []
}

const wordsOfMode = {
  APOLOGIES: /\b(?:apolog|absen|regret|excus|unable to|not (?:present|attend)|did not attend|on leave|leave of)/,
  REMOTE: /\b(?:remote|online|virtual|zoom|tele|phone|video|web|webex|teams|skype|hangout|dial|call|link|internet)/,
} as const

/** How somebody took part: as proposed, where the entry or the label over it says so; else as these say. */
const provenMode = (outline: Outline, { line, standing }: ProvenPerson, doubt: Doubt): Attendance['mode'] => {
  const mode = line.mode ?? 'PRESENT'
  const { own, label, labels } = modesOf(outline, standing)
  if (mode === 'UNKNOWN' || labels.includes(mode)) return mode
  const printed = mode === 'PRESENT' ? label !== 'APOLOGIES' || /\bpresent\b/.test(own) : wordsOfMode[mode].test(own)
  if (printed) return mode
  doubt('UNPROVEN_MODE', `Nothing printed says that ${line.name} was ${mode}.`, [])
  return label ?? labels[0] ?? 'UNKNOWN'
}

const piecesIn = (outline: Outline, place: Printed | null): Pieces => {
  const block = place && outline.blocks[place.block - 1]
  return block ? piecesOf(block.flow, ...place.range) : []
}

const statusWords = {
  FORMER: /\b(?:former|formerly|ex|past|late|retired|outgoing|until|previous|previously|then)\b/i,
  INCOMING: /\b(?:incoming|elect|designate|from|next|appointed|new|future)\b/i,
} as const
/** So far around a title its status may stand, in characters. */
const aroundTitle = 60

const provenPost = (
  outline: Outline,
  index: PrintedWords,
  { line, standing, entry }: ProvenPerson,
  post: Post,
  bodies: ReadonlyMap<string, BodyLine>,
  doubt: Doubt,
): Pick<Affiliation, 'organization' | 'title' | 'status' | 'note' | 'pieces'> | null => {
  const at = entry.flatMap(({ flow }) => flow.pieces)
  const placed = (words: string): Printed | null =>
    saidOf(outline, index, standing, words) ?? nearName(index, standing.names, words)
  const title = post.title ? placed(post.title) : null
  if (post.title && !title) doubt('UNPROVEN_TITLE', `“${post.title}” is not printed at or beside ${line.name}.`, at)
  const body = post.body ? bodies.get(post.body) : undefined
  const forms = body ? [body.name, ...(body.printed ?? [])] : []
  const place = forms.flatMap((form) => placed(form) ?? [])[0] ?? null
  if (post.body && !place)
    doubt(
      'UNPROVEN_BODY',
      `${body ? `“${body.name}”` : `A body ${post.body}`} is not printed at or beside ${line.name}.`,
      at,
    )
  if (title === null && place === null) return null
  const pieces = [...piecesIn(outline, title), ...piecesIn(outline, place)].sort((a, b) => a[0] - b[0])
  const around = [title, place].flatMap((one) => {
    const text = one ? (index.blocks.get(one.block)?.text ?? '') : ''
    return one ? text.slice(Math.max(0, one.range[0] - aroundTitle), one.range[1] + aroundTitle) : []
  })
  const status = post.status ?? 'CURRENT'
  const isStatus = status === 'CURRENT' || around.some((text) => statusWords[status].test(text))
  if (!isStatus) doubt('UNPROVEN_TITLE', `Nothing printed says that ${line.name} is ${status} as “${post.title}”.`, at)
  const note = post.note ? placed(post.note) : null
  return {
    organization: place ? (body?.body ?? null) : null,
    title: title && post.title ? spelledAt(index, post.title, title) : null,
    status: isStatus ? status : 'CURRENT',
    note: note && post.note ? spelledAt(index, post.note, note) : null,
    pieces: withoutOverlap(pieces),
  }
}

const withoutOverlap = (pieces: Pieces): Pieces => {
  const kept: Pieces = []
  for (const [start, end] of pieces) {
    const last = kept.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else kept.push([start, end])
  }
  return kept
}
