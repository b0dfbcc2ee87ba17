import type { Furniture } from '../formats/format.js'
import { once } from '../once.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import type { Register } from '../structured/register.js'
import { type Block, blocksOf, piecesOfBlock } from './blocks.js'
import { type Beside, castOf, noCast, type TurnCast } from './cast.js'
import { cuesIn } from './cues.js'
import { type Definition, definitionsIn } from './definitions.js'
import { type Front, readFront } from './front.js'
import { labelAt } from './label.js'
import { partsOf } from './label-parts.js'
import { withoutLineNumbers } from './line-numbers.js'
import { type Pages, pagesOf } from './pages.js'
import { withHeadings } from './plain-headings.js'
import { type Present, readPresent } from './present.js'
import { isMarkedRecord, topicIn } from './records.js'
import { type Row, rowsOf } from './rows.js'
import { notesBelow } from './stage-notes.js'
import { type LabelledRow, labelsIn, type SpeakerLabel, type Survey, surveyLabels } from './survey.js'

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
  /** Lines of a paragraph on either side of the end of a page. */
  readonly joined: readonly Pieces[]
  /** The level of the lowest of its headings; 0 where it has none. */
  readonly lowestLevel: number
}

const opensLabel =
  (source: string) =>
  (row: Row): boolean => {
    const label = labelAt(source.slice(row.start, Math.min(row.end, row.start + 100)))
    return label !== null && partsOf(label.printed) !== null
  }

/** A line that begins with a time, as in logs, or records a decision or a topic, stands by itself. */
const standsAlone = (source: string, { start, end }: Row): boolean => {
  const words = source.slice(start, Math.min(end, start + 240))
  return /^[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s/.test(words) || isMarkedRecord(words) || topicIn(words) !== null
}

/** "<abr>": a name in a chat may be initials. */
const isNick = (kind: string, text: string, mark: string): boolean =>
  kind === 'handle' && mark === 'bracket' && /^\p{Ll}{2,4}$/u.test(text)

const initialsIn = (labels: readonly LabelledRow[]): Set<string> =>
  new Set(
    labels.flatMap(({ label: { parts, mark } }) =>
      parts.filter(({ kind, text }) => kind === 'initials' || isNick(kind, text, mark)).map(({ text }) => text),
    ),
  )

const rowsIn = (blocks: Iterable<Block>): Set<Row> => new Set([...blocks].flatMap(({ rows }) => [...rows]))

const piecesIn = (blocks: Iterable<Block>): Pieces => [...blocks].flatMap(piecesOfBlock)

const noPresent: Present = { attendees: [], holders: [], lists: new Set(), headings: new Set() }

/** What of a document is no content: its title, its rules, the lists that are rows of their own. */
const furnitureOf = (
  {
    rows,
    codes,
    lineNumbers,
    margins,
    pages,
    present,
  }: Pick<Ground, 'rows' | 'codes' | 'lineNumbers' | 'margins' | 'pages' | 'present'>,
  blocks: readonly Block[],
  front: Front,
): Furniture[] => {
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
    { kind: 'time code', pieces: codes },
    { kind: 'line number', pieces: lineNumbers },
    { kind: 'page header', pieces: margins },
    ...pages.furniture,
  ]
  return furniture.filter(({ pieces }) => pieces.length > 0)
}

export interface PartsOptions {
  /** A dash may stand behind a label as well as a colon. */
  readonly dashes?: boolean
  /** False for a document of which only paragraphs are wanted. */
  readonly withPeople?: boolean
  /** What registers beside the document say. */
  readonly register?: Register | undefined
  /** Blocks that open a turn, besides those with a label. */
  readonly opening?: (source: string, blocks: readonly Block[]) => ReadonlySet<Block>
}

