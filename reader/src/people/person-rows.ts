import type { Cast } from '../identity/within-meeting.js'
import { familyName, fold, sortName, splitHonorific } from '../names.js'
import type { MeetingRecord } from '../record.js'
import type { PrintedForm } from './printed-forms.js'

type PersonRow = MeetingRecord['people'][number]

const givenName = (name: string): string => name.slice(0, name.length - familyName(name).length).trim()

/** A name of which a list has the initials only ("A. Roe"), as the record spells it elsewhere, if it does so in one way ("Ms. Ada Roe"). */
const spelledOut = (name: string, forms: Iterable<string>): string => {
  const initials = givenName(name)
  if (!/^\p{Lu}(?:[. -]*\p{Lu})*\.?$/u.test(initials)) return name
  const family = fold(familyName(name))
  const letters = fold(initials).replace(/ /g, '')
  const full = new Set<string>()
  for (const form of forms) {
    const { name: printed } = splitHonorific(form)
    const given = fold(givenName(printed)).split(' ')
    const isOfInitials = given.every((word, i) => word.length > 1 && word[0] === letters[i])
    if (isOfInitials && fold(familyName(printed)) === family) full.add(printed)
  }
  const [only = name, ...others] = full
  return others.length === 0 ? only : name
}

/** The rows of those whom the record lists, lets speak or cites, each with every printed form in order of appearance. */
export const personRows = (
  cast: Cast,
  forms: readonly PrintedForm[],
  isKept: (key: string) => boolean,
): PersonRow[] => {
  const names = new Map<string, Set<string>>()
  for (const { person, printed } of [...forms].sort((a, b) => a.at - b.at)) {
    const known = names.get(person)
    if (known) known.add(printed)
    else names.set(person, new Set([printed]))
  }
  return cast.members
    .filter(({ key, isListed }) => isListed || isKept(key))
    .map(({ key, name: listed }) => {
      const printedNames = [...(names.get(key) ?? [listed])]
      const name = spelledOut(listed, printedNames)
      return { key, name, sortName: sortName(name), printedNames }
    })
}
