import { endsOpen } from '../english/titles.js'
import { type Flow, piecesOf } from '../text/flow.js'
import { affiliationsOf } from './affiliations.js'
import { type Attendee, isMeetingRole, isPresenceNote, printedName } from './attendee.js'
import { canBeInitialsOf, initialsAhead, officeAheadLength } from './entry-start.js'
import type { Label } from './label.js'
import { beginsWithPerson, nameLength } from './person-shape.js'
import { tailSegments } from './tail.js'

type Range = readonly [start: number, end: number]

/** Ranges of an entry's lines after the name, where the name has a line of its own and each further line is a part. */
const cardLines = (flow: Flow, nameEnd: number): Range[] => {
  const [, second] = flow.starts
  if (second === undefined || nameEnd < second - 1) return []
  const ranges: [number, number][] = []
  for (const [i, start] of flow.starts.entries()) {
    if (i === 0) continue
    const end = (flow.starts[i + 1] ?? flow.text.length + 1) - 1
    const last = ranges.at(-1)
    if (last && endsOpen(flow.text.slice(...last)) && !flow.text.slice(...last).endsWith(',')) last[1] = end
    else ranges.push([start, end])
  }
  return ranges
}

/** The length of the first line, where that is a name and nothing else; a name that ends in a hyphen goes on. */
const ownLine = (flow: Flow, start: number): number => {
  const [, second] = flow.starts
  if (start > 0 || second === undefined) return Number.POSITIVE_INFINITY
  const line = flow.text.slice(0, second - 1)
  const isName = nameLength(line) === line.length && beginsWithPerson(line) && !/[-‐]$/.test(line)
  return isName ? line.length : Number.POSITIVE_INFINITY
}

/** Where the name ends with what belongs to it in parentheses or brackets: initials, a role, "online". */
const withAsides = (text: string, nameEnd: number, end: number): number => {
  let at = nameEnd
  for (let i = 0; i < 3; i++) {
    const aside = /^\s*[([]([^()[\]]{1,40})[)\]]/.exec(text.slice(at, end))
    const ofName = printedName(`X Y${aside?.[0] ?? ''}`)
    const isOfName =
      aside !== null &&
      (ofName.abbreviation !== null ||
        ofName.role !== null ||
        ofName.isRemote ||
        isPresenceNote(aside[1] ?? '') ||
        /^(?:Mr|Ms|Mrs|Dr|Prof)\.?$/.test(aside[1] ?? ''))
    if (!isOfName) return at
    at += aside[0].length
  }
  return at
}

const initialsBehind = /\s*[([](\p{Lu}[\p{L}]{1,4})[)\]]\s*$/u

/** The person whom a range of an entry names, and what is stated beside the name; null where it names nobody. */
export const personOf = (
  source: string,
  flow: Flow,
  [first, last]: Range,
  label: Label & { readonly titleFirst: boolean; readonly office: string | null },
): Attendee | null => {
  const before = initialsAhead(flow.text.slice(first, last))
  const start = first + (before?.length ?? 0)
  const officeLength = officeAheadLength(flow.text.slice(start, last))
  const nameStart = start + officeLength
  const plainEnd = nameStart + Math.min(nameLength(flow.text.slice(nameStart, last)), ownLine(flow, nameStart))
  const nameEnd = withAsides(flow.text, plainEnd, last)
  const named = printedName(flow.text.slice(nameStart, nameEnd).trim())
  if (named.name === '') return null
  // "Dr Ada Roe, Medical Director (AR)"
  const behind = initialsBehind.exec(flow.text.slice(nameEnd, last))
  const letters = behind && canBeInitialsOf(behind[1] ?? '', named.name) ? behind[1] : undefined
  const end = behind && letters !== undefined ? nameEnd + behind.index : last
  const office = officeLength > 0 ? flow.text.slice(start, nameStart).trim() : label.office
  let from = nameEnd
  while (from < end && /[\s,;:|–—-]/.test(flow.text[from] ?? '')) from++
  let to = end
  // "Hollis & Reeve Surveyors (item 5 only)": for how much of the meeting somebody was there.
  const forPart = /\s*\(([^()]{2,40})\)$/.exec(flow.text.slice(from, to).trimEnd())
  if (forPart && isPresenceNote(forPart[1] ?? '') && forPart.index > 0) to = from + forPart.index
  // "(Town Mayor) in the Chair"
  const chairs = /\)\s+((?:in the chair|presiding))[.,;]?$/i.exec(flow.text.slice(from, to).trimEnd())
  if (chairs) to = from + chairs.index + 1
  const boxed = /^\(([^()]*)\)[.,;]?$/.exec(flow.text.slice(from, to).trim())
  if (boxed) [from, to] = [flow.text.indexOf('(', from) + 1, flow.text.lastIndexOf(')', to)]
  while (
    to > from &&
    /[\s;,.]/.test(flow.text[to - 1] ?? '') &&
    !/(?<!\p{L})\p{Lu}\p{L}{0,4}\.$/u.test(flow.text.slice(from, to))
  )
    to--
  // "Director, Sample Institute (Chair)": the role at the meeting stands last.
  const atEnd = /\s*[([]([^()[\]]{2,40})[)\]]$/.exec(flow.text.slice(from, to))
  const lastRole = atEnd && isMeetingRole(atEnd[1] ?? '') ? (atEnd[1] ?? null) : null
  if (atEnd && lastRole !== null) to = from + atEnd.index
  // Why somebody is absent ("holiday", "illness") is no affiliation.
  const isReason = label.mode === 'APOLOGIES' && /^\p{Ll}[\p{Ll}\s-]{2,30}$/u.test(flow.text.slice(from, to))
  const [titles, bodies] =
    from < to && !isReason
      ? tailSegments(source, flow, [from, to], cardLines(flow, nameEnd), label.titleFirst)
      : [[], []]
  const role =
    titles.length === 1 && bodies.length === 0 && isMeetingRole(titles[0]?.text ?? '')
      ? (titles[0]?.text ?? null)
      : null
  const ofOffice =
    office === null
      ? []
      : [
          {
            text: office,
            pieces: piecesOf(flow, ...(officeLength > 0 ? ([start, nameStart] as const) : ([first, last] as const))),
            rejoined: false,
          },
        ]
  const stated = affiliationsOf(source, [...ofOffice, ...(role === null ? titles : [])], bodies)
  const own =
    label.body !== null && bodies.length === 0
      ? stated.map((item) => ({ ...item, organization: item.organization ?? label.body }))
      : stated
  const pieces = piecesOf(flow, first, last)
  // Whoever comes from a body of their own comes for the side as well.
  const ofBody =
    label.body !== null && !own.some(({ organization }) => organization === label.body)
      ? [
          ...own,
          { title: null, organization: label.body, status: 'CURRENT' as const, note: null, pieces, titlePieces: [] },
        ]
      : own
  return {
    ...named,
    abbreviation: named.abbreviation ?? letters ?? before?.letters ?? null,
    role: named.role ?? lastRole ?? role ?? chairs?.[1] ?? label.role,
    mode: named.isAbsent ? 'APOLOGIES' : named.isRemote ? 'REMOTE' : label.mode,
    affiliations: ofBody,
    pieces,
    namePieces: piecesOf(flow, nameStart, nameEnd),
    isWrapped: pieces.length > 1,
    isHyphenJoined: false,
  }
}
