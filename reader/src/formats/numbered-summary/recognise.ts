import { pastForms } from '../../english/reporting-verbs.js'
import { isOfTalks } from '../../front/of-talks.js'
import { opensSetOff } from '../../reported-speech/set-off.js'
import type { SourceText } from '../../source.js'
import type { Line } from '../../text/lines.js'
import { endsSentence } from '../../text/sentence-end.js'
import { labelAt } from '../../turns/label.js'
import { partsOf } from '../../turns/label-parts.js'
import { isFullName } from '../../turns/person-words.js'
import type { Recognition } from '../format.js'
import { isNumbered, type Outline, type OutlineParagraph, outlineOf } from './outline.js'

/** What is counted to tell a numbered summary from other records. Shares are from 0 to 1. */
interface Signs {
  readonly numbered: number
  /** Of the text, less its front and its lists: the part that directly follows a paragraph number. */
  readonly share: number
  /** Of the numbers, those that are one higher than the one before, or start anew at 1. */
  readonly inOrder: number
  /** Of the numbered paragraphs, those that begin with a speaker's label ("ABC: …", "ABC - …"). */
  readonly labelled: number
  /** Numbered paragraphs whose heading names somebody in parentheses. */
  readonly withNames: number
  /** Of the numbered paragraphs, those with a verb that reports. */
  readonly reporting: number
  /** Of the numbered paragraphs, those that open with a speaker as in an official summary record ("Mr. ROE (Kenya) said"). */
  readonly setOff: number
  /** Of the numbered paragraphs, those whose first line is a heading by itself. */
  readonly headed: number
  readonly medianLength: number
  readonly hasList: boolean
  /** Lines that begin with a speaker's label which begins others, too. */
  readonly turns: number
}

const label = /^(?:\*\*|__)?\p{Lu}[\p{Lu}\p{Ll}]{1,4}(?:\/\p{Lu}[\p{Lu}\p{Ll}]{1,4})?(?:\*\*|__)?\s*(?::|[-–—])\s/u
const acronym = /^(?:\*\*|__)?\p{Lu}/u
const named = /^[^.:]{3,200}\([^()]*\p{Lu}[^()]*\)[*_]*\s*(?:[:.]|$)/u
const longestLook = 600

const lengthOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.length + 1, 0)

/** The lines that directly follow a paragraph's number, up to the first that stands after a blank one. */
const firstBlock = (lines: readonly Line[], afterBlank: ReadonlySet<Line>): readonly Line[] => {
  const ends = lines.flatMap((line, i) => (i > 0 && afterBlank.has(line) ? [i] : []))
  // A heading with a line of its own is a part of its paragraph.
  const isHeading = ends[0] === 1 && (lines[0]?.text.length ?? 0) < 150 && !endsSentence(lines[0]?.text ?? '')
  return lines.slice(0, ends[isHeading ? 1 : 0] ?? lines.length)
}

const wordsOf = ({ marker, lines }: OutlineParagraph): string => {
  const text = lines
    .slice(0, 8)
    .map((line) => line.text)
    .join(' ')
  return text.slice((marker?.end ?? 0) - (lines[0]?.start ?? 0)).slice(0, longestLook)
}

const reports = (text: string): boolean =>
  [...text.toLowerCase().matchAll(/[a-z]+/g)].some(([word]) => pastForms.has(word))

const stepsOf = (numbered: readonly OutlineParagraph[]): number =>
  numbered.filter(({ marker }, i) => {
    const last = numbered[i - 1]?.marker?.counts.at(-1) ?? 0
    const count = marker?.counts.at(-1)
    return count === last + 1 || count === 1
  }).length

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Lines that begin as turns do, with a label that stands before others as well: "Ada Roe: …". */
const turnsIn = (lines: readonly Line[]): number => {
  const times = new Map<string, number>()
  for (const { text } of lines) {
    const head = text.slice(0, 120)
    const found = head.includes(':') ? labelAt(head.replace(/^[-*•]\s+/, '')) : null
    if (found?.mark === 'colon') times.set(found.printed, (times.get(found.printed) ?? 0) + 1)
  }
  const isName = (printed: string) => partsOf(printed)?.every(({ text: name }) => isFullName(name)) ?? false
  return [...times].reduce((sum, [printed, count]) => (count > 1 && isName(printed) ? sum + count : sum), 0)
}

/** Whether the first line of a paragraph is a heading: no sentence, and the next word would have stood on it, were it wrapped. */
const hasHeadingLine = ({ lines: [first, second, ...others] }: OutlineParagraph): boolean => {
  if (!first || !second || first.text.length >= 80 || endsSentence(first.text)) return false
  const next = second.text.split(' ', 1)[0]?.length ?? 0
  const width = Math.max(second.text.length, ...others.slice(0, 8).map(({ text }) => text.length))
  return others.length === 0 || first.text.length + 1 + next < width
}

