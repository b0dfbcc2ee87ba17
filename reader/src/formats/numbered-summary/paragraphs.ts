import { isOfNameWords } from '../../attendees/person-shape.js'
import { type NameInText, namesInText } from '../../identity/names-in-text.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import { fold, splitHonorific } from '../../names.js'
import type { Bodies } from '../../people/bodies.js'
import { addUnlisted } from '../../people/unlisted.js'
import { type Attributed, attributedAtEnd } from '../../reported-speech/attributed.js'
import { unlistedIn } from '../../reported-speech/unlisted-speakers.js'
import type { SourceText } from '../../source.js'
import type { Flow } from '../../text/flow.js'
import { sentencesOf } from '../../text/sentences.js'
import { closesWithStop, headOf, type ParagraphHead } from './heading.js'
import type { Outline, OutlineParagraph } from './outline.js'
import { paragraphFlow } from './paragraph-text.js'
import type { CastNames } from './raisers.js'
import { type Raised, raisedIn } from './section-raisers.js'

/** A paragraph with its running text, the way it begins, and the people whom it names. */
export interface ReadParagraph {
  readonly position: number
  readonly from: OutlineParagraph
  readonly flow: Flow
  head: ParagraphHead
  /** Whom the heading of its section names. */
  readonly under: Raised | null
  names: NameInText[]
  /** Whom the parentheses behind its sentences name, where the record gives words so. */
  attributed: readonly Attributed[]
}

const knownBy = (cast: Cast, bodies: Bodies): CastNames => ({
  isPerson: (printed) => {
    if (!isOfNameWords(splitHonorific(printed).name)) return false
    const found = identify(cast, printed)
    return (
      found.candidates.length > 0 ||
      (found.person !== null &&
        (found.match !== 'FAMILY_NAME' || /^\p{Lu}[\p{L}'’-]+$/u.test(printed.trim()) || /\./.test(printed)))
    )
  },
  isParty: (printed) => bodies.byName.has(fold(printed)) || bodies.byName.has(fold(printed.replace(/^the\s+/i, ''))),
})

/** Fewer sentences with names behind them are no habit of the record. */
const fewestAttributed = 3

const addAttributed = (read: readonly ReadParagraph[], language: string): void => {
  const found = read.map(({ flow, head }) => {
    if (head.raisers.length > 0 || !flow.text.includes(')')) return []
    const body = flow.text.slice(head.bodyStart)
    return sentencesOf(body, language).map(([from, to]) =>
      attributedAtEnd(flow.text, [head.bodyStart + from, head.bodyStart + to]),
    )
  })
  if (found.flat().filter((names) => names.length > 0).length < fewestAttributed) return
  for (const [i, paragraph] of read.entries()) paragraph.attributed = found[i]?.flat() ?? []
}

/** The paragraphs with their heads; whom their names mean is found once all of them are known. */
export const readParagraphs = (
  source: SourceText,
  outline: Outline,
  cast: Cast,
  bodies: Bodies,
  language: string,
): ReadParagraph[] => {
  const known = knownBy(cast, bodies)
  const read: ReadParagraph[] = []
  const raised = outline.sections.map((section) => raisedIn(section, known))
  for (const from of outline.paragraphs) {
    const flow = paragraphFlow(source.text, from)
    // A number with nothing behind it is no paragraph.
    if (flow.pieces.length === 0) continue
    read.push({
      position: read.length + 1,
      from,
      flow,
      head: headOf(flow, known),
      under: from.section === null ? null : (raised[from.section] ?? null),
      names: [],
      attributed: [],
    })
  }
  if (read.some(({ flow, head }) => closesWithStop(flow, head)))
    for (const paragraph of read) paragraph.head = headOf(paragraph.flow, known, true)
  for (const paragraph of read) paragraph.names = namesInText(paragraph.flow, cast)
  addAttributed(read, language)
  const flows = read.map(({ flow }) => flow)
  const unknown = [
    ...read.flatMap(({ names, head, under, attributed }) => [
      ...attributed.map(({ printed }) => printed),
      ...[...head.raisers, ...(under?.raisers ?? [])]
        .filter(({ kind }) => kind === 'person')
        .map(({ printed }) => printed),
      ...names
        .filter(({ person, candidates, isPerson }) => person === null && candidates.length === 0 && isPerson)
        .map(({ printed }) => printed),
    ]),
    ...unlistedIn(flows, cast).filter((name) => !known.isParty(name)),
  ]
  const listed = cast.members.length
  addUnlisted(cast, unknown)
  if (cast.members.length > listed) for (const paragraph of read) paragraph.names = namesInText(paragraph.flow, cast)
  return read
}
