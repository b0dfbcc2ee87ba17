import { endsInBody, isBodyWord } from '../english/bodies.js'
import { endsOpen, holdsTitle, titleAcronyms } from '../english/titles.js'
import { fold } from '../names.js'
import type { Block, Cell } from '../outline/outline.js'
import type { ListedPost } from './details.js'

/** The words of a cell by the lines in which the source prints them: several titles beside several bodies stand so. */
export const cellLines = ({ flow }: Block, cell: Cell | undefined): string[] => {
  if (!cell) return []
  return flow.pieces.flatMap(([start, end], i) => {
    const at = flow.starts[i] ?? 0
    const isIn = at >= cell.range[0] && at < cell.range[1]
    const words = isIn ? flow.text.slice(at, Math.min(at + end - start, cell.range[1])).trim() : ''
    return words === '' ? [] : [words]
  })
}

/** Lines as running text; a word that a hyphen parts at the end of a line is one. */
export const joinedLines = (lines: readonly string[]): string => lines.join(' ').replace(/(\p{L})- (?=\p{Lu})/gu, '$1-')

const former = /^(?:former|ex-)\b/i
const incoming = /\s*\(((?:from|as of) [^()]+)\)$/i
const parts = /\s*;\s*|\s*\/\s+|\s+\/\s*|\/(?=\p{Lu}\p{Ll})/u

const postOf = (title: string, body: string | null): ListedPost => {
  const [all = '', note] = incoming.exec(title) ?? []
  if (note !== undefined) return { title: title.slice(0, -all.length), body, status: 'INCOMING', note }
  return former.test(title) ? { title, body, status: 'FORMER' } : { title, body }
}

const atBody = /^(.+?)\s+at\s+(?:the\s+)?(\p{Lu}.*)$/u
const trailingLetters = /^(.*\p{L}.*?)\s+(\p{Lu}{2,}(?:\s.*)?)$/u

/** A former title by itself: what it names is a body of its own, or a title at one ("Former ASG UN", "Former Pilot at the Mill Guild"). */
const formerPost = (title: string): ListedPost => {
  const named = title.replace(former, '').trim()
  if (!holdsTitle(named) && !titleAcronyms.has(named.split(' ')[0] ?? ''))
    return { title: null, body: named, status: 'FORMER' }
  const [, own, body] = atBody.exec(title) ?? trailingLetters.exec(title) ?? []
  const isParted = own !== undefined && body !== undefined && !titleAcronyms.has(body) && own.toLowerCase() !== 'former'
  return isParted ? { title: own, body, status: 'FORMER' } : { title, body: null, status: 'FORMER' }
}

/** Whether a line of a cell goes on with the title of the line before. */
const continuesTitle = (last: string, line: string): boolean =>
  /^(?:\p{Ll}|\()/u.test(line) || endsOpen(last) || !holdsTitle(line) || !holdsTitle(last)

/** Titles of a cell: parted by semicolons, slashes, a "Former", or lines that are titles each. */
const titlesOf = (lines: readonly string[]): string[] => {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last !== undefined && !/\/$/.test(last) && continuesTitle(last, line))
      whole[whole.length - 1] = `${last} ${line}`
    else whole.push(line)
  }
  return whole
    .flatMap((line) => line.split(/\s*[;/]\s*|,\s+(?=Former\b)/))
    .map((title) => title.trim())
    .filter((title) => title !== '')
}

const legalForm = /\b(?:Inc|Ltd|LLC|LLP|plc|GmbH|Corp|Co)\.?$/

/** How surely a body ends with one line and another begins with the next; below 2 they are one. */
const breakBetween = (line: string, next: string): number => {
  if (endsOpen(line) || /^(?:of|for|and|the|in|on)\b|^\p{Ll}/u.test(next)) return 0
  return (
    (legalForm.test(line) ? 3 : 0) + (endsInBody(line) ? 2 : 0) + (isBodyWord(fold(next.split(' ')[0] ?? '')) ? 2 : 0)
  )
}

/** Bodies of a cell: parted by semicolons or slashes, or by lines where there are as many titles. */
const bodiesOf = (lines: readonly string[], titles: number): string[] => {
  const whole = joinedLines(lines)
  const parted = whole.split(parts).map((body) => body.trim())
  const kept = parted.filter((body) => body !== '')
  if (kept.length > 1 || titles < 2) return kept
  const breaks = lines
    .slice(1)
    .map((next, i) => ({ at: i + 1, score: breakBetween(lines[i] ?? '', next) }))
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, titles - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  if (breaks.length !== titles - 1) return kept
  return [0, ...breaks].map((from, i) => joinedLines(lines.slice(from, breaks[i])))
}

/**
 * What somebody is by a cell of titles and a cell of bodies: one of each; several titles at one body; one each at several. A title is
 * not spread to a second body, and a former one goes with what it names.
 */
export const postsOf = (titleLines: readonly string[], bodyLines: readonly string[]): ListedPost[] => {
  const titles = titlesOf(titleLines)
  const bodies = bodiesOf(bodyLines, titles.length)
  if (titles.length === 0) return bodies.map((body) => ({ title: null, body }))
  if (bodies.length > 1 && titles.length === bodies.length)
    return titles.map((title, i) => postOf(title, bodies[i] ?? null))
  const [first = null, ...more] = bodies
  const posts = titles.map((title) => {
    const parted = former.test(title) ? formerPost(title) : null
    return parted && (titles.length > 1 || parted.body !== null) ? parted : postOf(title, first)
  })
  const isPlaced = first === null || posts.some(({ body }) => body === first)
  const others = [...(isPlaced ? [] : [first]), ...more]
  return [...posts, ...others.map((body) => ({ title: null, body }))]
}
