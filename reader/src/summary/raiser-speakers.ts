import { bodyOf, personOf, type Roster } from '../people/roster.js'
import { roleHolder } from '../people/within-meeting.js'
import type { RemarkLine } from '../proposal/proposal.js'
import type { Raiser } from './raisers.js'

/** By whom a remark is, as a line of a proposal says it. */
export type Speakers = Pick<RemarkLine, 'by' | 'as' | 'role' | 'for'>

/** For whom somebody came, where no list says it. */
const comesFrom = (roster: Roster, key: string, body: string): void => {
  const line = roster.personByKey.get(key)
  if (line && !line.at && !line.body && !line.posts) line.body = bodyOf(roster, body)
}

const ofOffice = (roster: Roster, { printed, body }: Raiser): Speakers => {
  const role = printed.replace(/^the\s+/i, '')
  if (body !== null)
    return { by: [bodyOf(roster, body)], as: printed, role: role.replace(/\s+(?:of|from|for)\s.*$/i, '') }
  const holder = roleHolder(roster.cast, role)
  return { by: holder === null ? [] : [holder], as: printed, role }
}

const speakerOf = (roster: Roster, raiser: Raiser): Speakers => {
  const { kind, printed, body, speaksFor } = raiser
  if (kind === 'party') return { by: [bodyOf(roster, printed.replace(/^the\s+/i, ''))], as: printed }
  if (kind === 'role') return ofOffice(roster, raiser)
  const { person } = personOf(roster, printed)
  if (person === null) return { by: [], as: printed }
  if (body !== null && !speaksFor) comesFrom(roster, person, body)
  return { by: [person], as: printed, ...(body !== null && speaksFor ? { for: [bodyOf(roster, body)] } : {}) }
}

/** Raisers as those by whom a remark is: one for all who speak jointly, one more for each in an office or for a body. */
export const speakersOf = (roster: Roster, raisers: readonly Raiser[]): Speakers[] => {
  const all = raisers.map((raiser) => speakerOf(roster, raiser))
  const joint = all.filter(({ by, role, for: represented }) => by.length > 0 && !role && !represented)
  if (joint.length < 2) return all
  return [{ by: [...new Set(joint.flatMap(({ by }) => by))] }, ...all.filter((one) => !joint.includes(one))]
}
