import type { Element } from '../layout.js'
import type { MeetingRecord } from '../record.js'
import { linesOf, wordsOf } from './elements.js'
import { bareReference } from './identifier.js'
import { addPrinted, type People } from './people.js'

/** The paragraph that holds an offset, paragraphs being in order. */
const paragraphAt = (paragraphs: MeetingRecord['paragraphs'], offset: number): number | null => {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((paragraphs[middle]?.pieces[0]?.[0] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const found = paragraphs[low]
  return found && (found.pieces[0]?.[0] ?? 0) <= offset ? found.position : null
}

/** Those whom the text names by reference and who do not speak. */
export const citedPeople = (
  text: string,
  named: readonly Element[],
  paragraphs: MeetingRecord['paragraphs'],
  people: People,
): MeetingRecord['mentions'] => {
  const speaking = new Set(people.all.filter(({ isUsed }) => isUsed))
  const rows: MeetingRecord['mentions'] = []
  for (const element of named) {
    const person = people.byReference.get(bareReference(element.attributes.refersTo ?? element.attributes.ref ?? ''))
    const nameAsPrinted = wordsOf(text, element).replace(/(?:[\s,;]+(?:etc\.?)?)+$/, '')
    const [line] = linesOf(text, [element.start, element.end])
    if (!person || speaking.has(person) || !line || nameAsPrinted === '') continue
    const start = line[0]
    const pieces: [number, number][] = [[start, Math.min(line[1], start + nameAsPrinted.length)]]
    person.isUsed = true
    addPrinted(person, nameAsPrinted)
    const paragraph = paragraphAt(paragraphs, start)
    rows.push({ position: rows.length + 1, kind: 'CITED', nameAsPrinted, person: person.key, paragraph, pieces })
  }
  return rows
}
