import { type Cast, identify } from '../../identity/within-meeting.js'
import { type Bodies, bodyKey } from '../../people/bodies.js'
import { statedAffiliation } from '../../people/stated-affiliation.js'
import type { MeetingRecord } from '../../record.js'
import { piecesOf } from '../../text/flow.js'
import type { ReadParagraph } from './paragraphs.js'

type Affiliation = MeetingRecord['affiliations'][number]

/** For whom those came whom the parentheses behind sentences name; each body once for each, as positions after `before`. */
export const attributedAffiliations = (
  read: readonly ReadParagraph[],
  cast: Cast,
  bodies: Bodies,
  before: readonly Affiliation[],
): Affiliation[] => {
  const rows: Affiliation[] = []
  const known = new Set(before.map(({ person, organization }) => `${person}\t${organization}`))
  for (const { flow, attributed } of read)
    for (const { printed, organization: name, start, end } of attributed) {
      const { person } = identify(cast, printed)
      if (person === null) continue
      const organization = bodyKey(bodies, name)
      const affiliation = `${person}\t${organization}`
      if (known.has(affiliation)) continue
      known.add(affiliation)
      const position = before.length + rows.length + 1
      rows.push(statedAffiliation({ position, person, organization, title: null, pieces: piecesOf(flow, start, end) }))
    }
  return rows
}
