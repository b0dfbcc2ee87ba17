import { isBody } from '../../english/bodies.js'
import type { NameInText } from '../../identity/names-in-text.js'
import type { Range } from '../../reported-speech/voice.js'

// Words have an end here, so that text that is one word by these rules takes no longer than other text.
const name =
  "(?<![\\p{L}'’-])(\\p{Lu}[\\p{L}'’-]{1,40}(?:\\s+(?:(?:von|van|de|der|al|bin|of)\\s+)?\\p{Lu}[\\p{L}.'’-]{0,40}){0,3})"
const said =
  '(?:(?:once|famously|already|long ago)\\s+)?(?:said|wrote|claimed|argued|observed|remarked|taught|held|noted|believed|maintained|warned|declared|put it|called|asked|stated|says|writes|reminds|reminded|told|thought|advised|counselled)'

/**
 * The ways in which a record cites somebody who is not there: "X who said", "as X wrote", "in the words of X"; each with a sign
 * that is sooner looked for, without which a text has none.
 */
const patterns: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/\swho\s/, new RegExp(`${name},?\\s+who\\s+${said}\\b`, 'gu')],
  [/\b[Aa]s\s+\p{Lu}/u, new RegExp(`\\b[Aa]s\\s+${name}\\s+${said}\\b`, 'gu')],
  [
    /[Qq]uot|[Cc]it(?:ed|ing)|[Ww]ords|araphrasing|[Bb]orrowing|nvoking|ecalling/,
    new RegExp(
      `\\b(?:[Qq]uoting|[Qq]uoted|[Cc]iting|[Cc]ited|[Ii]n the words of|[Tt]o quote|[Pp]araphrasing|[Bb]orrowing from|[Ii]nvoking|[Rr]ecalling the words of)\\s+${name}`,
      'gu',
    ),
  ],
  [
    /['’]s?\s+(?:famous\s+)?(?:words|dictum|saying|maxim|aphorism|phrase|remark|observation)/,
    new RegExp(
      `\\b${name}['’]s?\\s+(?:famous\\s+)?(?:words|dictum|saying|maxim|aphorism|phrase|remark that|observation that)\\b`,
      'gu',
    ),
  ],
]

const noPerson =
  /^(?:The|A|An|This|That|These|Those|He|She|They|It|We|One|Some|Others|Many|Article|Chapter|Resolution|Security|General|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Participants|Members|Delegates|Chair|Panel|Report|Charter)\b/

/** Names without an honorific of people whom a text cites, where nobody of the record is meant. */
export const citedNames = (text: string, known: readonly NameInText[]): { range: Range; printed: string }[] => {
  const found = new Map<number, { range: Range; printed: string }>()
  for (const [sign, pattern] of patterns) {
    if (!sign.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      const printed = (match[1] ?? '').replace(/['’]s?$/u, '')
      const start = match.index + match[0].indexOf(printed)
      const end = start + printed.length
      const overlaps = known.some((other) => other.start < end && start < other.end)
      if (overlaps || isBody(printed) || noPerson.test(printed) || /^\p{Lu}+$/u.test(printed)) continue
      found.set(start, { range: [start, end], printed })
    }
  }
  return [...found.values()].sort((a, b) => a.range[0] - b.range[0])
}
