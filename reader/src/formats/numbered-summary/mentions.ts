import type { Attendee } from '../../attendees/attendee.js'
import { namesInText } from '../../identity/names-in-text.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import type { People } from '../../people/cast-of-attendees.js'
import { type PrintedForm, printedForms } from '../../people/printed-forms.js'
import { addUnlisted } from '../../people/unlisted.js'
import type { MeetingRecord, Pieces } from '../../record.js'
import { flowOf, piecesOf } from '../../text/flow.js'
import { citedNames } from './cited.js'
import type { ReadParagraph } from './paragraphs.js'

/** Those who are named and neither listed nor heard there, and the printed forms of their names. */
export interface Mentions {
  readonly rows: MeetingRecord['mentions']
  readonly forms: PrintedForm[]
}

/** Those whom titles of the list name ("Secretary to President A. Roe"). */
export const titleMentions = (source: string, attendees: readonly Attendee[], people: People): Mentions => {
  const rows: MeetingRecord['mentions'] = []
  const forms: PrintedForm[] = []
  for (const [i, { affiliations }] of attendees.entries()) {
    for (const { titlePieces } of affiliations) {
      const flow = flowOf(source, titlePieces)
      for (const name of namesInText(flow, people.cast)) {
        if (name.person === people.ofAttendee[i] || (name.person === null && !name.isPerson)) continue
        const pieces = piecesOf(flow, name.start, name.end)
        rows.push({
          position: rows.length + 1,
          kind: 'IN_TITLE',
          nameAsPrinted: name.printed,
          person: name.person,
          paragraph: null,
          pieces,
        })
        forms.push(...printedForms([name], () => pieces[0]?.[0] ?? 0))
      }
    }
  }
  return { rows, forms }
}

/** Those whom paragraphs only cite: printed with an honorific and never heard, or in one of the ways in which people are cited. */
export const citations = (
  read: readonly ReadParagraph[],
  cast: Cast,
  speakers: ReadonlySet<string>,
  first: number,
): Mentions => {
  const rows: MeetingRecord['mentions'] = []
  const forms: PrintedForm[] = []
  const listed = new Map(cast.members.map((member) => [member.key, member.isListed]))
  const add = (paragraph: number, printed: string, person: string, pieces: Pieces) => {
    rows.push({ position: first + rows.length, kind: 'CITED', nameAsPrinted: printed, person, paragraph, pieces })
    forms.push({ person, printed, at: pieces[0]?.[0] ?? 0 })
  }
  for (const { position, flow, head, names } of read) {
    for (const { person, printed, start, end } of names) {
      if (
        person === null ||
        speakers.has(person) ||
        listed.get(person) === true ||
        start < (head.heading === null ? 0 : head.bodyStart)
      )
        continue
      add(position, printed, person, piecesOf(flow, start, end))
    }
    for (const { range, printed } of citedNames(flow.text, names)) {
      addUnlisted(cast, [printed])
      const person = identify(cast, printed).person
      if (person !== null && listed.get(person) !== true && !speakers.has(person))
        add(position, printed, person, piecesOf(flow, ...range))
    }
  }
  return { rows, forms }
}