const signsOf = ({ paragraphs, sections, regions }: Outline, source: readonly Line[]): Signs => {
  const afterBlank = new Set(source.filter((_, i) => source[i - 1]?.text === ''))
  const numbered = paragraphs.filter(({ marker }) => marker !== null)
  const heads = numbered.map(wordsOf)
  const part = (test: (text: string) => boolean) => heads.filter(test).length / Math.max(1, heads.length)
  const all =
    paragraphs.reduce((sum, { lines }) => sum + lengthOf(lines), 0) +
    sections.reduce((sum, { introduction }) => sum + lengthOf(introduction), 0)
  const inside = numbered.reduce((sum, { lines }) => sum + lengthOf(firstBlock(lines, afterBlank)), 0)
  return {
    numbered: numbered.length,
    share: inside / Math.max(1, all),
    inOrder: stepsOf(numbered) / Math.max(1, numbered.length),
    labelled: part((text) => label.test(text) && acronym.test(text)),
    withNames: heads.filter((text) => named.test(text)).length,
    reporting: part(reports),
    setOff: part(opensSetOff),
    headed: numbered.filter(hasHeadingLine).length / Math.max(1, numbered.length),
    medianLength: median(numbered.map(({ lines }) => lengthOf(lines))),
    hasList: regions.length > 0,
    turns: turnsIn(source),
  }
}

/** A paragraph shorter than this, in characters, is an entry of a list. */
const shortest = 100
const percent = (share: number): string => `${Math.round(share * 100)} %`

const reasonsOf = (signs: Signs): string[] => [
  signs.numbered === 1 ? '1 paragraph is numbered' : `${signs.numbered} paragraphs are numbered`,
  `${percent(signs.share)} of the text directly follows a number`,
  ...(signs.withNames > 0 ? [`${signs.withNames} headings name somebody in parentheses`] : []),
  ...(signs.hasList ? ['it has a list of those present'] : []),
  ...(signs.reporting > 0 ? [`${percent(signs.reporting)} of the numbered paragraphs report what somebody said`] : []),
  ...(signs.reporting === 0 && signs.withNames === 0 ? ['no numbered paragraph reports what somebody said'] : []),
  ...(signs.labelled > 0.2 ? [`${percent(signs.labelled)} of them begin with a speaker's label, as turns do`] : []),
  ...(signs.turns > signs.numbered ? [`${signs.turns} lines begin with a speaker's label`] : []),
  ...(signs.setOff > 0.25 && signs.withNames === 0
    ? [`${percent(signs.setOff)} of them open with a speaker who is set off, as in a summary record`]
    : []),
  ...(signs.medianLength < shortest ? ['the numbered paragraphs are as short as the entries of a list'] : []),
]

/** Nothing else numbers nearly all of its text and names raisers in the headings: no other format need be asked. */
const isBeyondDoubt = ({ numbered, share, inOrder, labelled, withNames, reporting, turns }: Signs): boolean =>
  share > 0.9 &&
  inOrder > 0.9 &&
  withNames > 2 &&
  withNames * 3 > numbered &&
  reporting > 0.5 &&
  labelled < 0.05 &&
  turns < numbered / 4

const confidenceOf = (signs: Signs): number => {
  // One number alone is hardly a numbering, unless all of the text stands behind it.
  if (signs.numbered < 2) return signs.share > 0.8 && signs.reporting > 0 ? 0.5 : 0.1
  if (isBeyondDoubt(signs)) return 1
  const speaks = signs.reporting > 0.1 || signs.withNames > 0
  const bonus =
    (signs.inOrder > 0.7 ? 0.1 : 0) + (signs.hasList ? 0.1 : 0) + (signs.withNames * 10 > signs.numbered ? 0.1 : 0)
  // In a summary record, a speech goes on over several numbers: another format follows it.
  const isOfSpeeches = signs.setOff > 0.25 && signs.withNames === 0
  const isShort = signs.medianLength < shortest && signs.reporting < 0.5
  const penalty =
    (signs.turns > signs.numbered ? 0.5 : 0) +
    signs.labelled +
    (isShort ? 0.4 : 0) +
    (speaks ? 0 : 0.35) +
    (isOfSpeeches ? 0.4 : 0) +
    // Items of an agenda, each with paragraphs below, are minutes'.
    (signs.headed > 0.7 && signs.withNames === 0 ? 0.3 : 0)
  return Math.min(1, Math.max(0, 0.7 * signs.share + bonus - penalty))
}

/** How sure it is that a document is a numbered summary: most of its text stands behind paragraph numbers and reports speech. */
export const recogniseNumberedSummary = (source: SourceText): Recognition => {
  if (/^\s*<(?:\?xml|!doctype|[a-z]+[\s>:])/i.test(source.text.slice(0, 200)))
    return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  if (!isNumbered(source)) return { confidence: 0, reasons: ['no paragraph of it is numbered'] }
  const signs = signsOf(outlineOf(source), source.lines)
  const areTalks = isOfTalks(source) && signs.withNames === 0
  return {
    confidence: Math.round(confidenceOf(signs) * (areTalks ? 60 : 100)) / 100,
    reasons: [...reasonsOf(signs), ...(areTalks ? ['it calls itself a record of talks'] : [])],
  }
}
