import { beginsWithAcronym, isBody } from '../english/bodies.js'
import { holdsTitle, isWholeTitle, titleAcronyms } from '../english/titles.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { partOf, type Segment } from './segments.js'

type Status = MeetingRecord['affiliations'][number]['status']

/** What a row states of somebody: a title, a body, or both, and since or until when. */
export interface StatedAffiliation {
  readonly title: string | null
  readonly organization: string | null
  readonly status: Status
  readonly note: string | null
  readonly pieces: Pieces
  /** Of the title alone, which may name somebody else. */
  readonly titlePieces: Pieces
}

interface StatedTitle {
  readonly title: string | null
  /** A body that the title itself names ("Former Envoy UNXY"). */
  readonly ownBody: string | null
  readonly status: Status
  readonly note: string | null
  readonly segment: Segment
}

const noteAtEnd =
  /\s*\(((?:from|as of|as from|effective|starting|since|until|till|through|to)\b[^()]*|former|formerly|retired|ret\.?|designate|incoming|acting|\d{4}\s*[-–—]\s*\d{2,4})\)$/i
const formerly = /^(?:ex[-\s]|(?:former(?:ly)?|past|previously|retired|late)\b)\s*(?=\S)/i
const incoming = /^(?:incoming|future|next)\s+(?=\S)|[-\s](?:designate|elect)$/i

const statusOf = (text: string, note: string | null): Status => {
  if (formerly.test(text)) return 'FORMER'
  if (note !== null && /^(?:former|formerly|retired|ret\b)/i.test(note)) return 'FORMER'
  if (note !== null && /^(?:from|as of|as from|effective|starting|designate|incoming)\b/i.test(note)) return 'INCOMING'
  return incoming.test(text) ? 'INCOMING' : 'CURRENT'
}

const core = (text: string): string => text.split(/\s+(?:of|at|for|in|with|to)\s+/)[0] ?? text

/** Whether a text can be a body by itself: what stands before "of" or "at" names one, and is no title. */
const isOnlyBody = (text: string): boolean =>
  (isBody(core(text)) || beginsWithAcronym(text)) && !isWholeTitle(text) && !titleAcronyms.has(text.split(' ')[0] ?? '')

const linking = /\s+(?:of|at|in|with|to|for)(?:\s+the)?\s*$|,\s*$/i

/** Where the body begins that a former title names: "Former Envoy | UNXY", "Former Director of | Tide Trust"; null for none. */
const ownBodyAt = (text: string): number | null => {
  const words = [...text.matchAll(/\S+/g)]
  for (const [i, word] of words.entries()) {
    if (i === 0) continue
    const rest = text.slice(word.index)
    const before = text.slice(0, word.index)
    if (isOnlyBody(rest) && (holdsTitle(before) || linking.test(before)) && /^\p{Lu}/u.test(rest)) return word.index
  }
  return null
}

/** A former or coming office with the body that it names, if it does. */
const withOwnBody = (source: string, segment: Segment, status: Status, note: string | null): StatedTitle => {
  const prefix = formerly.exec(segment.text)?.[0].length ?? 0
  const rest = segment.text.slice(prefix)
  if (isOnlyBody(rest)) {
    const body = partOf(source, segment, prefix, segment.text.length)
    return { title: null, ownBody: body?.text ?? rest, status, note, segment }
  }
  const at = ownBodyAt(rest)
  if (at === null) return { title: segment.text, ownBody: null, status, note, segment }
  return {
    title: segment.text
      .slice(0, prefix + at)
      .trim()
      .replace(linking, ''),
    ownBody: rest.slice(at),
    status,
    note,
    segment,
  }
}

const statedTitle = (source: string, whole: Segment): StatedTitle | null => {
  const found = noteAtEnd.exec(whole.text)
  const note = found?.[1] ?? null
  const segment = found === null ? whole : partOf(source, whole, 0, found.index)
  if (segment === null) return null
  const status = statusOf(segment.text, note)
  if (status !== 'FORMER' || !formerly.test(segment.text))
    return { title: segment.text, ownBody: null, status, note, segment }
  return withOwnBody(source, segment, status, note)
}

const stated = (title: StatedTitle | null, body: Segment | null, status?: Status): StatedAffiliation => {
  const found = body === null ? null : noteAtEnd.exec(body.text)
  const name = body === null ? null : body.text.slice(0, found?.index).replace(formerly, '').trim()
  const note = title?.note ?? found?.[1] ?? null
  const bodyStatus = body === null ? 'CURRENT' : statusOf(body.text, found?.[1] ?? null)
  return {
    title: title?.title ?? null,
    organization: name === '' ? null : name,
    status: status ?? (title?.status === 'CURRENT' || title === null ? bodyStatus : title.status),
    note,
    titlePieces: title?.segment.pieces ?? [],
    pieces: [...(title?.segment.pieces ?? []), ...(body?.pieces ?? [])].sort((a, b) => a[0] - b[0]),
  }
}

/**
 * The affiliations that a row states, in printed order. Titles and bodies pair off in order; several titles at one body are
 * several affiliations; a title is not spread to a second body. What is former goes with the body that it names itself, and
 * with the row's only where it is all that the row states.
 */
export const affiliationsOf = (
  source: string,
  titleSegments: readonly Segment[],
  bodies: readonly Segment[],
): StatedAffiliation[] => {
  const titles = titleSegments.flatMap((segment) => statedTitle(source, segment) ?? [])
  const pairsOff =
    titles.length > 1 && titles.length === bodies.length && titles.every(({ ownBody }) => ownBody === null)
  const ofRow = titles.filter(
    (title) => title.ownBody === null && (title.status !== 'FORMER' || titles.length === 1 || pairsOff),
  )
  const result: StatedAffiliation[] = []
  let next = 0
  for (const title of titles) {
    if (title.ownBody !== null) {
      result.push({
        title: title.title,
        organization: title.ownBody,
        status: title.status,
        note: title.note,
        pieces: title.segment.pieces,
        titlePieces: title.segment.pieces,
      })
    } else if (!ofRow.includes(title)) result.push(stated(title, null))
    else {
      const body = bodies[Math.min(next, bodies.length - 1)] ?? null
      result.push(stated(title, body))
      next++
    }
  }
  const left = bodies.slice(next).map((body) => stated(null, body))
  // A body with no title of its own stands before what the row only names as former.
  const firstFormer = result.findIndex((item) => item.status === 'FORMER')
  return ofRow.length === 0 && firstFormer >= 0 ? [...left, ...result] : [...result, ...left]
}
