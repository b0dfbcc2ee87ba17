import { commonWords } from '../english/common-words.js'
import { endsOpen } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import type { Block } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import { isOnePerson, type ListedPerson, peopleOfEntry, personOfEntry, splitOutside } from './entry.js'
import { factOf } from './front-labels.js'
import { type LabelAt, type ListLabel, labelAt, labelOf, linesOf } from './label.js'
import type { Listed, Standing } from './listed.js'
import { isProse } from './prose.js'
import { readTable } from './table.js'
import { nobodyWords } from './words.js'

/** A list of people: whom it names, its blocks, and the index of the block behind it. */
export interface Region {
  readonly listed: readonly Listed[]
  readonly taken: readonly number[]
  readonly end: number
}

/** Lists at the front may do without a word that says what they are; so many blocks at the beginning count as front. */
const front = 24
/** How many blocks in a row of a list may name nobody. */
const mostMissed = 1
/** The same, with labels that announce people; a list of so many labels is none. */
const mostEmpty = 60

/**
 * Which forms of names a list uses: whether words by themselves are names in it, whether an entry is one person, and whether the lines of
 * an entry are parted from the next one's by a blank line, the first of them being the name.
 */
interface Style {
  readonly single: boolean
  readonly oneEach: boolean
  readonly inGroups: boolean
}

/** Labels of what follows a list of people: "Agenda:", "Links". */
const otherSections = new Set(
  'agenda|links|contents|topics|topic|minutes|notes|actions|action items|summary|discussion|documents'.split('|'),
)

const isOtherSection = (text: string): boolean => text.length < 40 && otherSections.has(fold(text.replace(/:$/, '')))

/** Entries that stand for the form of all. */
const sampleSize = 40

