import type { Element } from '../layout.js'
import { splitHonorific } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { linesOf, wordsOf } from './elements.js'
import { bareReference } from './identifier.js'
import { addPrinted, type People } from './people.js'

type Attendance = MeetingRecord['attendances'][number]

const absent =
  /\b(?:absent|absents|absence|apolog(?:y|ies)|regrets|excus(?:ed|és|ati)|ausentes?|assenti|abwesend|entschuldigt|nieobecni|afwezig)/iu
const present =
  /\b(?:present|présents?|presentes?|presenti|anwesend|obecni|aanwezig|närvarande|attend(?:ance|ed|ing)|members)/iu

/** How those are there whom a roll call names at a place: by the nearest word before it that says so. */
const modeAt = (text: string, from: number, at: number): Attendance['mode'] => {
  const before = text.slice(Math.max(from, at - 4000), at)
  const lastOf = (pattern: RegExp) =>
    [...before.matchAll(new RegExp(pattern.source, 'giu'))].at(-1)?.index ?? Number.NEGATIVE_INFINITY
  return lastOf(absent) > lastOf(present) ? 'APOLOGIES' : 'PRESENT'
}

/** Those whom a roll call names by reference, each once; `calls` are the elements that hold them. */
export const attendanceRows = (
  text: string,
  calls: readonly { readonly call: Element; readonly person: Element }[],
  people: People,
): Attendance[] => {
  const rows: Attendance[] = []
  const seen = new Set<string>()
  for (const { call, person: element } of calls) {
    const person = people.byReference.get(bareReference(element.attributes.refersTo ?? element.attributes.ref ?? ''))
    const nameAsPrinted = wordsOf(text, element).replace(/[\s,;:.]+$/, '')
    const pieces = linesOf(text, [element.start, element.end])
    if (!person || seen.has(person.key) || nameAsPrinted === '' || pieces.length === 0) continue
    seen.add(person.key)
    person.isUsed = true
    addPrinted(person, nameAsPrinted)
    rows.push({
      position: rows.length + 1,
      person: person.key,
      honorific: splitHonorific(nameAsPrinted).honorific,
      nameAsPrinted,
      role: null,
      mode: modeAt(text, call.start, element.start),
      pieces,
    })
  }
  return rows
}
