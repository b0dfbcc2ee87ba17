import type { Cast } from '../identity/within-meeting.js'
import { sortName } from '../names.js'
import type { MeetingRecord } from '../record.js'
import type { PrintedForm } from './printed-forms.js'

type PersonRow = MeetingRecord['people'][number]

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
    .map(({ key, name }) => ({ key, name, sortName: sortName(name), printedNames: [...(names.get(key) ?? [name])] }))
}
