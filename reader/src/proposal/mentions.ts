import type { MeetingRecord } from '../record.js'
import { piecesOf } from '../text/flow.js'
import type { ProvenPerson } from './attendance.js'
import { nameAt, placesOf } from './printed.js'
import type { Grounds } from './speech.js'

type Mention = MeetingRecord['mentions'][number]

/**
 * Those who are named and neither listed nor heard where they stand: in the title of somebody else ("Secretary to President A. Roe"),
 * or cited in a paragraph by people of the proposal who never speak, move, vote or are to act.
 */
export const mentionRows = (
  { index, outline, structure }: Grounds,
  people: readonly ProvenPerson[],
  active: ReadonlySet<string>,
): Mention[] => {
  const entryOf = new Map<number, Set<string>>()
  for (const { line, entry } of people)
    for (const { id } of entry) entryOf.set(id, (entryOf.get(id) ?? new Set()).add(line.person))
  const found = people.flatMap((person): Mention[] => {
    const { line, forms, entry } = person
    // Whom only a register names is not cited by initials that may be anything.
    const isOwn = (nameAt(index, line.name)?.block ?? Number.POSITIVE_INFINITY) <= outline.blocks.length
    const isCited = isOwn && entry.length === 0 && !active.has(line.person)
    const full = forms.filter((form) => /\s/.test(form) || isCited)
    const seen = new Set<string>()
    return [...full]
      .sort((a, b) => b.length - a.length)
      .flatMap((form) =>
        placesOf(index, form).flatMap(({ block: id, range }): Mention[] => {
          const block = outline.blocks[id - 1]
          const others = entryOf.get(id)
          const isInTitle = others !== undefined && !others.has(line.person)
          if (!block || !(isInTitle || (isCited && structure.paragraphOf.has(id)))) return []
          if ([...seen].some((place) => overlaps(place, id, range))) return []
          seen.add(`${id} ${range[0]} ${range[1]}`)
          return [
            {
              position: 0,
              kind: isInTitle ? 'IN_TITLE' : 'CITED',
              nameAsPrinted: form,
              person: line.person,
              paragraph: structure.paragraphOf.get(id) ?? null,
              pieces: piecesOf(block.flow, ...range),
            },
          ]
        }),
      )
  })
  const inOrder = found.sort((a, b) => (a.pieces[0]?.[0] ?? 0) - (b.pieces[0]?.[0] ?? 0))
  return inOrder.map((row, i) => ({ ...row, position: i + 1 }))
}

const overlaps = (place: string, block: number, [start, end]: readonly [number, number]): boolean => {
  const [id, from, to] = place.split(' ').map(Number)
  return id === block && start < (to ?? 0) && end > (from ?? 0)
}
