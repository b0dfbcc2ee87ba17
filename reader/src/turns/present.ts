import type { Attendee } from '../attendees/attendee.js'
import { holdsTitle } from '../english/titles.js'
import type { SourceText } from '../source.js'
import { isAllCapitals } from '../text/all-capitals.js'
import { type Block, plain, plainText } from './blocks.js'
import { isUsual } from './headings.js'
import { isFullName, isHandle, isNoName, isOneWord } from './person-words.js'
import type { Mode } from './present-entry.js'
import {
  chairIn,
  companyIn,
  cutAtHeads,
  headOf,
  isGroupLabel,
  isOwnHead,
  isVoteLine,
  officeOf,
  partyIn,
} from './present-heads.js'
import { blockAttendees, lineAttendees } from './present-lines.js'
import { looksLikeTable, tableAttendees } from './present-table.js'
import {
  appearingFor,
  headedBy,
  isAddress,
  labelAndGroup,
  notListed,
  sidesIn,
  witnessesIn,
} from './present-witnesses.js'

/** Who is printed as holding an office at the meeting: "Chair: Ada Roe". */
export interface Holder {
  readonly role: string
  readonly name: string
}

/** Those whom the lists of a record name, and the blocks that the lists take. */
export interface Present {
  readonly attendees: readonly Attendee[]
  readonly holders: readonly Holder[]
  /** Blocks that are lists of those present, or say who holds an office. */
  readonly lists: ReadonlySet<Block>
  /** Headings and introductory lines over such lists. */
  readonly headings: ReadonlySet<Block>
}

const isTable = (source: string, block: Block): boolean =>
  block.kind === 'table' || (['code', 'text'].includes(block.kind) && looksLikeTable(source, block.rows))

const listAttendees = (source: SourceText, block: Block, mode: Mode): Attendee[] | null => {
  if (isTable(source.text, block)) return tableAttendees(source.text, source.layout, block.rows, mode)
  return block.kind === 'text' || block.kind === 'item'
    ? blockAttendees(source.text, block, plainText(source.text, block), mode)
    : null
}

/** A line of names with initials in parentheses that no heading announces. */
const announcesItself = (text: string): boolean =>
  text.includes('(') &&
  /(?:\(\p{Lu}.*?){3}/su.test(text) &&
  (text.slice(0, 8000).match(/\p{L} \(\p{Lu}[\p{L}~]{1,4}\)(?:,|$)/gu)?.length ?? 0) >= 3

interface Open {
  readonly mode: Mode
  readonly block: Block
  /** The last block that was read as a part of the list. */
  last: { readonly block: Block; readonly attendees: readonly Attendee[] } | null
  /** Its first names stand on the line of the head. */
  readonly isInLine: boolean
  readonly isOfWitnesses: boolean
  /** Whom those of the list, or of the group in it, are of. */
  party: string | null
}

const isBare = ({ affiliations, honorific, abbreviation }: Attendee): boolean =>
  affiliations.length === 0 && honorific === null && abbreviation === null

/** Words in a line by themselves after a list may be the next heading: what has the shape of a name need not be one. */
const mayBeHeading = (block: Block, words: string, found: readonly Attendee[], { last, isInLine }: Open): boolean => {
  if (words !== '' && isUsual(words)) return true
  if (isInLine) return found.some(isBare)
  if (!last || block.kind !== 'text' || found.length > 1 || !found.every(isBare)) return false
  return last.attendees.length > 1 || last.block.kind !== 'text' || isAllCapitals(words)
}

/** Those of a line "Chair: Ada Roe and Bo Poe (Mill Trust)"; null where what follows is no names, but words that somebody says. */
const holdersIn = (role: string, names: string): Holder[] | null => {
  // "Ada Roe, Senate Chair": what the holder is stands behind the name.
  const found = names
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/,\s+[^,]*$/, (behind) => (holdsTitle(behind) ? '' : behind))
    .split(/\s*(?:,|;|&|\band\b)\s*/u)
    .map((name) => ({
      role,
      name: name.replace(/_/g, ' ').trim(),
    }))
  const [first] = found
  return first && isFullName(first.name) && found.every(({ name }) => isFullName(name) || isOneWord(name))
    ? found
    : null
}

/** Those whom a line right below an office calls by one word each, as the others do; a handle tells no name. */
const calledIn = (role: string, names: string): Holder[] | null => {
  const words = names.split(/\s*(?:,|;|&|\band\b)\s*/u)
  if (!words.every((word) => (isOneWord(word) && !isNoName(word)) || isHandle(word))) return null
  return words.filter(isOneWord).map((name) => ({ role, name }))
}

class Lists {
  readonly attendees: Attendee[] = []
  readonly holders: Holder[] = []
  readonly lists = new Set<Block>()
  readonly headings = new Set<Block>()
  /** Those in office with what a line states of them; a list that names them too goes before. */
  readonly inOffice: Attendee[] = []
  open: Open | null = null
  /** A vote was recorded right before: who is "Absent" then did not vote. */
  private afterVote = false
  /** The company that a line of the front names. */
  private company: string | null = null

  constructor(readonly source: SourceText) {}

  private take(block: Block, found: readonly Attendee[]): void {
    this.attendees.push(...found)
    this.lists.add(block)
  }

