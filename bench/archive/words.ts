import type { Dice } from './dice.js'

const onsets = ['b', 'br', 'd', 'dr', 'f', 'g', 'h', 'k', 'kr', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v', 'z']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei', 'ou']
const codas = ['k', 'l', 'lm', 'm', 'n', 'nd', 'r', 'rn', 'rt', 's', 'sk', 't', 'v', 'x']

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** A word that no language has, of three syllables. */
export const inventedWord = ({ one }: Dice): string =>
  `${one(onsets)}${one(vowels)}${one(onsets)}${one(vowels)}${one(onsets)}${one(vowels)}${one(codas)}`

export const inventedName = (dice: Dice): string => capital(inventedWord(dice))

/** So many different ones of what `make` gives. */
export function distinct(count: number, make: () => string): string[] {
  const found = new Set<string>()
  while (found.size < count) found.add(make())
  return [...found]
}

/** The most frequent first. */
export const nouns = [
  ...[
    'harbour',
    'river',
    'budget',
    'road',
    'forest',
    'school',
    'market',
    'bridge',
    'station',
    'garden',
    'library',
    'quarry',
  ],
  ...[
    'hospital',
    'reservoir',
    'ferry',
    'mill',
    'archive',
    'orchard',
    'canal',
    'theatre',
    'lighthouse',
    'meadow',
    'vineyard',
  ],
  ...[
    'workshop',
    'tunnel',
    'observatory',
    'dairy',
    'foundry',
    'marsh',
    'granary',
    'cannery',
    'glasshouse',
    'boathouse',
  ],
  ...['tramway', 'waterworks', 'nursery', 'brickyard', 'apiary', 'ropewalk', 'tannery', 'sluice', 'windmill', 'weir'],
] as const

export const qualities = [
  ...[
    'price',
    'repair',
    'future',
    'safety',
    'opening',
    'ownership',
    'upkeep',
    'lighting',
    'drainage',
    'staffing',
    'heating',
  ],
  ...[
    'insurance',
    'access',
    'renewal',
    'extent',
    'history',
    'naming',
    'survey',
    'letting',
    'closure',
    'widening',
    'roofing',
  ],
  ...[
    'fencing',
    'noise',
    'yield',
    'inspection',
    'cleaning',
    'loading',
    'mapping',
    'rental',
    'staging',
    'planting',
    'storage',
  ],
  ...[
    'taxation',
    'ventilation',
    'wiring',
    'paving',
    'reuse',
    'sale',
    'depth',
    'height',
    'founding',
    'painting',
    'hours',
  ],
] as const

export const adjectives = [
  'old',
  'new',
  'northern',
  'lower',
  'public',
  'small',
  'common',
  'eastern',
  'private',
  'shared',
]
export const seasons = [
  'winter',
  'harvest',
  'spring tide',
  'next session',
  'end of the year',
  'first frost',
  'summer fair',
]
export const ends = [
  'kept',
  'moved',
  'repaired',
  'closed',
  'measured',
  'opened',
  'sold',
  'widened',
  'insured',
  'rebuilt',
]
