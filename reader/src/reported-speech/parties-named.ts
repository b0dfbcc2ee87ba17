import { holdsTitle } from '../english/titles.js'
import { fold } from '../names.js'
import { once } from '../once.js'
import type { HasText } from '../text/capitals.js'

const name = "\\p{Lu}[\\p{L}&.'’-]*(?:\\s+(?:(?:of|for|the|on)\\s+){0,2}\\p{Lu}[\\p{L}&'’-]*){0,5}"
const represented = new RegExp(
  `\\b([Rr]epresentatives?|[Dd]elegations?|[Dd]elegates?|[Oo]bservers?)\\s+(?:of|for|from)\\s+(?:the\\s+)?(${name}(?:(?:,\\s+(?:and\\s+)?|\\s+and\\s+)(?:the\\s+)?${name}){0,40})`,
  'gu',
)
const ofPerson = new RegExp(
  `\\b(?:Mr|Ms|Mrs|Miss|Mx|Dr|Prof|Professor|Amb|Ambassador)\\.?\\s+\\p{Lu}[^().;,\\n]{1,50}(?:\\.\\s\\p{Lu}[^().;,\\n]{1,40})?\\s\\((?:the\\s+)?(${name})\\)`,
  'gu',
)
const capital = /^\p{Lu}/u

/**
 * The bodies that a text says are represented, or that it prints behind the name of somebody who came for them, folded: those
 * may speak by their name alone ("Norway concurred").
 */
export const partiesNamedIn = (texts: readonly string[]): ReadonlySet<string> => {
  const parties = new Set<string>()
  const add = (printed: string): void => {
    const party = printed.replace(/['’]s?$/u, '').trim()
    if (capital.test(party) && !holdsTitle(party)) parties.add(fold(party))
  }
  for (const text of texts) {
    for (const [, role = '', names = ''] of text.matchAll(represented)) {
      if (!capital.test(names)) continue
      const isPlural = /s$/i.test(role)
      for (const each of isPlural
        ? names.split(/,\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?/)
        : [names.split(/,\s|\sand\s/)[0] ?? ''])
        add(each)
    }
    for (const [, body = ''] of text.matchAll(ofPerson)) add(body)
  }
  return parties
}

/** The same of one text, read once. */
export const representedIn = once(({ text }: HasText) => partiesNamedIn([text]))
