import { pastForms } from '../english/reporting-verbs.js'
import { type Finding, finding } from '../findings.js'
import type { Cast } from '../identity/within-meeting.js'
import { capitalsIn } from '../text/capitals.js'
import { isCapital } from '../text/characters.js'
import { areInitialsOf } from '../turns/person-words.js'
import type { Paragraph } from './paragraphs.js'

const speaking = /(?:^|[.;:]\s+|\b(?:and|but)\s+)(\p{Lu}{2,4})\s+(?:also\s+|then\s+|\p{L}+ly\s+)?(\p{Ll}+)\b/gu

/** Whether two capitals begin a word somewhere, as initials do. */
const holdsInitials = (paragraph: Paragraph): boolean =>
  capitalsIn(paragraph).some((at) => isCapital(paragraph.text, at + 1))

/**
 * Takes letters that speak ("FM introduced the draft") for the one of those present whose initials they are, where the list
 * gives none; letters that can be two people's stay nobody's.
 */
export const defineInitials = (paragraphs: readonly Paragraph[], cast: Cast): Finding[] => {
  const used = new Set(
    paragraphs
      .filter(holdsInitials)
      .flatMap(({ text }) =>
        [...text.matchAll(speaking)].flatMap(([, letters = '', verb = '']) => (pastForms.has(verb) ? [letters] : [])),
      ),
  )
  return [...used].flatMap((letters) => {
    if (cast.byAbbreviation.has(letters)) return []
    const [one, ...more] = cast.members.filter(({ name, isListed }) => isListed && areInitialsOf(letters, name))
    if (!one || more.length > 0) return []
    cast.byAbbreviation.set(letters, [one])
    cast.found.clear()
    const message = `“${letters}” is taken for “${one.name}”, whose initials they are.`
    return [finding('NAME_VARIANT', message, [], [{ list: 'people', key: one.key }])]
  })
}
