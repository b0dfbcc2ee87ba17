import type { NameInText } from '../identity/names-in-text.js'
import { type Bodies, bodyKey } from '../people/bodies.js'
import { statedAffiliation } from '../people/stated-affiliation.js'
import type { MeetingRecord } from '../record.js'
import { type Flow, piecesOf } from '../text/flow.js'
import { statedBeside } from './stated-beside.js'

/** What affiliations are noted with: the rows so far, which grow, and the bodies of the record. */
export interface Affiliated {
  readonly affiliations: MeetingRecord['affiliations']
  readonly bodies: Bodies
  /** The record puts a body in parentheses behind most of those whom it names. */
  readonly hasHabit?: boolean
}

/** Notes what the text states beside a name of somebody of whom nothing else is stated. */
export const stateAffiliation = (
  { affiliations, bodies, hasHabit }: Affiliated,
  { flow, text }: { readonly flow: Flow; readonly text: string },
  { person, start, end }: NameInText,
): void => {
  if (person === null || affiliations.some((row) => row.person === person)) return
  const found = statedBeside(text, end, hasHabit)
  const pieces = found ? piecesOf(flow, start, found.end) : []
  if (!found || pieces.length === 0) return
  affiliations.push(
    statedAffiliation({
      position: affiliations.length + 1,
      person,
      organization: found.organization === null ? null : bodyKey(bodies, found.organization),
      title: found.title,
      pieces,
    }),
  )
}
