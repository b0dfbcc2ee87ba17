import type { Furniture } from '../formats/format.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { type Block, blocksOf, piecesOfBlock } from './blocks.js'
import { castOf, noCast, type TurnCast } from './cast.js'
import { definitionsIn } from './definitions.js'
import { type Front, readFront } from './front.js'
import { labelAt, partsOf } from './label.js'
import { type Present, readPresent } from './present.js'
import { type Row, rowsOf } from './rows.js'
import { type SpeakerLabel, type Survey, surveyLabels } from './survey.js'

/** A document with labelled turns as its parts are told apart: its lists, its people, and what is left to read in order. */
export interface TurnDocument {
  readonly source: SourceText
  readonly people: TurnCast
  readonly present: Present
  readonly survey: Survey
  readonly front: Front
  /** Without front matter, title, lists of those present and their headings. */
  readonly blocks: readonly Block[]
  readonly furniture: readonly Furniture[]
}

const opensLabel =
  (source: string) =>
  (row: Row): boolean => {
    const label = labelAt(source.slice(row.start, Math.min(row.end, row.start + 100)))
    return label !== null && partsOf(label.printed) !== null
  }

const initialsUsed = (source: string, rows: readonly Row[], dashes: boolean): Set<string> =>
  new Set(
    rows.flatMap((row) => {
      if (row.kind !== 'text' && row.kind !== 'item') return []
      const label = labelAt(source.slice(row.start, Math.min(row.end, row.start + 100)), dashes)
      const parts = label === null ? null : partsOf(label.printed)
      return (parts ?? []).filter(({ kind }) => kind === 'initials').map(({ text }) => text)
    }),
  )

const rowsIn = (blocks: Iterable<Block>): Set<Row> => new Set([...blocks].flatMap(({ rows }) => [...rows]))

const piecesIn = (blocks: Iterable<Block>): Pieces => [...blocks].flatMap(piecesOfBlock)

const noPresent: Present = { attendees: [], lists: new Set(), headings: new Set() }

/** What of a document is no content: its title, its rules, the lists that are rows of their own. */
const furnitureOf = (rows: readonly Row[], blocks: readonly Block[], front: Front, present: Present): Furniture[] => {
  const ofKind = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind)
  const markers = rows.flatMap(({ marker }): Pieces => (marker ? [[marker[0], marker[1]]] : []))
  const furniture: Furniture[] = [
    { kind: 'title', pieces: piecesIn(front.title) },
    { kind: 'date line', pieces: piecesIn(front.dateLines) },
    { kind: 'front matter', pieces: piecesIn(ofKind('front-matter')) },
    { kind: 'rule', pieces: piecesIn(ofKind('rule')) },
    { kind: 'list of those present', pieces: piecesIn(present.lists) },
    { kind: 'heading of a list', pieces: piecesIn(present.headings) },
    { kind: 'list marker', pieces: markers },
  ]
  return furniture.filter(({ pieces }) => pieces.length > 0)
}

export interface PartsOptions {
  /** A dash may stand behind a label as well as a colon. */
  readonly dashes?: boolean
  /** False for a document of which only paragraphs are wanted. */
  readonly withPeople?: boolean
  /** Blocks that open a turn, besides those with a label. */
  readonly opening?: (source: string, blocks: readonly Block[]) => ReadonlySet<Block>
}

/** Reads what stands around the turns of a document. */
export const readDocumentParts = (source: SourceText, options: PartsOptions): TurnDocument => {
  const { dashes = false, withPeople: withLists = true, opening } = options
  const rows = rowsOf(source)
  const all = blocksOf(rows, opensLabel(source.text))
  const present = withLists ? readPresent(source, all) : noPresent
  const listRows = rowsIn([...present.lists, ...present.headings])
  const rest = rows.filter((row) => !listRows.has(row))
  const people = withLists
    ? castOf(present.attendees, definitionsIn(source.text, all), initialsUsed(source.text, rest, dashes))
    : noCast()
  const survey = surveyLabels(source.text, withLists ? rest : [], people.cast, dashes)
  const blocks = blocksOf(rest, (row) => survey.at(row) !== null)
  const opened = opening?.(source.text, blocks)
  const first = blocks.findIndex(
    (block) =>
      opened?.has(block) || (opened === undefined && block.rows[0] !== undefined && survey.at(block.rows[0]) !== null),
  )
  const front = readFront(source, blocks.slice(0, first < 0 ? 12 : first), blocks)
  const isFront = (block: Block) => front.title.has(block) || front.dateLines.has(block)
  const furniture = furnitureOf(rows, blocks, front, present)
  return {
    source,
    people,
    present,
    survey,
    front,
    blocks: blocks.filter((block) => block.kind !== 'front-matter' && block.kind !== 'rule' && !isFront(block)),
    furniture,
  }
}

/** The speakers' label that a block begins with. */
export const labelOf = ({ survey }: TurnDocument, { rows: [row] }: Block): SpeakerLabel | null =>
  row ? survey.at(row) : null
