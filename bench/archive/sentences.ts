import type { Dice } from './dice.js'
import { adjectives, ends, nouns, qualities, seasons } from './words.js'
import type { World } from './world.js'

/** A clause without its capital and full stop. */
export function clause(dice: Dice, { rareWords }: World): string {
  const noun = dice.frequent(nouns)
  const rare = dice.chance(0.2) ? ` beside the ${dice.one(rareWords)}` : ''
  const thing = `the ${dice.frequent(adjectives)} ${noun}${rare}`
  switch (dice.int(0, 3)) {
    case 0:
      return `${thing} should be ${dice.one(ends)} before the ${dice.one(seasons)}`
    case 1:
      return `the ${dice.frequent(qualities)} of ${thing} depends on the ${dice.frequent(nouns)}`
    case 2:
      return `${thing} had been ${dice.one(ends)} at a cost of ${dice.int(2, 900)} thousand`
    default:
      return `nothing can be ${dice.one(ends)} until ${thing} is ${dice.one(ends)}`
  }
}

export const sentence = (dice: Dice, world: World): string => {
  const words = clause(dice, world)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

export const sentences = (dice: Dice, world: World, count: number): string =>
  Array.from({ length: count }, () => sentence(dice, world)).join(' ')
