import { type Finding, finding } from '../findings.js'
import type { NameInText } from '../identity/names-in-text.js'
import type { Cast } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import type { Pieces } from '../record.js'

/** How far a printed form is from the name of the list, in words a reader understands; null where it is the same. */
const variance: Readonly<Partial<Record<NonNullable<NameInText['match']>, string>>> = {
  WITHOUT_MIDDLE_NAMES: 'without middle names and initials',
  OTHER_ORDER: 'in another order',
}

/** One finding for each printed form of a full name that is not the list's. */
export const variantFindings = (cast: Cast, names: readonly { name: NameInText; pieces: Pieces }[]): Finding[] => {
  const seen = new Set<string>()
  const byKey = new Map(cast.members.map((member) => [member.key, member]))
  return names.flatMap(({ name, pieces }) => {
    const how = name.match === null ? undefined : variance[name.match]
    const member = name.person === null ? undefined : byKey.get(name.person)
    const id = `${name.person} ${fold(name.printed)}`
    if (how === undefined || !member || seen.has(id)) return []
    seen.add(id)
    return [
      finding('NAME_VARIANT', `“${name.printed}” is taken for “${member.name}”, the same name ${how}.`, pieces, [
        { list: 'people', key: member.key },
      ]),
    ]
  })
}
