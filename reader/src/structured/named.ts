import type { Element } from '../layout.js'
import { splitHonorific } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { bareReference, linesOf, wordsOf } from './elements.js'
import { addPrinted, type People, type Person } from './people.js'

type Attendance = MeetingRecord['attendances'][number]

/** Whom an element names by reference, and how it prints the name; null where either is missing. */
const namedBy = (
  text: string,
  element: Element,
  people: People,
  behind: RegExp,
): { person: Person; printed: string; pieces: [number, number][] } | null => {
  const person = people.byReference.get(bareReference(element.attributes.refersTo ?? element.attributes.ref ?? ''))
  const printed = wordsOf(text, element).replace(behind, '')
  const pieces = linesOf(text, [element.start, element.end])
  return person && printed !== '' && pieces.length > 0 ? { person, printed, pieces } : null
}

const use = (person: Person, printed: string): void => {
  person.isUsed = true
  addPrinted(person, printed)
}

const absent =
  /\b(?:absente?s?|absence|apolog(?:y|ies)|regrets|excus(?:ed|és|ati)|ausentes?|assenti|abwesend|entschuldigt|nieobecni|afwezig)/giu
const present =
  /\b(?:present|présents?|presentes?|presenti|anwesend|obecni|aanwezig|närvarande|attend(?:ance|ed|ing)|members)/giu

/** How those are there whom a roll call names at a place: by the nearest word before it that says so. */
const modeAt = (text: string, from: number, at: number): Attendance['mode'] => {
  const before = text.slice(Math.max(from, at - 4000), at)
  const lastOf = (pattern: RegExp) => [...before.matchAll(pattern)].at(-1)?.index ?? Number.NEGATIVE_INFINITY
  return lastOf(absent) > lastOf(present) ? 'APOLOGIES' : 'PRESENT'
}

/** Those whom a roll call names by reference, each once; `call` is the element that holds them. */
export const attendanceRows = (
  text: string,
  calls: readonly { readonly call: Element; readonly person: Element }[],
  people: People,
): Attendance[] => {
  const rows = new Map<string, Attendance>()
  for (const { call, person: element } of calls) {
    const named = namedBy(text, element, people, /[\s,;:.]+$/)
    if (!named || rows.has(named.person.key)) continue
    const { person, printed, pieces } = named
    use(person, printed)
    rows.set(person.key, {
      position: rows.size + 1,
      person: person.key,
      honorific: splitHonorific(printed).honorific,
      nameAsPrinted: printed,
      role: null,
      mode: modeAt(text, call.start, element.start),
      pieces,
    })
  }
  return [...rows.values()]
}

/** Those whom the text names by reference and who do not speak. Elements and paragraphs are in order. */
export const citedPeople = (
  text: string,
  elements: readonly Element[],
  paragraphs: MeetingRecord['paragraphs'],
  people: People,
): MeetingRecord['mentions'] => {
  const speaking = new Set(people.all.filter(({ isUsed }) => isUsed))
  const rows: MeetingRecord['mentions'] = []
  let at = 0
  for (const element of elements) {
    const named = namedBy(text, element, people, /(?:[\s,;]+(?:etc\.?)?)+$/)
    const [line] = named?.pieces ?? []
    if (!named || !line || speaking.has(named.person)) continue
    const { person, printed } = named
    use(person, printed)
    while ((paragraphs[at]?.pieces[0]?.[0] ?? Number.POSITIVE_INFINITY) <= line[0]) at++
    rows.push({
      position: rows.length + 1,
      kind: 'CITED',
      nameAsPrinted: printed,
      person: person.key,
      paragraph: paragraphs[at - 1]?.position ?? null,
      pieces: [[line[0], Math.min(line[1], line[0] + printed.length)]],
    })
  }
  return rows
}
