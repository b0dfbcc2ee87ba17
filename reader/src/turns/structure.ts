import { fold } from '../names.js'
import { freshKey } from '../people/fresh-key.js'
import type { MeetingRecord } from '../record.js'
import { datesIn, isoDay } from '../text/dates.js'
import { isNoTheme, isOverPart } from './headings.js'
import type { Step } from './script.js'

/** The sections and themes of a record, and in which of them each step stands. */
export interface Structure {
  readonly sections: MeetingRecord['sections']
  readonly themes: MeetingRecord['themes']
  readonly placeOf: (step: number) => { readonly section: number | null; readonly theme: string | null }
}

/** A heading that is a day holds no more letters beside it. */
const longestBesideDay = 28

const dayIn = (heading: string): string | null => {
  const [date] = datesIn(heading.slice(0, 300))
  // "ACCOUNTS FOR THE YEAR ENDED 31 DECEMBER 2022" is about a day, and not of it.
  if (
    date &&
    /\b(?:to|until|ended|ending|as at|up to|since|before|after|effective)\s+$/i.test(heading.slice(0, date.start))
  )
    return null
  const others = date ? (heading.slice(0, date.start) + heading.slice(date.end)).replace(/[^\p{L}]/gu, '') : ''
  if (others.length > longestBesideDay) return null
  return date?.year == null ? null : isoDay(date.year, date.month, date.day)
}

const ofItem =
  /^(?:議題[\s　]*[\d０-９一二三四五六七八九十]{1,3}[\s　:：.]*|(?:TOP|Tagesordnungspunkt|Punkt|Point|Punto)\s+\d{1,2}[a-z]?\s*[:.–-]*\s+|\p{L}+ item on the agenda[:.]?\s+|(?:agenda\s+)?item\s+(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[a-z])(?:\s?\([a-z\d]{1,3}\))?\s*[.:)–—-]*\s+|(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\d{1,2}(?=\s{2,})|\p{Lu}{0,4}\d{1,4}\/\d{1,4}[.:]?|\p{Lu}{2,5}\/\d{2,4}\/\d{1,4}[.:]?|\p{Lu}{1,2}-\d{1,3}[.:)]|\p{Lu}{1,4}\.\d{1,4}[.:)]?|\(?[a-zA-Z][.)]|\((?:\d{1,2}|[ivx]{1,5})\)|[IVX]{1,5}[.)])\s+)(?=\S*\p{L}{2})/iu

/** "1 NOTIFICATIONS": a number without a stop, before a heading in capitals. */
const ofCapitals = /^\d{1,2}\s+(?=\p{Lu}[^\p{Ll}]+$)/u

const aside =
  /\s*\((?:(?:raised|proposed|submitted|tabled)\s+by\s[^()]{3,240}|[^()]{0,80}\b\d{1,3}\s*(?:min(?:ute)?s?|m|hours?|hrs?)\.?|(?:continued|concluded|resumed|cont['’]?d\.?)|(?:documents?:?\s+)?[^()]{0,80}?\p{Lu}[\p{L}\d.]*\/[^()]{0,120}\d[^()]{0,40})\)$/u

/**
 * What a heading says, without the number of its item, which is another at each meeting, and without its documents:
 * "Agenda item 4: Mills (BR/12) (continued)" is "Mills".
 */
const withoutNumber = (heading: string): string =>
  heading.length > 400
    ? heading
    : heading.replace(ofItem, '').replace(ofCapitals, '').replace(aside, '').replace(aside, '')

interface Open {
  readonly position: number
  readonly level: number
  readonly heading: string
}

const saysWhat = (heading: string): boolean => !isNoTheme(withoutNumber(heading)) && dayIn(heading) === null

/** Headings right over words that somebody says. */
const headingsOverTurns = (steps: readonly Step[]): string[] => {
  const headings: string[] = []
  let last: string | null = null
  for (const step of steps) {
    if (step.kind === 'section') last = step.heading
    else if (step.turn && last !== null) {
      headings.push(last)
      last = null
    }
  }
  return headings
}

/**
 * A theme is the nearest heading over a turn that says what it is about; a heading that is a day or structural does not. Where
 * none does, it is `topic`, what the record says of itself.
 */
export const structureOf = (steps: readonly Step[], topic: string | null = null): Structure => {
  const isOfOne = topic !== null && !headingsOverTurns(steps).some(saysWhat)
  const sections: MeetingRecord['sections'] = []
  const themes: MeetingRecord['themes'] = []
  const byTitle = new Map<string, string>()
  const keys = new Set<string>()
  const open: Open[] = []
  const themeOf = (): string | null => {
    const telling = open.filter((each) => saysWhat(each.heading))
    const heading = telling.findLast((each) => !isOverPart(withoutNumber(each.heading))) ?? telling.at(-1)
    const title = heading ? withoutNumber(heading.heading) : isOfOne ? topic : null
    if (title === null || fold(title) === '') return null
    const known = byTitle.get(fold(title))
    if (known !== undefined) return known
    const key = freshKey(title, keys, 'theme')
    keys.add(key)
    byTitle.set(fold(title), key)
    themes.push({ key, title })
    return key
  }
  let place: { section: number | null; theme: string | null } | null = null
  const places = steps.map((step) => {
    if (step.kind === 'section') {
      const { level, heading, pieces } = step
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
      const position = sections.length + 1
      const parent = open.at(-1)?.position ?? null
      sections.push({ position, level, parent, heading, introduction: null, date: dayIn(heading), pieces })
      open.push({ position, level, heading })
      place = null
    } else place ??= { section: open.at(-1)?.position ?? null, theme: themeOf() }
    return place
  })
  return { sections, themes, placeOf: (step) => places[step] ?? { section: null, theme: null } }
}