  /** A line that opens a list, with or without its entries. */
  private takeHead(block: Block, words: string): boolean {
    const head = headOf(words)
    if (!head) return false
    if (head.rest === '') {
      this.open = {
        mode: head.mode,
        block,
        last: null,
        isInLine: false,
        isOfWitnesses: head.isOfWitnesses,
        party: isOwnHead(words) ? this.company : null,
      }
      return true
    }
    const { mode, rest, printed, isOfWitnesses } = head
    const read = isOfWitnesses ? witnessesIn : blockAttendees
    const found = this.afterVote ? null : read(this.source.text, block, rest, mode, printed)
    if (found && isOfWitnesses) this.takeAppearing(block, found, printed)
    else if (found) this.take(block, found)
    this.open = found && { mode, block, last: { block, attendees: found }, isInLine: true, isOfWitnesses, party: null }
    return found !== null || !isOfWitnesses
  }

  /** Those of one line; the only witness is "the witness". */
  private takeAppearing(block: Block, found: readonly Attendee[], label: string): void {
    const [only, ...more] = found
    if (only && more.length === 0 && /^witness\s*:/i.test(label))
      this.holders.push({ role: 'Witness', name: only.nameAsPrinted })
    this.take(block, appearingFor(notListed(found, this.attendees), partyIn(label)))
  }

  /** A line that says who holds an office, or such a line and one with the name. */
  private takeHolders(block: Block, words: string): boolean {
    const [first, ...others] = block.rows
    const text = this.source.text
    const own = first && others.length > 0 ? officeOf(text.slice(first.start, first.end)) : null
    const office = own?.rest === '' ? own : officeOf(words)
    if (!office) return false
    const names =
      office.rest ||
      plain(
        text,
        others.map(({ start, end }) => [start, end]),
      )
    const found = holdersIn(office.role, names) ?? (own?.rest === '' ? calledIn(office.role, names) : null)
    if (!found || block.kind === 'heading') return false
    this.holders.push(...found)
    this.lists.add(block)
    const stated = lineAttendees(text, block, names, 'PRESENT') ?? []
    for (const one of stated)
      if (one.affiliations.length > 0 && isFullName(one.name))
        this.inOffice.push({ ...one, role: one.role ?? office.role })
    // Where an office has a line of its own, what stands above it is no open list any more.
    if (office.rest === '') this.open = null
    return true
  }

  /** What stands in a list of those who appear: the label of a group, or some of them. */
  private takeWitnesses(block: Block, words: string): boolean {
    const { open } = this
    if (!open?.isOfWitnesses || open.isInLine || block.kind === 'heading') return false
    if (isAddress(words)) {
      this.lists.add(block)
      return true
    }
    if (this.takeGroup(block, open)) return true
    const found = isGroupLabel(words) ? [] : witnessesIn(this.source.text, block, words, open.mode)
    if (found === null) return false
    if (!this.lists.has(open.block)) this.headings.add(open.block)
    if (found.length > 0) this.take(block, appearingFor(notListed(found, this.attendees), open.party))
    else {
      this.headings.add(block)
      open.party = this.partyOf(words)
    }
    return true
  }

  /** Those who stand set in under a label that tells for whom they appear, or what they are. */
  private takeGroup(block: Block, open: Open): boolean {
    const group = labelAndGroup(this.source.text, block)
    if (!group) return false
    const { label, under } = group
    const found = witnessesIn(this.source.text, under, plainText(this.source.text, under), open.mode)
    if (found === null) return false
    open.party = this.partyOf(plainText(this.source.text, label))
    this.headings.add(open.block).add(label)
    this.take(under, appearingFor(notListed(found, this.attendees), open.party))
    return true
  }

  /** Whom a group appears for; a side of a case is the party that the caption prints there. */
  private partyOf(label: string): string | null {
    const party = partyIn(label)
    const side = /^(plaintiff|defendant|petitioner|respondent|appellant|appellee|claimant)s?$/i.exec(party ?? '')?.[1]
    return side === undefined ? party : (sidesIn(this.source.text).get(side.toLowerCase()) ?? null)
  }

  /** What single lines say: whose meeting it is, who chairs it, whose statement stands below. */
  private note(block: Block, words: string): void {
    this.company ??= companyIn(words)
    const chair = chairIn(words)
    if (chair && isFullName(chair.name)) this.holders.push(chair)
    for (const attendee of headedBy(this.source.text, block, words)) {
      this.attendees.push(attendee)
      if (attendee.role !== null) this.holders.push({ role: attendee.role, name: attendee.name })
    }
  }

  read(block: Block): void {
    const words = block.kind === 'code' || block.kind === 'table' ? '' : plainText(this.source.text, block)
    this.note(block, words)
    if (words !== '' && this.takeHead(block, words)) return
    this.afterVote = isVoteLine(words)
    if (this.takeHolders(block, words) || this.takeWitnesses(block, words)) return
    if (this.open?.isOfWitnesses) this.open = null
    if (this.open === null && !isTable(this.source.text, block) && !announcesItself(words)) return
    const found = block.kind === 'heading' ? null : listAttendees(this.source, block, this.open?.mode ?? 'UNKNOWN')
    if (found === null || (this.open && mayBeHeading(block, words, found, this.open))) {
      if (block.kind !== 'rule') this.open = null
      return
    }
    if (this.open && !this.lists.has(this.open.block)) this.headings.add(this.open.block)
    this.take(block, appearingFor(found, this.open?.party ?? null))
    if (this.open) this.open.last = { block, attendees: found }
  }
}

/** Reads the lists of those present, wherever in a record they stand. */
export const readPresent = (source: SourceText, blocks: readonly Block[]): Present => {
  const lists = new Lists(source)
  for (const block of blocks) for (const part of cutAtHeads(source.text, block)) lists.read(part)
  // Who chairs is no list of those present by itself.
  if (lists.attendees.length > 0) lists.attendees.push(...notListed(lists.inOffice, lists.attendees))
  return lists
}
