import { addRoleHolder, type Cast } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import { shortTitle, titleIn } from '../../reported-speech/offices.js'

/** Somebody with an office, and the side that they came for, if the record says so. */
export interface OfficeHolder {
  readonly person: string
  readonly title: string
  readonly body: string | null
}

/** Offices with every body that their holders came for. */
export const withSides = (
  offices: readonly { readonly person: string; readonly title: string }[],
  bodiesOf: (person: string) => readonly string[],
): OfficeHolder[] =>
  offices.flatMap(({ person, title }): OfficeHolder[] => {
    const bodies = bodiesOf(person)
    return (bodies.length === 0 ? [null] : bodies).map((body) => ({ person, title, body }))
  })

const ofField = /^(Minister|Secretary)\s+(?:of|for)\s+(\p{Lu}\p{L}+)(?:\s+(?:Affairs|Relations))?$/u

/** "The Foreign Minister" is the Minister of Foreign Affairs, "the Fisheries Minister" that of Fisheries. */
export const addFieldOffices = (cast: Cast, holders: readonly OfficeHolder[]): void => {
  for (const { person, title } of holders) {
    const [, head, field] = ofField.exec(title) ?? []
    if (head !== undefined && field !== undefined) addRoleHolder(cast, `${field} ${head}`, person)
  }
}

const withAdjective = /\b[Tt]he\s+(\p{Lu}\p{Ll}{2,})\s+(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2})/gu

/** Whether an adjective is of a side's name: "Oskian" of Oskia, "Landrey" of Landrey. */
const isOf = (adjective: string, body: string): boolean => {
  const [a, b] = [fold(adjective), fold(body)]
  const stem = b.slice(0, Math.max(4, b.length - 2))
  return b.length > 3 && !b.includes(' ') && a.startsWith(stem)
}

/** "The Uplandish Minister", as a text calls who holds an office for one of the sides. */
export const addSideOffices = (cast: Cast, holders: readonly OfficeHolder[], text: string): void => {
  const called = new Set(
    [...text.matchAll(withAdjective)].map(([, adjective = '', words = '']) => `${adjective} ${words}`),
  )
  for (const words of called) {
    const [adjective = '', ...rest] = words.split(' ')
    const office = titleIn(rest.join(' '))
    if (office === null) continue
    const own = holders.filter(
      ({ title, body }) => body !== null && isOf(adjective, body) && (title === office || shortTitle(title) === office),
    )
    for (const { person } of own) addRoleHolder(cast, `${adjective} ${office}`, person)
  }
}
