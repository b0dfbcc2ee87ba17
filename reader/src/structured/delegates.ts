import type { SourceText } from '../source.js'
import { entryOf } from '../turns/present-entry.js'
import { tableAttendees } from '../turns/present-table.js'
import { type Row, rowsOf } from '../turns/rows.js'

/** What one line of a list of delegates says. */
export interface Delegate {
  readonly name: string
  readonly abbreviation: string | null
  readonly organization: string | null
  readonly title: string | null
}

const isTabular = (text: string, { kind, start, end }: Row): boolean =>
  kind === 'table' || /[|¦].*[|¦]/.test(text.slice(start, Math.min(end, start + 1000)))

const ofLine = (text: string, { start, end }: Row): Delegate[] => {
  const entry = end - start > 300 ? null : entryOf(text.slice(start, end))
  return entry === null ? [] : [entry]
}

const ofTable = ({ text, layout }: SourceText, rows: readonly Row[]): Delegate[] =>
  (tableAttendees(text, layout, rows, 'UNKNOWN') ?? []).map(({ name, abbreviation, affiliations: [stated] }) => ({
    name,
    abbreviation,
    organization: stated?.organization ?? null,
    title: stated?.title ?? null,
  }))

const isEntry = ({ kind }: Row): boolean => kind === 'text' || kind === 'item'

/** Fewer than these are a list of those present in a short note. */
const fewest = 3

/** How much of a list is entries; the rest may introduce it. */
const most = 0.8

/**
 * The entries of a list of delegates: a table with names and abbreviations, or lines "Ada Roe (AR)". Null for a document that
 * is anything besides.
 */
export const delegatesIn = (source: SourceText): Delegate[] | null => {
  const rows = rowsOf(source).filter(({ kind }) => kind !== 'heading' && kind !== 'rule' && kind !== 'front-matter')
  const tabular = rows.filter((row) => isTabular(source.text, row))
  const table = ofTable(source, tabular)
  const lines = rows.filter((row) => isEntry(row) && !isTabular(source.text, row))
  const listed = lines.flatMap((row) => ofLine(source.text, row))
  const all = [...table, ...listed]
  const abbreviated = all.filter(({ abbreviation }) => abbreviation !== null).length
  const rest = rows.length - (table.length > 0 ? tabular.length : 0) - listed.length
  if (abbreviated < fewest || abbreviated < most * all.length || all.length < most * (all.length + rest)) return null
  return all
}
