import { type Category, category, key, type Readings } from './category.js'
import type { Gold } from './gold.js'
import { meetingField, normalForm } from './normal-form.js'
import type { Item } from './pair.js'

type Section = NonNullable<Gold['sections']>[number]

const introOf = ({ intro }: Section) => (typeof intro === 'string' ? intro : (intro?.text ?? null))

/** Introductions, levels and dates are compared only if the gold states any; levels by rank, with the outermost as 1. */
export function sections({ gold, read }: Readings) {
  const rows = gold.sections ?? []
  const intros = rows.some(({ intro }) => intro !== undefined)
  const dates = rows.some(({ date }) => date !== undefined)
  const levels = rows.some(({ level }) => level !== undefined)
  const rank = { gold: levelRank(rows), read: levelRank(read.sections ?? []) }
  return category('sections', 'order', { gold: gold.sections, read: read.sections }, (row, side) => ({
    keys: [
      key(
        normalForm(row.title),
        intros ? normalForm(introOf(row)) : null,
        dates ? normalForm(row.date) : null,
        levels ? rank[side](row.level) : null,
      ),
    ],
    order: row.position,
    label: levels ? `${row.title} (level ${rank[side](row.level)})` : row.title,
  }))
}

function levelRank(rows: Section[]) {
  const levels = [...new Set(rows.map(({ level }) => level ?? 0))].sort((a, b) => a - b)
  return (level: number | undefined) => levels.indexOf(level ?? 0) + 1
}

/** Sections are compared by title, because positions shift when one is missed. */
function sectionTitles({ sections: rows }: Gold) {
  const titles = new Map((rows ?? []).map(({ position, title }) => [position, normalForm(title)]))
  return (position: number | null | undefined) =>
    position === null || position === undefined ? null : (titles.get(position) ?? `undeclared: ${position}`)
}

/** Numbers, sections and headings are compared only if the gold states any; spans always are. */
export function paragraphs({ gold, read }: Readings) {
  const rows = gold.paragraphs ?? []
  const section = { gold: sectionTitles(gold), read: sectionTitles(read) }
  const numbers = rows.some(({ number }) => number !== undefined)
  const sectioned = rows.some((row) => row.section !== undefined)
  const headed = rows.some(({ heading }) => heading !== undefined)
  return category('paragraphs', 'span', { gold: gold.paragraphs, read: read.paragraphs }, (row, side) => ({
    keys: [
      key(
        numbers ? normalForm(row.number) : null,
        sectioned ? section[side](row.section) : null,
        headed ? normalForm(row.heading) : null,
      ),
    ],
    label: [`paragraph ${row.number ?? '(no number)'}`, row.heading].filter(Boolean).join(', '),
    span: row,
  }))
}

/** Compared by title alone if the gold names no paragraphs: then a theme is a heading above speakers' turns. */
export function themes({ gold, read }: Readings) {
  const section = { gold: sectionTitles(gold), read: sectionTitles(read) }
  const numbered = (gold.themes ?? []).some(({ paragraph }) => paragraph !== null && paragraph !== undefined)
  const place = (row: NonNullable<Gold['themes']>[number], side: 'gold' | 'read') =>
    numbered ? [normalForm(row.paragraph), section[side](row.section)] : []
  return category('themes', 'key', { gold: gold.themes, read: read.themes }, (row, side) => ({
    keys: [key(normalForm(row.title), ...place(row, side))],
    label: row.title,
  }))
}

/** The meeting's fields that the gold states, including those it states as null. */
export function meeting({ gold, read }: Readings): Category {
  const items = (reading: Gold): Item[] =>
    Object.keys(gold.meeting).flatMap((field, order) => {
      const value = meetingField(field, reading.meeting[field])
      const label = `${field}: ${reading.meeting[field]}`
      return value === null ? [] : [{ keys: [key(field, value)], order, pieces: [], label, words: {} }]
    })
  return { name: 'meeting', how: 'key', gold: items(gold), read: items(read) }
}
