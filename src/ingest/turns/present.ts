import type { Attendee } from '../attendees/attendee.js'
import type { SourceText } from '../source.js'
import { type Block, piecesOfBlock, plainText } from './blocks.js'
import { attendeeOf, entryOf, type Mode, modeIn } from './present-entry.js'
import { looksLikeTable, tableAttendees } from './present-table.js'

/** Those whom the lists of a record name, and the blocks that the lists take. */
export interface Present {
  readonly attendees: readonly Attendee[]
  /** Blocks that are lists of those present. */
  readonly lists: ReadonlySet<Block>
  /** Headings and introductory lines over such lists. */
  readonly headings: ReadonlySet<Block>
}

const kinds =
  'attendees?|attendance|attending|attended by|participants?|participation|present|in attendance|those present|people present|members|delegates|representatives|guests|observers|invited|apologies(?: for absence| received)?|absent|absentees|regrets|excused|roll call'
const heading = new RegExp(
  `^(?:\\d+[.)]?\\s+)?(?:list of |meeting |also |the following were )?(?:(?:remote|in[- ]person|virtual|online|on[- ]site|voting|invited)(?:(?: and |\\s?[/&]\\s?)(?:remote|in[- ]person|online))? )?(?:${kinds})(?: present| attending| and apologies)?(?: \\([^()]*\\))?$`,
  'iu',
)
const headed = /^([^:]{3,60}):\s*(.*)$/su

interface Head {
  readonly mode: Mode
  /** What follows on the same line. */
  readonly rest: string
}

/** Whether a block opens a list of those present, and how they are present. */
const headOf = (text: string): Head | null => {
  const inLine = headed.exec(text.slice(0, 4000))
  const label = (inLine?.[1] ?? text.slice(0, 120)).trim()
  if (!heading.test(label)) return null
  const both = /remote/i.test(label) && /person|site/i.test(label)
  return { mode: both ? 'UNKNOWN' : (modeIn(label) ?? 'PRESENT'), rest: (inLine?.[2] ?? '').trim() }
}

/** The entries of one line: at commas outside of parentheses, or at semicolons where there are any. */
const entriesIn = (text: string): string[] => {
  const at = /;/.test(text) ? /;\s*/ : /,\s*(?![^()]*\))/
  return text
    .replace(/\s+and\s+(?=\p{Lu}[^,;]*$)/u, /;/.test(text) ? '; ' : ', ')
    .split(at)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** The people of a line or an item; null where most of it is no names. */
const lineAttendees = (source: string, block: Block, text: string, mode: Mode): Attendee[] | null => {
  if (text.length > 8000) return null
  const pieces = piecesOfBlock(block)
  const whole = block.kind === 'item' || !/[,;]/.test(text) ? entryOf(text) : null
  if (whole && !/,.*,/.test(text)) return [attendeeOf(whole, mode, pieces)]
  const entries = entriesIn(text)
  const found = entries.map((entry) => ({ entry: entryOf(entry), printed: entry }))
  const named = found.filter(({ entry }) => entry !== null)
  if (named.length === 0 || named.length < 0.6 * entries.length) return null
  let from = pieces[0]?.[0] ?? 0
  return named.flatMap(({ entry, printed }) => {
    const at = source.indexOf(printed, from)
    const place: [number, number] = at < 0 ? (pieces[0] ?? [0, 1]) : [at, at + printed.length]
    if (at >= 0) from = place[1]
    return entry ? [attendeeOf(entry, mode, [place])] : []
  })
}

const isTable = (source: string, block: Block): boolean =>
  block.kind === 'table' || (['code', 'text'].includes(block.kind) && looksLikeTable(source, block.rows))

const listAttendees = (source: SourceText, block: Block, mode: Mode): Attendee[] | null => {
  if (isTable(source.text, block)) return tableAttendees(source.text, source.layout, block.rows, mode)
  return block.kind === 'text' || block.kind === 'item'
    ? lineAttendees(source.text, block, plainText(source.text, block), mode)
    : null
}

/** A line of names with initials in parentheses that no heading announces. */
const announcesItself = (text: string): boolean =>
  (text.slice(0, 8000).match(/\p{L} \(\p{Lu}[\p{L}~]{1,4}\)(?:,|$)/gu)?.length ?? 0) >= 3

/** Reads the lists of those present, wherever in a record they stand. */
export const readPresent = (source: SourceText, blocks: readonly Block[]): Present => {
  const attendees: Attendee[] = []
  const lists = new Set<Block>()
  const headings = new Set<Block>()
  let open: { mode: Mode; block: Block } | null = null
  for (const block of blocks) {
    const words = block.kind === 'code' || block.kind === 'table' ? '' : plainText(source.text, block)
    const head = words === '' ? null : headOf(words)
    if (head && head.rest !== '') {
      const found = lineAttendees(source.text, block, head.rest, head.mode)
      if (found) {
        attendees.push(...found)
        lists.add(block)
      }
      open = null
      continue
    }
    if (head) {
      open = { mode: head.mode, block }
      continue
    }
    const tabular = isTable(source.text, block)
    if (open === null && !tabular && !announcesItself(words)) continue
    const found = block.kind === 'heading' ? null : listAttendees(source, block, open?.mode ?? 'UNKNOWN')
    if (found === null) open = block.kind === 'rule' ? open : null
    else {
      if (open && !lists.has(open.block)) headings.add(open.block)
      attendees.push(...found)
      lists.add(block)
    }
  }
  return { attendees, lists, headings }
}
