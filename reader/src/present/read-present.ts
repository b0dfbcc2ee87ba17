import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { fold } from '../names.js'
import type { Block } from '../outline/outline.js'
import { addPerson } from '../people/roster.js'
import type { Draft } from '../proposal/draft.js'
import type { PersonLine } from '../proposal/proposal.js'
import type { Register } from '../structured/register.js'
import { type ListedPerson, peopleOfEntry } from './entry.js'
import { addListed } from './listed.js'
import { listOf } from './lists.js'
import { addTable, rolesOfTable } from './table.js'
import { officeWords } from './words.js'

type Mode = NonNullable<PersonLine['mode']>

/** A label before a colon (or a dash) at the beginning of a block, and where the words behind it begin. */
const labelAt = (text: string): { words: string; at: number } | null => {
  const match = /^([^:\n]{2,60}?)\s*(?::|\s[–—-]\s)\s*/u.exec(text)
  return match ? { words: match[1] ?? '', at: match[0].length } : null
}

interface Open {
  mode: Mode
  body: string | null
  /** How many blocks in a row named nobody. */
  missed: number
  /** The heading under which the list stands; it ends where that does. */
  heading: number | null
  found: number
}

/** Adds the people of one list's entry to the roster. @returns how many */
const addPeople = (draft: Draft, block: Block, people: readonly ListedPerson[], open: Open): number => {
  for (const person of people) addListed(draft, `${block.id}`, person, open.mode, open.body)
  return people.length
}

const isSentence = (text: string): boolean =>
  text.length > 90 &&
  /\b(?:was|were|is|are|has|have|had|will|noted|said|agreed|the meeting)\b/.test(text) &&
  !/[;,].*[;,].*[;,]/.test(text)

/** "Ministry of Rivers", "Norway:": a body over its people. */
const bodyLabel = (text: string): string | null => {
  const words = text.replace(/:$/, '').trim()
  return words.length < 90 && (isCountry(words) || isAcronym(words) || holdsBodyWord(words)) ? words : null
}

/** Reads one block of an open list. @returns whether it belongs to it */
const readEntry = (draft: Draft, block: Block, open: Open): boolean => {
  const { text } = block.flow
  const label = labelAt(text)
  const inner = label ? listOf(label.words) : null
  if (label && inner !== null) {
    open.mode = inner
    open.found += addPeople(draft, block, peopleOfEntry(text.slice(label.at), { single: true }), open)
    return true
  }
  const alone = listOf(text.replace(/:$/, ''))
  if (alone !== null) {
    open.mode = alone
    open.body = null
    return true
  }
  if (isSentence(text)) return false
  const office = label && officeWords.has(fold(label.words))
  const behind = label && !office ? bodyLabel(label.words) : null
  const people =
    behind && label ? peopleOfEntry(text.slice(label.at), { single: true }) : peopleOfEntry(text, { single: true })
  if (people.length > 0) {
    open.found += addPeople(draft, block, people, behind ? { ...open, body: behind } : open)
    return true
  }
  const body = bodyLabel(text)
  if (body !== null && (block.kind === 'heading' || block.kind === 'paragraph' || block.level <= 1)) {
    open.body = body
    return true
  }
  return /^\(?\d+\)?$|^(?:none|n\/a|nil|nobody)\.?$/i.test(text.trim())
}

/** Sentences that state who was there: "Present were: …", "The meeting was attended by …". */
const stating =
  /\b(?:present (?:were|included|at the meeting were)|those present(?: were| included)?|(?:was|were) attended by|in attendance were|attendees (?:were|included))\b[^:]{0,40}:?\s+/i

/** "Australia: Messrs. Roe, Poe (Treasury); Japan: …" behind a word that announces it. */
const readStated = (draft: Draft, block: Block): boolean => {
  const { text } = block.flow
  const match = stating.exec(text.slice(0, 300))
  if (!match) return false
  const open: Open = { mode: 'PRESENT', body: null, missed: 0, heading: null, found: 0 }
  for (const part of text.slice(match.index + match[0].length).split(/[;.]\s+(?=\p{Lu})/u)) {
    const label = labelAt(part)
    const body = label ? bodyLabel(label.words) : null
    open.found += addPeople(
      draft,
      block,
      peopleOfEntry(label && body ? part.slice(label.at) : part, { single: true }),
      { ...open, body },
    )
  }
  return open.found > 0
}

/** How many blocks in a row a list may hold that name nobody. */
const mostMissed = 2

/**
 * Finds the lists of those who were there, or sent apologies, and adds their people to the roster: under headings, behind labels, in
 * tables, in sentences that announce them. Their blocks are marked as taken.
 */
export const readPresent = (draft: Draft, register?: Register): void => {
  let open: Open | null = null
  const { blocks } = draft.outline
  const tables = new Set<number>()
  blocks.forEach((block, i) => {
    const { text } = block.flow
    if (block.kind === 'row') {
      if (block.table === null || tables.has(block.table)) return
      tables.add(block.table)
      const rows = blocks.filter(({ table }) => table === block.table)
      const roles = rolesOfTable(rows, open !== null)
      if (roles) for (const id of addTable(draft, rows, roles, open?.mode ?? 'PRESENT')) draft.taken.add(id)
      return
    }
    if (block.kind === 'heading') {
      const mode = listOf(text.replace(/:$/, ''))
      if (mode !== null && isListBelow(blocks, i)) {
        open = { mode, body: null, missed: 0, heading: block.id, found: 0 }
        return
      }
      if (open && block.level > (blocks[(open.heading ?? 0) - 1]?.level ?? 9) && readEntry(draft, block, open)) return
      open = null
      return
    }
    if (open) {
      if (readEntry(draft, block, open)) {
        draft.taken.add(block.id)
        open.missed = 0
        return
      }
      if (open.heading === null || ++open.missed > mostMissed) open = null
    }
    if (open === null) open = openedBy(draft, block)
  })
  if (register) addRegistered(draft, register)
}

/** Whether what stands under a heading is a list: short entries or a table. */
const isListBelow = (blocks: readonly Block[], at: number): boolean => {
  const next = blocks[at + 1]
  return next !== undefined && (next.kind === 'row' || next.kind === 'heading' || !isSentence(next.flow.text))
}

/** A list that a block opens by its label, or states whole. */
const openedBy = (draft: Draft, block: Block): Open | null => {
  const { text } = block.flow
  const label = labelAt(text)
  const alone = listOf(text.replace(/:$/, ''))
  const mode = alone ?? (label ? listOf(label.words) : null)
  if (mode === null) {
    if (readStated(draft, block)) draft.taken.add(block.id)
    return null
  }
  const open: Open = { mode, body: null, missed: 0, heading: null, found: 0 }
  const rest = alone === null && label ? text.slice(label.at) : ''
  if (rest !== '') {
    if (isSentence(rest)) return null
    open.found = addPeople(draft, block, peopleOfEntry(rest, { single: true }), open)
    if (open.found === 0 && !/^(?:none|n\/a|nil)/i.test(rest)) return null
  }
  draft.taken.add(block.id)
  return open
}

/** Initials that a register defines are those of whom it names, if the record prints them. */
const addRegistered = ({ roster }: Draft, register: Register): void => {
  for (const { kind, name, abbreviations = [] } of register.values()) {
    if (kind !== 'person' || roster.persons.some((line) => fold(line.name) === fold(name))) continue
    for (const short of abbreviations)
      if (!roster.cast.byAbbreviation.has(short)) addPerson(roster, { name, printed: [short] }, short)
  }
}
