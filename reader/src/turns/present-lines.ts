import type { Attendee } from '../attendees/attendee.js'
import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import type { Pieces } from '../record.js'
import { type Block, piecesOfBlock, plainRow } from './blocks.js'
import { isFullName, isOneWord, isWrittenAsName } from './person-words.js'
import { attendeeOf, type Entry, entryOf, handleEntry, type Mode, modeIn } from './present-entry.js'
import { groupOffice } from './roles.js'

/** The entries of one line: at commas outside of parentheses, or at semicolons where there are any. */
const entriesIn = (text: string): string[] => {
  const at = /;/.test(text) ? /\s?;\s*/ : /[,、，]\s*(?![^()]*\))/
  return text
    .replace(/\s+(?:und|et|y|e)\s+(?=\p{Lu}[^,;]*$)/u, /;/.test(text) ? '; ' : ', ')
    .replace(/,?\s+and\s+\d{1,5}\s+\p{Ll}[^,;]*$/u, '')
    .replace(/,?\s+and\s+(?=\p{Lu}[^,;]*$)/u, /;/.test(text) ? '; ' : ', ')
    .split(at)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .reduce<string[]>((entries, entry) => {
      const last = entries.at(-1)
      // "Ada Roe, Clerk": what somebody is stands behind the name, and is nobody else.
      if (last !== undefined && !/;/.test(text) && isFullName(last) && isOneWord(entry) && holdsTitle(entry))
        entries[entries.length - 1] = `${last}, ${entry}`
      else entries.push(entry)
      return entries
    }, [])
}

export interface Printed {
  readonly entry: Entry
  readonly printed: string
}

const one = (printed: string, title: string | null): Printed | null => {
  const entry = entryOf(printed)
  return entry && { printed, entry: { ...entry, title: entry.title ?? title } }
}

const isNameOnly = (text: string): boolean => isWrittenAsName(text) && !holdsTitle(text) && !isBody(text)

/** "Councillors Ada Roe, Bo Poe and Cy Low": an office in the plural before names holds for all that follow it. */
const ofGroup = (text: string): (Printed | null)[] => {
  const group = groupOffice(text)
  const names = text.split(/,\s*(?![^()]*\))/)
  const areNames = names.length > 2 && names.every((name) => isNameOnly(name.replace(/\s*\([^()]*\)$/, '')))
  if (!group) return areNames ? names.map((name) => one(name, null)) : [one(text, null)]
  return group.names
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .filter((name) => name !== '')
    .map((name) => one(name, group.office))
}

const printedIn = (text: string): (Printed | null)[] => {
  if (/;/.test(text)) return entriesIn(text).flatMap(ofGroup)
  let office: string | null = null
  return entriesIn(text).map((entry) => {
    const group = groupOffice(entry)
    if (group) office = group.office
    const found = one(group ? group.names : entry, office)
    if (found && !group && found.entry.title !== office) office = null
    return found
  })
}

/** Lines of which each is an entry of its own, and not a stretch of a longer line that wraps. */
const areEntries = (texts: readonly string[]): boolean =>
  texts.length > 1 &&
  // Semicolons part the entries of lines that wrap.
  !texts.some((text) => /;\s+\S/.test(text)) &&
  texts.every((text) => text.length <= 90 && (text.match(/,/g)?.length ?? 0) <= 2) &&
  texts.slice(0, -1).every((text) => !/(?:[,;&/-]|\band|\([^()]*)$/i.test(text))

/** "Steering group: Ada Roe, Bo Poe": a group before the names of a line; a mode of presence, where it says one. */
const withoutGroup = (text: string): { text: string; mode: Mode | null } => {
  const match = /^([^:@(]{3,60}):\s+(.+)$/su.exec(text)
  return match ? { text: match[2] ?? '', mode: modeIn(match[1] ?? '') } : { text, mode: null }
}

/** Handles stand by themselves only among names or other handles ("Ada Roe, bolind, @cy"). */
const withHandles = (texts: readonly string[], found: (Printed | null)[]): (Printed | null)[] => {
  const likely = found.filter(Boolean).length + texts.filter((text) => text.startsWith('@')).length
  if (likely < 0.4 * texts.length) return found
  return found.map((each, i) => {
    const printed = texts[i] ?? ''
    const entry = each ? null : handleEntry(printed)
    return entry ? { entry, printed } : each
  })
}

const entriesOf = (text: string, isItem: boolean): (Printed | null)[] => {
  const isOne = isItem && (text.match(/@/g)?.length ?? 0) < 2
  const whole = isOne || !/[,;]/.test(text) ? one(text, null) : null
  if (whole && !/,.*,/.test(text)) return [whole]
  const found = printedIn(text)
  const texts = entriesIn(text)
  return texts.length === found.length ? withHandles(texts, found) : found
}

export const placed = (source: string, found: readonly Printed[], pieces: Pieces, mode: Mode): Attendee[] => {
  let from = pieces[0]?.[0] ?? 0
  const to = pieces.at(-1)?.[1] ?? 0
  return found.map(({ entry, printed }) => {
    const at = source.indexOf(printed, from)
    const isFound = at >= 0 && at + printed.length <= to
    const place: [number, number] = isFound ? [at, at + printed.length] : (pieces[0] ?? [0, 1])
    if (isFound) from = place[1]
    return attendeeOf(entry, mode, [place])
  })
}

const enough = (found: readonly (Printed | null)[]): Printed[] | null => {
  const named = found.filter((each) => each !== null)
  return named.length === 0 || named.length < 0.6 * found.length ? null : named
}

/** The people of the words of a line or an item; null where most of it is no names. */
export const lineAttendees = (source: string, block: Block, words: string, mode: Mode): Attendee[] | null => {
  if (words.length > 8000) return null
  const pieces = piecesOfBlock(block)
  const { text, mode: ownMode } = withoutGroup(words)
  const found = enough(entriesOf(text, block.kind === 'item'))
  return found && placed(source, found, pieces, ownMode ?? mode)
}

/** The people of a block of which each line may be an entry by itself. `head`: what stands before the first, as "Present:". */
export const blockAttendees = (
  source: string,
  block: Block,
  words: string,
  mode: Mode,
  head = '',
): Attendee[] | null => {
  const texts = block.kind === 'text' ? block.rows.map((row) => plainRow(source, row)) : []
  if (head !== '' && texts[0] !== undefined) texts[0] = texts[0].slice(head.length).trim()
  if (!areEntries(texts)) return lineAttendees(source, block, words, mode)
  const found = texts.map((text) => entriesOf(text, true))
  if (enough(found.map((each) => each.find((one) => one !== null) ?? null)) === null)
    return lineAttendees(source, block, words, mode)
  return block.rows.flatMap((row, i) => {
    const named = (found[i] ?? []).filter((each) => each !== null)
    return placed(source, named, [[row.start, row.end]], mode)
  })
}
