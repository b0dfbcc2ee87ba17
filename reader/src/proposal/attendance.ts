import { splitHonorific } from '../names.js'
import type { Block, Outline } from '../outline/outline.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { piecesOf } from '../text/flow.js'
import { inSourceOrder, type Sentences, stretchesOf, Unproven, type UnprovenCode } from './places.js'
import { asPrinted, isSpelledAs, nameAt, type Printed, type PrintedWords, placesOf } from './printed.js'
import type { BodyLine, PersonLine } from './proposal.js'

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
}

/** @throws Unproven for a name that is not printed, or an entry that is none or does not print it */
export const provenPerson = (
  index: PrintedWords,
  sentences: Sentences,
  line: PersonLine,
  doubt: Doubt,
): ProvenPerson => {
  const printed = (line.printed ?? []).flatMap((form) => {
    const found = asPrinted(index, form)
    if (found === null)
      doubt('UNPROVEN_NAME', `“${form}” is not printed; it is left out of the forms of ${line.name}.`, [])
    return found ?? []
  })
  const forms = [...new Set([line.name, ...printed])]
  const at = line.at === undefined || line.at === null ? [] : stretchesOf(sentences, line.at)
  const entry = [...new Set(at.map(({ block }) => block))]
  const ids = new Set(entry.map(({ id }) => id))
  // "Oak" is no name where "oak" is printed, and one where "Mr. Oak" is.
  const anywhere = [...placesOf(index, line.name), nameAt(index, line.name)]
  if (!anywhere.some((place) => place !== null && isSpelledAs(index, line.name, place)))
    throw new Unproven('UNPROVEN_NAME', `No such name is printed: “${line.name}”.`)
  if (entry.length === 0) return { line, forms, entry, named: null }
  const named = [...forms]
    .sort((a, b) => b.length - a.length)
    .flatMap((form) => {
      const place = nameAt(index, form, (block) => ids.has(block))
      return place ? [{ ...place, form }] : []
    })[0]
  if (!named) throw new Unproven('UNPROVEN_NAME', `“${line.name}” does not stand in the entry ${line.at}.`)
  return { line, forms, entry, named }
}

/** The printed honorific, if it stands right before a name in its block. */
const withHonorific = (block: Block, [start, end]: Printed['range']): { honorific: string | null; start: number } => {
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
      role: provenRole(person, index, doubt),
      mode: person.line.mode ?? 'PRESENT',
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

const provenRole = ({ line, entry }: ProvenPerson, index: PrintedWords, doubt: Doubt): string | null => {
  const { role } = line
  if (role === undefined || role === null) return null
  const near = new Set(entry.flatMap(({ id, section }) => [id, id - 1, id - 2, ...(section === null ? [] : [section])]))
  const printed = asPrinted(index, role, near) ?? asPrinted(index, role)
  if (printed !== null) return printed
  doubt(
    'UNPROVEN_TITLE',
    `The role “${role}” of ${line.name} is not printed.`,
    entry.flatMap(({ flow }) => flow.pieces),
  )
  return null
}

type Post = NonNullable<PersonLine['posts']>[number]

const postsOf = ({ posts, title, body }: PersonLine): Post[] => {
  if (posts && posts.length > 0) return posts
  return (title ?? body) ? [{ title: title ?? null, body: body ?? null }] : []
}

/** How many blocks above an entry may print the body that is not printed again: a department's name over a column of people. */
const reach = 60

/** The blocks that may print somebody's title or body: the entry, what stands over it, and where the name is printed. */
const nearOf = (outline: Outline, index: PrintedWords, { entry, forms }: ProvenPerson): ReadonlySet<number> => {
  const ids = new Set(forms.flatMap((form) => placesOf(index, form).map(({ block }) => block)))
  for (const { id, section } of entry) {
    for (let at = Math.max(1, id - reach, section ?? 1); at <= id; at++) ids.add(at)
    for (let over = section; over !== null; over = outline.blocks[over - 1]?.section ?? null) ids.add(over)
  }
  for (const id of [...ids]) {
    const section = outline.blocks[id - 1]?.section
    if (section) ids.add(section)
  }
  for (const id of index.beside) ids.add(id)
  return ids
}

const piecesIn = (outline: Outline, places: readonly Printed[]): Pieces => {
  const [place] = places
  const block = place && outline.blocks[place.block - 1]
  return block ? piecesOf(block.flow, ...place.range) : []
}

const provenPost = (
  outline: Outline,
  index: PrintedWords,
  person: ProvenPerson,
  post: Post,
  bodies: ReadonlyMap<string, BodyLine>,
  doubt: Doubt,
): Pick<Affiliation, 'organization' | 'title' | 'status' | 'note' | 'pieces'> | null => {
  const near = nearOf(outline, index, person)
  const own = new Set(person.entry.map(({ id }) => id))
  const at = person.entry.flatMap(({ flow }) => flow.pieces)
  const placed = (words: string): Printed[] => {
    const here = placesOf(index, words, own)
    return here.length > 0 ? here : placesOf(index, words, near)
  }
  const titles = post.title ? placed(post.title) : []
  if (post.title && titles.length === 0)
    doubt('UNPROVEN_TITLE', `“${post.title}” is not printed at or beside ${person.line.name}.`, at)
  const line = post.body ? bodies.get(post.body) : undefined
  const forms = line ? [line.name, ...(line.printed ?? [])] : []
  const places = forms.map(placed).find((found) => found.length > 0) ?? []
  if (post.body && places.length === 0)
    doubt(
      'UNPROVEN_BODY',
      `${line ? `“${line.name}”` : `A body ${post.body}`} is not printed at or beside ${person.line.name}.`,
      at,
    )
  const title = titles.length > 0 && post.title ? asPrinted(index, post.title, near) : null
  const organization = places.length > 0 ? (line?.body ?? null) : null
  if (title === null && organization === null) return null
  const pieces = [...piecesIn(outline, titles), ...piecesIn(outline, places)].sort((a, b) => a[0] - b[0])
  return {
    organization,
    title,
    status: post.status ?? 'CURRENT',
    note: post.note ? asPrinted(index, post.note) : null,
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
