import { fold } from '../names.js'
import type { Block } from '../outline/outline.js'
import { addPerson } from '../people/roster.js'
import { addAlias, identify } from '../people/within-meeting.js'
import type { Draft } from '../proposal/draft.js'
import type { Register } from '../structured/register.js'
import { fieldsEnd } from './fields.js'
import { addListed, type Listed, type Standing } from './listed.js'
import { type Region, readRegion } from './region.js'
import { statedIn } from './stated.js'

/** No record lists more people. */
const mostPeople = 3_000

const nobodyYet: Standing = { mode: 'PRESENT', body: null, role: null }

/**
 * Finds the lists of those who were there, or sent apologies, and adds their people to the roster: under headings, behind labels, in
 * tables, in sentences that announce them, and where the front of a record names people without a word. The blocks of lists are marked
 * as taken; sentences stay.
 */
export const readPresent = (draft: Draft, register?: Register): void => {
  const { outline, taken, roster } = draft
  const { blocks } = outline
  const listed: Listed[] = []
  const fields = fieldsEnd(outline.source.text)
  const isFree = (block: Block | undefined): block is Block => block !== undefined && !taken.has(block.id)
  for (let at = 0; at < blocks.length && listed.length < mostPeople; ) {
    const block = blocks[at]
    const region: Region | null = isFree(block)
      ? readRegion(blocks, at, nobodyYet, (block.flow.pieces[0]?.[0] ?? 0) < fields)
      : null
    if (region) {
      listed.push(...region.listed)
      for (const id of region.taken) taken.add(id)
      at = Math.max(region.end, at + 1)
      continue
    }
    if (isFree(block)) listed.push(...statedIn(block))
    at++
  }
  for (const one of inOrder(listed)) addListed(roster, one)
  if (register) addRegistered(draft, register)
}

/** Full names before those by which some are called for short: "Chair: Ada" is whoever the list names so. */
const inOrder = (listed: readonly Listed[]): Listed[] => {
  const isShort = ({ person, role }: Listed) => (role ?? person.role) !== null && !person.name.includes(' ')
  return [...listed.filter((one) => !isShort(one)), ...listed.filter(isShort)]
}

/** Initials that a register defines are those of whom it names; those of two are nobody's, and the record's own list wins. */
const addRegistered = ({ roster, outline: { source } }: Draft, register: Register): void => {
  const own = new Set(roster.persons.map(({ person }) => person))
  for (const { kind, name, abbreviations = [] } of register.values()) {
    if (kind !== 'person') continue
    for (const short of abbreviations) {
      const { person, candidates } = identify(roster.cast, short)
      if ([person, ...candidates].some((key) => key !== null && own.has(key))) continue
      const known = roster.personByName.get(fold(name))
      // A register has many who are not in the record: that their initials are not printed is no doubt.
      const printed = source.text.includes(short) ? [short] : []
      addAlias(roster.cast, short, (known ?? addPerson(roster, { name, printed })).person)
    }
  }
}
