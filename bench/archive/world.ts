import type { Dice } from './dice.js'
import { adjectives, distinct, inventedName, inventedWord, nouns, qualities } from './words.js'

/** How much there is of everything in an archive. */
export interface ArchiveSize {
  meetings: number
  /** In all; a meeting has 0.5 to 1.5 times its share. */
  remarks: number
  people: number
  organizations: number
  themes: number
  series: number
}

export interface SyntheticPerson {
  honorific: 'Mr.' | 'Ms.' | 'Dr.' | 'Prof.'
  given: string
  family: string
  /** What the person was from which year on, the earliest first. */
  posts: { from: number; title: string; organization: string }[]
}

export interface SyntheticSeries {
  title: string
  people: SyntheticPerson[]
  themes: string[]
}

/** What exists before anybody meets. */
export interface World {
  series: SyntheticSeries[]
  places: string[]
  /** Words that hardly any sentence has. */
  rareWords: string[]
}

export const firstYear = 1990
const lastYear = 2024
const bodies = [
  'Water Office',
  'Harbour Trust',
  'Railway Board',
  'Institute of Land',
  'Museum',
  'University',
  'Guild',
  'Council',
]
const posts = [
  'Director',
  'Secretary',
  'Engineer',
  'Member',
  'Treasurer',
  'Surveyor',
  'Lecturer',
  'Inspector',
  'Adviser',
]

export function inventWorld(dice: Dice, size: ArchiveSize): World {
  const places = distinct(Math.ceil(size.organizations / bodies.length) + size.series, () => inventedName(dice))
  const organizations = places.flatMap((place) => bodies.map((body) => `${place} ${body}`)).slice(0, size.organizations)
  const people = inventPeople(dice, size.people, organizations)
  const themes = dice.some(
    adjectives.flatMap((adjective) =>
      qualities.flatMap((quality) => nouns.map((noun) => `The ${quality} of the ${adjective} ${noun}`)),
    ),
    size.themes,
  )
  const share = <T>(list: readonly T[], i: number): T[] => list.filter((_, n) => n % size.series === i)
  const series = places.slice(-size.series).map((place, i) => ({
    title: `${place} Assembly`,
    people: share(people, i),
    themes: share(themes, i),
  }))
  return { series, places, rareWords: distinct(20_000, () => inventedWord(dice)) }
}

function inventPeople(dice: Dice, count: number, organizations: readonly string[]): SyntheticPerson[] {
  const families = distinct(count, () => inventedName(dice))
  const givens = distinct(Math.ceil(count / 4) + 1, () => inventedName(dice)).filter((name) => !families.includes(name))
  return families.map((family) => {
    const years = [firstYear, ...dice.some(yearsAfter(firstYear), dice.int(0, 2))]
    return {
      honorific: dice.one(['Mr.', 'Ms.', 'Dr.', 'Prof.'] as const),
      given: dice.one(givens),
      family,
      posts: years.map((from) => ({ from, title: dice.one(posts), organization: dice.frequent(organizations) })),
    }
  })
}

const yearsAfter = (year: number): number[] => Array.from({ length: lastYear - year }, (_, i) => year + 1 + i)

export const postIn = ({ posts: all }: SyntheticPerson, year: number): SyntheticPerson['posts'][number] => {
  const held = all.filter(({ from }) => from <= year).at(-1)
  if (!held) throw new RangeError(`Nobody has a post in ${year}.`)
  return held
}
