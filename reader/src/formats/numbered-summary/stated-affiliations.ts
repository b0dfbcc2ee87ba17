import type { Bodies } from '../../people/bodies.js'
import type { MeetingRecord } from '../../record.js'
import { stateAffiliation } from '../../reported-speech/state-affiliation.js'
import { putsBodiesBehind } from '../../reported-speech/stated-beside.js'
import type { ReadParagraph } from './paragraphs.js'

/** Adds for whom those came of whom only the text says it, beside their names: "Ada Roe (Mill Trust) asked". */
export const addStatedAffiliations = (
  read: readonly ReadParagraph[],
  bodies: Bodies,
  affiliations: MeetingRecord['affiliations'],
): void => {
  const hasHabit = putsBodiesBehind(
    read.flatMap(({ flow, names }) =>
      names.map(({ printed, end }) => ({ printed, behind: flow.text.slice(end, end + 90) })),
    ),
  )
  for (const { flow, names } of read)
    for (const name of names) stateAffiliation({ affiliations, bodies, hasHabit }, { flow, text: flow.text }, name)
}
