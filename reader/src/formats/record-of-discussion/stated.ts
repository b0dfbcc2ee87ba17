import { isBody, isCountry } from '../../english/bodies.js'
import { holdsTitle, isWholeTitle } from '../../english/titles.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import { type Bodies, bodyKey } from '../../people/bodies.js'
import { statedAffiliation } from '../../people/stated-affiliation.js'
import type { MeetingRecord } from '../../record.js'
import { inParentheses, isNameOfBody, putsBodiesBehind } from '../../reported-speech/stated-beside.js'
import { type Prose, proseSource } from '../../text/prose.js'
import type { Speech } from './speech-state.js'

type Affiliation = MeetingRecord['affiliations'][number]

/** "Observer for the League of Mills" */
const ofObserver = /^(?:Observer|Representative|Delegate)\s+(?:for|of|from)\s+(?:the\s+)?(\p{Lu}.*)$/u
const ofOfficer = /^(.{2,80}?)\s*\(([^()]{2,80})\)$/

/** The bodies of those whom the front names as holding an office: "Chairman: Mr. Roe (Kenya)". */
export const statedAtFront = (
  source: string,
  holders: readonly { readonly name: string }[],
  cast: Cast,
  bodies: Bodies,
  before: readonly Affiliation[],
): Affiliation[] =>
  holders.flatMap(({ name }, i): Affiliation[] => {
    const [, printed = '', body = ''] = ofOfficer.exec(name) ?? []
    const { person } = identify(cast, printed)
    const at = source.indexOf(name)
    if (person === null || at < 0 || !(isCountry(body) || (isBody(body) && !holdsTitle(body)))) return []
    return [
      statedAffiliation({
        position: before.length + i + 1,
        person,
        organization: bodyKey(bodies, body),
        title: null,
        pieces: [[at, at + name.length]],
      }),
    ]
  })

/** What stands in parentheses behind the names of those who speak: "Mr. Roe (Kenya)", "Ms. Poe (Secretary)". Each once. */
export const statedBesideNames = (
  prose: Prose,
  speeches: readonly Speech[],
  cast: Cast,
  bodies: Bodies,
  before: readonly Affiliation[],
): Affiliation[] => {
  const rows: Affiliation[] = []
  const nameOf = new Map(bodies.rows.map(({ key, name }) => [key, fold(name)]))
  const stated = new Set(
    before.flatMap(({ person, organization }) =>
      organization === null ? [] : [`${person}\t${nameOf.get(organization)}`],
    ),
  )
  const names = speeches.flatMap(({ voices }) =>
    voices.flatMap((voice) => (voice.kind === 'people' ? voice.names : [])),
  )
  const asideOf = (end: number) => inParentheses.exec(prose.text.slice(end, end + 90))
  const hasHabit = putsBodiesBehind(
    names.map(({ printed, end }) => ({ printed, behind: prose.text.slice(end, end + 90) })),
  )
  for (const { printed, start, end } of names) {
    const aside = asideOf(end)
    const found = aside?.[1]?.trim() ?? ''
    const observed = ofObserver.exec(found)?.[1]
    const inside = observed ?? found
    const { person } = identify(cast, printed)
    const isOfBody =
      observed !== undefined ||
      isCountry(inside) ||
      (isBody(inside) && !holdsTitle(inside)) ||
      (hasHabit && isNameOfBody(inside))
    if (!aside || person === null || !(isOfBody || isWholeTitle(inside)) || stated.has(`${person}\t${fold(inside)}`))
      continue
    stated.add(`${person}\t${fold(inside)}`)
    rows.push(
      statedAffiliation({
        position: before.length + rows.length + 1,
        person,
        organization: isOfBody ? bodyKey(bodies, inside) : null,
        title: isOfBody ? null : inside,
        pieces: proseSource(prose, [start, end + aside[0].length]),
      }),
    )
  }
  return rows
}
