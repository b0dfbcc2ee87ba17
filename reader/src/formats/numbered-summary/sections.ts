import type { MeetingRecord, Pieces } from '../../record.js'
import { datesIn, isoDay } from '../../text/dates.js'
import type { Line } from '../../text/lines.js'
import type { OutlineSection } from './outline.js'

type SectionRow = MeetingRecord['sections'][number]

const place = (line: Line): [number, number] => [line.start, line.end]

const plain = (text: string): string =>
  text
    .replace(/^#+\s*/, '')
    .replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, '')
    .trim()

const dayIn = (heading: string): string | null => {
  const [date] = datesIn(heading.slice(0, 300))
  return date?.year == null ? null : isoDay(date.year, date.month, date.day)
}

/** The sections of a record, nested by their levels. */
export const sectionRows = (sections: readonly OutlineSection[]): SectionRow[] => {
  const rows: SectionRow[] = []
  const open: SectionRow[] = []
  const top = sections.reduce((least, { level }) => Math.min(least, level), Number.POSITIVE_INFINITY)
  for (const [i, { heading, introduction, level: printed }] of sections.entries()) {
    const level = printed - top + 1
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)
    const words = plain(heading.map(({ text }) => text).join(' '))
    const pieces: Pieces = [...heading, ...introduction].map(place)
    const row: SectionRow = {
      position: i + 1,
      level,
      parent: parent?.position ?? null,
      heading: words === '' ? (heading[0]?.text ?? '') : words,
      introduction: introduction.length > 0 ? introduction.map(({ text }) => text).join(' ') : null,
      date: dayIn(words),
      pieces,
    }
    rows.push(row)
    open.push(row)
  }
  return rows
}
