import type { MeetingRecord } from '@rapporteur/reader/record'
import { type Concepts, eIdOf } from './akoma-ntoso-concepts.js'
import { element, type Xml } from './xml.js'

/** What votes were on, how they ended and what was counted, and which motions are amended or settled by what. */
export function analysisOf(record: MeetingRecord, concepts: Concepts): Xml | false {
  const votings = record.voteEvents
    .filter(({ counts }) => counts.length > 0) // the schema wants a count
    .map(({ position, motion, decision, result, counts }) => {
      const on = motion !== null ? eIdOf('motions', motion) : decision === null ? null : eIdOf('decisions', decision)
      return element(
        'voting',
        {
          eId: `voting_${position}`,
          outcome: result === null ? null : `#${concepts.result(result)}`,
          refersTo: on === null ? null : `#${on}`,
          href: `#${eIdOf('voteEvents', position)}`,
        },
        ...counts.map(({ count, ...option }, i) =>
          element('count', {
            eId: `voting_${position}__count_${i + 1}`,
            value: String(count),
            refersTo: `#${concepts.choice(option)}`,
          }),
        ),
      )
    })
  const links = linksOf(record).map(([from, to], i) =>
    element('implicitReference', { eId: `ref_${i + 1}`, for: `#${from}`, href: `#${to}` }),
  )
  if (votings.length + links.length === 0) return false
  return element(
    'analysis',
    { source: '#rapporteur' },
    votings.length > 0 && element('parliamentary', {}, ...votings),
    links.length > 0 && element('otherReferences', { source: '#rapporteur' }, ...links),
  )
}

/** Which outcome is about which motion or decision, where no voting says so. */
function linksOf({ motions, decisions, voteEvents }: MeetingRecord): [string, string][] {
  return [
    ...motions.flatMap(({ position, amends }): [string, string][] =>
      amends === null ? [] : [[eIdOf('motions', position), eIdOf('motions', amends)]],
    ),
    ...decisions.flatMap(({ position, motion }): [string, string][] =>
      motion === null ? [] : [[eIdOf('decisions', position), eIdOf('motions', motion)]],
    ),
    ...voteEvents.flatMap(({ position, motion, decision, counts }): [string, string][] => {
      const on = [
        ...(motion === null ? [] : [eIdOf('motions', motion)]),
        ...(decision === null ? [] : [eIdOf('decisions', decision)]),
      ]
      return on.slice(counts.length > 0 ? 1 : 0).map((to) => [eIdOf('voteEvents', position), to])
    }),
  ]
}
