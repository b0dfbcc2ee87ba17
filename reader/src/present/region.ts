import { fold, splitHonorific } from '../names.js'
import type { Block } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import { type ListedPerson, peopleOfEntry, splitOutside } from './entry.js'
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

/** Which forms of names a list uses: whether words by themselves are names in it, and whether an entry is one person. */
interface Style {
  readonly single: boolean
  readonly oneEach: boolean
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
    part.replace(/\s*[(@–—|[].*$|\s-\s.*$/s, '').trim(),
  )
}

const styleOf = (texts: readonly string[]): Style => {
  const heads = texts.slice(0, sampleSize).map(headsOf)
  const firsts = heads.flatMap((parts) => (parts.length > 2 ? parts : parts.slice(0, 1))).filter((head) => head !== '')
  const words = firsts.filter(
    (head) => /^@?[\p{L}\d][\p{L}\p{M}\d'’_.~-]*$/u.test(head) && !nobodyWords.has(head.toLowerCase()),
  )
  const full = firsts.filter((head) => isPersonName(head) || splitHonorific(head).honorific !== null)
  const several = heads.filter((parts) => parts.length > 1)
  const oneEach = several.filter((parts) => parts.slice(1).some((part) => !isPersonName(part, { single: true })))
  return {
    single: words.length > full.length,
    oneEach:
      texts.length > 1 &&
      several.length > 0 &&
      oneEach.length * 3 >= several.length &&
      several.every((parts) => parts.length < 5),
  }
}

/** What a block says that is a label and nothing else. */
const aloneIn = (text: string): ListLabel | null => labelOf(text.replace(/:\s*[—–-]?$/, ''))

const peopleIn = (text: string, style: Style): ListedPerson[] => peopleOfEntry(text, style)

/** How far a name may be from filling an entry that no label vouches for. */
const isEntry = (text: string, style: Style): boolean => {
  const [first, ...others] = peopleIn(text, style)
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
    while (this.at < this.blocks.length && this.step()) this.at++
    if (this.waiting || this.missed.length > 0) this.at = (this.waiting?.id ?? this.missed[0] ?? this.at + 1) - 1
  }

  private step(): boolean {
    const block = this.blocks[this.at]
    if (!block || block.kind === 'code') return false
    const { text } = block.flow
    if (block.kind === 'row') return this.table(block)
    const alone = aloneIn(text)
    if (block.kind === 'heading' && !this.isPartOfList(block, alone)) return false
    if (alone && alone.kind !== 'body' && (alone.kind === 'cue' || this.goesOnBehind())) return this.under(block, alone)
    const lines = linesOf(text)
    const [first = '', ...others] = lines
    if (!this.line(block, first, alone)) return false
    for (const line of others) this.line(block, line, null)
    return true
  }

  private line(block: Block, text: string, alone: ListLabel | null): boolean {
    const label = labelAt(text)
    if (label && label.at < text.length) return this.labelled(block, text, label)
    if (isProse(text)) return false
    if (isOtherSection(text)) return false
    const style = this.isInline ? { ...this.style, single: false } : this.style
    const people = peopleIn(text, style)
    if (people.length > 0 && !this.isCaption(text, people)) {
      this.add(block, people, this.standing)
      // "Department of Rivers      Mr. Roe" over "Mr. Poe": a column that is printed once.
      const [first] = people
      if (first?.body !== undefined && /\S\s{3,}\S/.test(text)) this.standing = { ...this.standing, body: first.body }
      return true
    }
    if (alone && this.goesOnBehind()) return this.under(block, alone)
    return this.miss(block)
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
    const people = peopleIn(isList ? rest : text, { oneEach: false, single: this.style.single || isList })
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
    return isPart && this.goesOnBehind()
  }

  /** Whether the next block names somebody. */
  private goesOnBehind(): boolean {
    const next = this.blocks[this.at + 1]
    return next !== undefined && (next.kind === 'row' || isEntry(next.flow.text, this.style))
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

const textsFrom = (blocks: readonly Block[], at: number): string[] => {
  const texts: string[] = []
  for (const { kind, flow } of blocks.slice(at, at + sampleSize)) {
    if (isProse(flow.text) || (kind === 'heading' && texts.length > 0 && aloneIn(flow.text) === null)) break
    texts.push(flow.text)
  }
  return texts
}

/** The list that begins at a block: one that its words announce, a table of people, or names at the front; null where none does. */
export const readRegion = (blocks: readonly Block[], at: number, standing: Standing): Region | null => {
  const block = blocks[at]
  if (!block) return null
  if (block.kind === 'row' && !isTableOfPeople(blocks, at, standing)) return null
  const { text } = block.flow
  const label = labelAt(text)
  const alone = aloneIn(text)
  const behind = label && label.at < text.length ? labelOf(label.words) : null
  const isAnnounced = block.kind === 'row' || alone?.kind === 'cue' || (behind?.kind === 'cue' && !isProse(text))
  const isField = alone?.kind === 'group' && /^\p{Ll}+:$/u.test(text) && blocks[at + 1]?.kind === 'item'
  if (!isAnnounced && at >= front) return null
  const reader = new Reader(blocks, at, styleOf(textsFrom(blocks, alone ? at + 1 : at)), standing, block)
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