const headsOf = (text: string): string[] => {
  const label = labelAt(text)
  const rest = label && /:\s*$/.test(text.slice(0, label.at)) ? text.slice(label.at) : text
  return splitOutside(rest, (letter) => letter === ',' || letter === ';').map((part) =>
    part.replace(/(?<=\S)\s*[(@–—|[].*$|\s-\s.*$/s, '').trim(),
  )
}

/** Whether entries of several lines stand between blank lines. */
const areInGroups = (blocks: readonly Block[]): boolean => {
  const firsts = blocks.filter((block, i) => block.apart && isGoingOn(blocks[i + 1]) && isOnePerson(block.flow.text))
  const seconds = firsts.flatMap((block) => blocks[blocks.indexOf(block) + 1] ?? [])
  return firsts.length > 2 && seconds.filter(({ flow }) => isOnePerson(flow.text)).length * 3 < firsts.length
}

/** Whether a block is a line that stands right under the one before. */
const isGoingOn = (block: Block | undefined): block is Block => block?.kind === 'paragraph' && !block.apart

const styleOf = (blocks: readonly Block[]): Style => {
  const texts = blocks.map(({ flow }) => flow.text)
  const heads = texts.slice(0, sampleSize).map(headsOf)
  const firsts = heads.flatMap((parts) => (parts.length > 2 ? parts : parts.slice(0, 1))).filter((head) => head !== '')
  const words = firsts.filter(
    (head) => /^@?[\p{L}\d][\p{L}\p{M}\d'’_.~-]*$/u.test(head) && !nobodyWords.has(head.toLowerCase()),
  )
  const full = firsts.filter((head) => isPersonName(head) || splitHonorific(head).honorific !== null)
  const several = heads.filter((parts) => parts.length > 1)
  const oneEach = several.filter(([first = '', ...others]) =>
    others.some((part) => !isPersonName(part, { single: !isPersonName(first) })),
  )
  return {
    single: words.length > full.length,
    oneEach:
      texts.length > 1 &&
      several.length > 0 &&
      oneEach.length * 3 >= several.length &&
      several.every((parts) => parts.length < 5),
    inGroups: areInGroups(blocks),
  }
}

/** The lines of an entry as its parts; what ends open goes on in the next line. */
const joinedLines = (lines: readonly Block[]): string =>
  lines
    .map(({ flow }) => flow.text)
    .reduce((text, line) => `${text}${endsOpen(text) || /^\p{Ll}/u.test(line) ? ' ' : '; '}${line}`)

/** What a block says that is a label and nothing else. */
const aloneIn = (text: string): ListLabel | null => labelOf(text.replace(/:\s*[—–-]?$/, ''))

/** How far a name may be from filling an entry that no label vouches for. */
const isEntry = (text: string, style: Style): boolean => {
  const [first, ...others] = peopleOfEntry(text, style)
  return first !== undefined && !isProse(text) && (others.length > 0 || text.length < 200)
}

const standingUnder = (label: ListLabel, above: Standing): Standing => ({
  mode: label.mode ?? above.mode,
  body: label.kind === 'body' || label.kind === 'cue' ? label.body : label.kind === 'group' ? null : above.body,
  role: label.kind === 'office' ? label.role : null,
})

/** The rows of the table that a block belongs to, from that block on. */
const rowsFrom = (blocks: readonly Block[], at: number): Block[] => {
  const table = blocks[at]?.table
  const rows: Block[] = []
  for (let i = at; blocks[i] !== undefined && blocks[i]?.table === table; i++) rows.push(blocks[i] as Block)
  return rows
}

/** Reads a list from one of its blocks on. */
class Reader {
  readonly listed: Listed[] = []
  readonly taken: number[] = []
  private readonly missed: number[] = []
  /** Whether people stand behind the last label that says whether they were there: the next label is about others. */
  private isInline = false
  /** A line over the next entries that is no label by its words. */
  private waiting: Block | null = null

  constructor(
    private readonly blocks: readonly Block[],
    public at: number,
    private readonly style: Style,
    private standing: Standing,
    private readonly opening: Block | null,
  ) {}

  private add(block: Block, people: readonly ListedPerson[], standing: Standing): void {
    for (const person of people) this.listed.push({ ...standing, person, at: block.id })
    if (this.waiting) this.taken.push(this.waiting.id)
    this.waiting = null
    this.taken.push(...this.missed.splice(0), block.id)
  }

  /** Reads on until a block is no part of the list. */
  run(): void {
    let [known, empty] = [0, 0]
    while (this.at < this.blocks.length && empty < mostEmpty && this.step()) {
      this.at++
      empty = this.listed.length > known ? 0 : empty + 1
      known = this.listed.length
    }
    if (this.waiting || this.missed.length > 0) this.at = (this.waiting?.id ?? this.missed[0] ?? this.at + 1) - 1
  }

  private step(): boolean {
    const block = this.blocks[this.at]
    if (!block || block.kind === 'code') return false
    const { text } = block.flow
    if (block.kind === 'row') return this.table(block)
    if (this.isNextSection(block)) return false
    const alone = aloneIn(text)
    if (block.kind === 'heading' && !this.isPartOfList(block, alone)) return false
    if (alone && alone.kind !== 'body' && (alone.kind === 'cue' || this.goesOnBehind())) return this.under(block, alone)
    if (this.style.inGroups && block.apart && isGoingOn(this.blocks[this.at + 1])) return this.group(block)
    const lines = linesOf(text)
    const [first = '', ...others] = lines
    if (!this.line(block, first, alone)) return false
    for (const line of others) this.line(block, line, null)
    return true
  }

  /** Whether a block's number goes on from that of the list's heading, where no entry has one: "3. Minutes" behind "2. Apologies". */
  private isNextSection({ number }: Block): boolean {
    const last = this.blocks[(this.listed.at(-1)?.at ?? 0) - 1]
    const before = this.opening?.number ?? null
    return (
      number !== null &&
      before !== null &&
      Number(number) === Number(before) + 1 &&
      (last === this.opening || !last?.number)
    )
  }

  private line(block: Block, text: string, alone: ListLabel | null): boolean {
    const label = labelAt(text)
    if (label && label.at < text.length) return this.labelled(block, text, label)
    if (isProse(text)) return false
    if (isOtherSection(text)) return false
    const style = this.isInline ? { ...this.style, single: false } : this.style
    const isHandle = this.isHandle(block)
    const people = peopleOfEntry(text, isHandle ? { single: true } : style)
    if (people.length > 0 && (isHandle || !this.isCaption(text, people))) {
      this.add(block, people, this.standing)
      // "Department of Rivers      Mr. Roe" over "Mr. Poe": a column that is printed once.
      const [first] = people
      if (first?.body !== undefined && /\S\s{3,}\S/.test(text)) this.standing = { ...this.standing, body: first.body }
      return true
    }
    if (alone && this.goesOnBehind()) return this.under(block, alone)
    return this.miss(block)
  }

  /** An entry of several lines: a name, and under it what the person is. */
  private group(block: Block): boolean {
    const lines = [block]
    for (let next = this.blocks[++this.at]; isGoingOn(next); next = this.blocks[++this.at]) lines.push(next)
    this.at--
    const person = personOfEntry(joinedLines(lines), { single: false })
    if (!person) return this.miss(block)
    this.add(block, [person], this.standing)
    this.taken.push(...lines.slice(1).map(({ id }) => id))
    return true
  }

  private under(block: Block, label: ListLabel): boolean {
    if (label.kind === 'cue') this.isInline = false
    this.standing = standingUnder(label, this.standing)
    this.taken.push(block.id)
    return true
  }

  /** A table of people; another one ends the list. */
  private table(block: Block): boolean {
    const rows = rowsFrom(this.blocks, this.at)
    const isOpening = block === this.opening
    const reading = readTable(
      rows,
      isOpening ? (this.at < front ? 'front' : 'none') : 'list',
      this.standing,
      this.style.single,
    )
    if (!reading) return false
    this.listed.push(...reading.listed)
    this.taken.push(...reading.taken)
    this.standing = reading.standing
    const last = Math.max(...reading.taken)
    this.at = last - 1
    return last === rows.at(-1)?.id
  }

  /** "Regrets: Ada Roe", "Ministry of Rivers: Ada Roe; Bo Poe": people behind a label. */
  private labelled(block: Block, text: string, { words, at }: LabelAt): boolean {
    const label = labelOf(words)
    const rest = text.slice(at)
    if (isProse(rest) || factOf(text) !== null) return false
    const isList = label !== null && label.kind !== 'body'
    const people = peopleOfEntry(isList ? rest : text, { single: this.style.single || isList })
    const above =
      this.isInline && label?.kind !== 'cue' ? { ...this.standing, mode: 'PRESENT' as const } : this.standing
    const standing = isList ? standingUnder(label, above) : this.standing
    if (label?.kind === 'cue') [this.standing, this.isInline] = [standing, true]
    if (people.length > 0) {
      this.add(block, people, standing)
      return true
    }
    if (label?.kind !== 'cue' && label?.kind !== 'group') return this.miss(block)
    this.taken.push(block.id)
    return true
  }

  /** Whether a heading inside of a list is a label of it: what stands under it goes on with people. */
  private isPartOfList(block: Block, alone: ListLabel | null): boolean {
    if (this.opening?.kind === 'heading' && block.level < this.opening.level) return false
    if (alone?.kind === 'cue') return true
    const isPart = alone !== null || isEntry(block.flow.text, { ...this.style, single: false })
    if (!isPart || this.goesOnBehind()) return isPart
    // The last of names that each look like a heading.
    const [before, next] = [this.blocks[this.at - 1], this.blocks[this.at + 1]]
    const isLikeLast = before?.kind === 'heading' && before.level === block.level && this.taken.at(-1) === before.id
    return this.opening?.kind === 'heading' && (isLikeLast || aloneIn(next?.flow.text ?? '')?.kind === 'cue')
  }

  /** Whether the next block names somebody. */
  private goesOnBehind(): boolean {
    const next = this.blocks[this.at + 1]
    return next !== undefined && (next.kind === 'row' || isEntry(next.flow.text, this.style))
  }

  /** Whether an item of a list of full names is one word in small letters, between two of them. */
  private isHandle({ kind, level, flow }: Block): boolean {
    const next = this.blocks[this.at + 1]
    const isAmong =
      this.listed.length > 2 && next?.kind === 'item' && next.level === level && isOnePerson(next.flow.text)
    return kind === 'item' && isAmong && /^\p{Ll}[\p{Ll}\d_-]{3,}$/u.test(flow.text) && !commonWords.has(flow.text)
  }

  /** Whether a line that could be a name is one over names: "Landrey", where the list gives full names. */
  private isCaption(text: string, people: readonly ListedPerson[]): boolean {
    const [only] = people
    return (
      people.length === 1 && only !== undefined && only.honorific === null && !text.includes(' ') && !this.style.single
    )
  }

  private miss(block: Block): boolean {
    const words = block.flow.text.replace(/:$/, '')
    const isCaption = words.length < 90 && /^\p{Lu}/u.test(words) && !/[?!\d[\]]/.test(words) && block.kind !== 'item'
    if (this.waiting === null && isCaption && this.goesOnBehind()) {
      this.waiting = block
      const isBody = words.split(' ').length <= 6 && !/[.;,(]/.test(words)
      this.standing = { ...this.standing, body: isBody ? words : null, role: null }
      return true
    }
    this.missed.push(block.id)
    return this.missed.length <= mostMissed && block.kind !== 'heading'
  }
}

const sampleFrom = (blocks: readonly Block[], at: number): Block[] => {
  const sample: Block[] = []
  for (const block of blocks.slice(at, at + sampleSize)) {
    const { kind, flow } = block
    if (isProse(flow.text) || (kind === 'heading' && sample.length > 0 && aloneIn(flow.text) === null)) break
    sample.push(block)
  }
  return sample
}

/**
 * The list that begins at a block: one that its words announce, a table of people, or names at the front; null where none does. Names
 * among the fields at the head of a file are no list by themselves.
 */
export const readRegion = (
  blocks: readonly Block[],
  at: number,
  standing: Standing,
  inFields = false,
): Region | null => {
  const block = blocks[at]
  if (!block) return null
  if (block.kind === 'row' && !isTableOfPeople(blocks, at, standing)) return null
  const { text } = block.flow
  const label = labelAt(text)
  const alone = aloneIn(text)
  const behind = label && label.at < text.length ? labelOf(label.words) : null
  const isAnnounced =
    block.kind === 'row' ||
    alone?.kind === 'cue' ||
    (behind?.kind === 'cue' && !isProse(text)) ||
    (alone?.kind === 'office' && at < front && isOnePerson(blocks[at + 1]?.flow.text ?? ''))
  const isField = alone?.kind === 'group' && /^\p{Ll}+:$/u.test(text) && blocks[at + 1]?.kind === 'item'
  if (!isAnnounced && (at >= front || (inFields && !isField))) return null
  const own = styleOf(sampleFrom(blocks, alone ? at + 1 : at))
  // Words by themselves are people only where something says so.
  const style = isAnnounced || isField ? own : { ...own, single: false }
  const reader = new Reader(blocks, at, style, standing, block)
  reader.run()
  const isEnough =
    isAnnounced || isField
      ? reader.listed.length > 0
      : isListByItself(blocks, reader.listed) && beginsWithName(block, label?.at ?? 0, reader.listed[0])
  return isEnough ? { listed: reader.listed, taken: reader.taken, end: reader.at } : null
}

/** Whether the table that begins at a block lists people by what stands in it. */
const isTableOfPeople = (blocks: readonly Block[], at: number, standing: Standing): boolean => {
  const table = blocks[at]?.table
  const isFirst = blocks[at - 1]?.table !== table
  return isFirst && readTable(rowsFrom(blocks, at), at < front ? 'front' : 'none', standing, false) !== null
}

/** Whether nothing but a label stands before the first name of a list: a sentence names people too. */
const beginsWithName = ({ id, flow }: Block, at: number, first: Listed | undefined): boolean => {
  if (first === undefined) return false
  if (first.at !== id)
    return (
      first.at === id + 1 &&
      !/[.!?…]$/.test(flow.text) &&
      flow.text.split(' ').length < (flow.text.endsWith(':') ? 20 : 9)
    )
  const name = flow.text.indexOf(first.person.printed)
  return name < at || !/\p{Ll}{3,}/u.test(flow.text.slice(at, name))
}

/** Whether people at the front that no word announces are a list: several, most of them with an honorific, initials, a post or a label. */
const isListByItself = (blocks: readonly Block[], listed: readonly Listed[]): boolean => {
  // A table of contents names the same people again and again.
  const distinct = new Set(listed.map(({ person }) => person.name))
  if (listed.length - distinct.size > 1) return false
  const entries = listed.map(({ at }) => blocks[at - 1])
  const sure = listed.filter(({ person, role }, i) => {
    const { honorific, short, posts } = person
    const label = labelAt(entries[i]?.flow.text ?? '')
    const isNamed = honorific !== null || short.length > 0 || posts.length > 0
    return isNamed || (person.role ?? role) !== null || person.body !== undefined || (label && labelOf(label.words))
  })
  const areItems = entries.every((block) => block?.kind === 'item')
  return listed.length >= 3 && sure.length * 4 >= listed.length * (areItems ? 2 : 3)
}