/** What is the same for every format that looks at a document. */
interface Ground {
  readonly rows: readonly Row[]
  /** What subtitles hold for the player. */
  readonly codes: Pieces
  /** What is printed before each line, to cite it by. */
  readonly lineNumbers: Pieces
  readonly margins: Pieces
  readonly isSubtitled: boolean
  readonly pages: Pages
  readonly all: readonly Block[]
  readonly present: Present
  /** The rows outside of lists of those present. */
  readonly rest: readonly Row[]
  readonly definitions: readonly Definition[]
}

/** Lines that are nothing but a time, as some transcripts print one from minute to minute. */
const timesIn = (source: string, rows: readonly Row[]): Row[] =>
  rows.filter(
    ({ start, end }) => end - start < 14 && /^[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?$/.test(source.slice(start, end)),
  )

const groundOf = once((given: SourceText): Ground => {
  const unnumbered = given.layout.length > 0 ? null : withoutLineNumbers(given.lines)
  const source = unnumbered ? { ...given, lines: unnumbered.lines } : given
  const found = rowsOf(source)
  const cues = cuesIn(source.text, found)
  const times = cues ? [] : timesIn(source.text, found)
  const timed = new Set(times.length > 1 ? times : [])
  const pages = pagesOf(source, cues?.rows ?? found.filter((row) => !timed.has(row)))
  const { rows } = pages
  const all = blocksOf(rows, opensLabel(source.text))
  const present = readPresent(source, all)
  const listRows = rowsIn([...present.lists, ...present.headings])
  return {
    rows,
    codes: cues?.codes ?? [...timed].map(({ start, end }): [number, number] => [start, end]),
    lineNumbers: unnumbered?.numbers ?? [],
    margins: unnumbered?.margins ?? [],
    isSubtitled: cues !== null,
    pages,
    all,
    present,
    rest: listRows.size === 0 ? rows : rows.filter((row) => !listRows.has(row)),
    definitions: definitionsIn(source.text, all),
  }
})

/** Those whom the lists of a document name, and the blocks that the lists take. */
export const presentOf = (source: SourceText): Present => groundOf(source).present

/** What the labels of a document tell. */
interface Labelled {
  readonly labels: readonly LabelledRow[]
  readonly used: ReadonlySet<string>
  /** Of these, those that begin a line which is no item of a list. */
  readonly usedInText: ReadonlySet<string>
  readonly survey: Survey
}

/** A cast grows while turns are read, so each reading has its own. */
const peopleOf = ({ present, definitions }: Ground, used: ReadonlySet<string>, beside?: Beside): TurnCast =>
  castOf(present, definitions, used, beside)

/** Whether a dash may stand behind a label decides what of a document is one; each step is taken once for all who ask. */
const labelledBy = (dashes: boolean) => {
  const labelsOf = once((source: SourceText) => labelsIn(source.text, groundOf(source).rest, dashes))
  const labelledOf = once((source: SourceText): Labelled => {
    const ground = groundOf(source)
    const labels = labelsOf(source)
    const used = initialsIn(labels)
    const told = surveyLabels(source, ground.rest, labels, peopleOf(ground, used).cast, dashes)
    // In subtitles a cue without a name goes on with the one before.
    const survey = ground.isSubtitled ? { ...told, isVerbatim: true } : told
    return { labels, used, usedInText: initialsIn(labels.filter(({ row }) => row.kind === 'text')), survey }
  })
  const cutOf = once((source: SourceText): readonly Block[] => {
    const { rest } = groundOf(source)
    const { labels, survey } = labelledOf(source)
    const notes = notesBelow(source.text, rest, new Set(labels.map(({ row }) => row)))
    return blocksOf(rest, (row) => survey.at(row) !== null || notes.has(row) || standsAlone(source.text, row))
  })
  return { labelsOf, labelledOf, cutOf }
}

const withColons = labelledBy(false)
const withDashes = labelledBy(true)

/** How many lines of a kind open a turn by a label, and how many labels they have: no more than that, told before all is read. */
export const mostTurns = (
  source: SourceText,
  kind: Row['kind'],
  dashes = false,
): { readonly turns: number; readonly speakers: number } => {
  const { labelsOf, labelledOf } = dashes ? withDashes : withColons
  const countOf = (labels: readonly LabelledRow[]) => ({
    turns: labels.length,
    speakers: new Set(labels.map(({ label }) => label.printed)).size,
  })
  const labels = labelsOf(source).filter(({ row }) => row.kind === kind)
  const found = countOf(labels)
  if (found.turns < 3 || found.speakers < 2) return found
  const { survey } = labelledOf(source)
  return countOf(labels.filter(({ row }) => survey.at(row) !== null))
}

/** The headings and the lines that may be a paragraph by themselves: no fewer than are, however labels cut the document. */
export const mayStandAlone = (source: SourceText): Row[] => {
  const { rest } = groundOf(source)
  const labelled = new Set(withColons.labelsOf(source).map(({ row }) => row))
  return rest.filter((row, i) => {
    const above = rest[i - 1]
    if (row.kind !== 'text' || row.isApart || labelled.has(row)) return row.kind === 'heading' || row.kind === 'text'
    const goesOn = (above?.kind === 'text' || above?.kind === 'item') && above.depth === row.depth
    return !goesOn || standsAlone(source.text, row)
  })
}

const paragraphsOnly = (source: SourceText): [Ground, Labelled, readonly Block[]] => {
  const rows = rowsOf(source)
  const survey: Survey = { at: () => null, turns: 0, isVerbatim: false }
  const blocks = blocksOf(rows, () => false)
  return [
    {
      rows,
      codes: [],
      lineNumbers: [],
      margins: [],
      isSubtitled: false,
      pages: { rows, furniture: [], joined: [] },
      all: blocks,
      present: noPresent,
      rest: rows,
      definitions: [],
    },
    { labels: [], used: new Set(), usedInText: new Set(), survey },
    blocks,
  ]
}

/** What is read of the fronts of a document's blocks, by how many stand before the first turn. */
const frontsOf = once((_: readonly Block[]) => new Map<number, Front>())

const frontOf = (source: SourceText, blocks: readonly Block[], length: number): Front => {
  const fronts = frontsOf(blocks)
  const front = fronts.get(length) ?? readFront(source, blocks.slice(0, length), blocks)
  fronts.set(length, front)
  return front
}

/** Reads what stands around the turns of a document. What several formats ask for the same text is read once. */
export const readDocumentParts = (source: SourceText, options: PartsOptions): TurnDocument => {
  const { dashes = false, withPeople = true, register, opening } = options
  const { labelledOf, cutOf } = dashes ? withDashes : withColons
  const [ground, { used, usedInText, survey }, blocks] = withPeople
    ? [groundOf(source), labelledOf(source), cutOf(source)]
    : paragraphsOnly(source)
  const { present } = ground
  // A register has the initials of many, and a list of things has labels too: "API: …".
  const beside = register && { register, used: dashes ? used : usedInText }
  const opened = opening?.(source.text, blocks)
  const first = blocks.findIndex(
    (block) =>
      opened?.has(block) || (opened === undefined && block.rows[0] !== undefined && survey.at(block.rows[0]) !== null),
  )
  const front = frontOf(source, blocks, first < 0 ? 12 : first)
  const isFront = (block: Block) => front.title.has(block) || front.dateLines.has(block)
  const furniture = furnitureOf(ground, blocks, front)
  const content = blocks.filter((block) => block.kind !== 'front-matter' && block.kind !== 'rule' && !isFront(block))
  return {
    source,
    people: withPeople ? peopleOf(ground, used, beside) : noCast(),
    present,
    survey,
    front,
    blocks: opening || dashes || !withPeople ? content : withHeadings(source.text, content, survey),
    furniture,
    joined: ground.pages.joined,
    lowestLevel: blocks.reduce((lowest, { kind, level }) => (kind === 'heading' ? Math.max(lowest, level) : lowest), 0),
  }
}

/** The speakers' label that a block begins with. */
export const labelOf = ({ survey }: TurnDocument, { rows: [row] }: Block): SpeakerLabel | null =>
  row ? survey.at(row) : null
