import { endsOpen } from '../english/titles.js'
import type { Line } from '../text/lines.js'

const genreWords =
  "(?:(?:draft|final|provisional|revised|short|brief|informal|analytical|executive|summary|chair(?:person|man)?['’]?s?|co-chairs['’]?|rapporteur['’]?s?)\\s+)*"
const genreNoun =
  '(?:summary(?:\\s+(?:record|report|notes?|minutes))?|report|minutes|records?(?:\\s+of\\s+(?:discussions?|proceedings))?|notes?|proceedings|account|outcome(?:\\s+document)?|meeting\\s+(?:summary|report|notes?|minutes|record))'
/** No title is longer; a line that is, is none. */
const longest = 500
const article = '(?:the\\s+|an?\\s+)?'
const genrePrefix = new RegExp(
  `^(?:the\\s+)?${genreWords}${genreNoun}(?:\\s+(?:of|on|from|for)\\s+${article}(?:(?:discussions?|proceedings|deliberations)\\s+(?:of|at|from|during|in)\\s+${article})?|\\s*[:–—-]\\s+)`,
  'i',
)
const genreOnly = new RegExp(
  `^(?:the\\s+)?${genreWords}${genreNoun}(?:\\s+of\\s+(?:the\\s+)?(?:discussions?|proceedings|meeting|deliberations))?:?$`,
  'i',
)
const genreSuffix = new RegExp(`\\s*(?:[:–—-]\\s*|\\(\\s*)(?:the\\s+)?${genreWords}${genreNoun}\\)?$`, 'i')

/** "Regular meeting minutes" */
const genreTail =
  /(?<=\b(?:meeting|session|hearing|council|committee|board|commission|trustees|governors))\s+(?:draft\s+|summary\s+)?(?:minutes|notes)$/i

const gathering =
  /\b(?:meeting|workshop|consultations?|conference|session|forum|round\s?-?table|seminar|hearing|symposium|dialogue|exchange|briefing|assembly|retreat|discussions?|talks|colloquium|council|committee|panel)\b/i

/** A line without the marks of Markdown that make it a heading or bold. */
export const unmarked = (text: string): string =>
  text
    .replace(/^#+\s*/, '')
    .replace(/\*\*|__/g, '')
    .trim()

/** Whether a line says only what kind of document it is: "Summary record", "Chair's summary". */
export const isGenre = (text: string): boolean => genreOnly.test(unmarked(text.slice(0, 200)))

/** The line that a title begins in: one that says of what this is the record, one that names a gathering, else the first. */
const firstOfTitle = (lines: readonly Line[]): number => {
  const own = lines.map((line) => !isGenre(line.text))
  const find = (test: (text: string) => boolean) =>
    lines.findIndex((line, i) => own[i] === true && test(unmarked(line.text.slice(0, 400))))
  const named = find((text) => genrePrefix.test(text))
  if (named >= 0) return named
  const gathered = find((text) => gathering.test(text))
  return gathered >= 0 ? gathered : Math.max(0, own.indexOf(true))
}

/** Whether a title goes on in the next line, which stands right under it. */
const goesOn = (line: Line, next: Line): boolean =>
  next.from <= line.to + 2 && (endsOpen(line.text) || /^\p{Ll}/u.test(next.text) || line.text.length >= 45)

/** The lines that hold the meeting's title, of those at the front that are neither facts nor prose. */
export const titleLines = (lines: readonly Line[]): Line[] => {
  const first = firstOfTitle(lines)
  const title: Line[] = []
  for (const line of lines.slice(first)) {
    const last = title.at(-1)
    if (last && !goesOn(last, line)) break
    title.push(line)
  }
  return title
}

/** The meeting's title: the words of its lines, without what kind of document this is ("Summary of the …"). */
export const titleOf = (texts: readonly string[]): string => {
  const text = texts.map(unmarked).join(' ').slice(0, longest)
  const short = text.replace(genrePrefix, '').replace(genreSuffix, '').replace(genreTail, '').trim()
  return short === '' ? text : short
}

const ordinal =
  /^(?:the\s+)?(?:\d{1,4}(?:st|nd|rd|th)|(?:[\p{L}-]+\s+){0,5}?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\p{L}+teen|\p{L}+tie)th))\s+(?:(?:plenary|regular|ordinary|special|closed|public|\((?:closed|public)\))\s+)*(?:meeting|session|sitting)$/iu

const usual =
  /^(?:the\s+)?(?:(?:regular|special|ordinary|extraordinary|annual|general|full|monthly|quarterly|weekly|work|working|emergency|public|open|board|committee|council|commission|trustees?['’]?|governors?['’]?|governing\s+body|management|executive|steering|staff|team)\s+){1,4}(?:meeting|session)$/iu

/** "Meeting of the Management Committee": of which of many bodies is said above. */
const ofOrgan =
  /^(?:the\s+)?(?:(?:regular|special|ordinary|extraordinary|annual|general|monthly|quarterly)\s+)*(?:meeting|session)\s+of\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,3}(?:committee|board|council|senate|court|trustees|governors|directors|members|executive)$/iu

/**
 * Whether a title says no more than which of many meetings this is ("3rd meeting", "Regular meeting"): whose it is stands in the
 * lines above.
 */
export const isOnlyOrdinal = (title: string): boolean =>
  title.length < 120 && (ordinal.test(title) || usual.test(title) || ofOrgan.test(title))
