import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { outcomeLists } from '../ingest/write/outcomes-in-order.js'

type Remark = MeetingRecord['remarks'][number]

/** An utterance and its remarks, of which there are several if several people made it jointly. */
export interface Turn {
  readonly is: 'turn'
  readonly words: string
  readonly remarks: readonly [Remark, ...Remark[]]
}

/** Words that the record attributes to nobody. */
interface Passage {
  readonly is: 'passage'
  readonly words: string
}

/** A paragraph, with its parts in the order of the text. */
export interface Block {
  readonly is: 'block'
  readonly number: string | null
  readonly heading: string | null
  readonly parts: readonly (Turn | Passage)[]
  /** Where it is in the source text. */
  readonly pieces: Pieces
}

export interface SectionNode {
  readonly is: 'section'
  readonly heading: string
  readonly introduction: string | null
  readonly children: readonly Node[]
}

type Node = Block | SectionNode
interface Placed<Item> {
  readonly start: number
  readonly item: Item
}

const inOrder = <Item>(placed: readonly Placed<Item>[]): Item[] =>
  [...placed].sort((one, other) => one.start - other.start).map(({ item }) => item)
const startOf = (pieces: Pieces) => pieces[0]?.[0] ?? 0

/** A record in reading order: sections, in them paragraphs, and in these who said what. */
export function outlineOf({ record, source }: Pick<MeetingEnvelope, 'record' | 'source'>): Node[] {
  const blocks = blocksOf(record, source.text)
  const childrenOf = (section: number | null): Node[] =>
    inOrder<Node>([
      ...(blocks.get(section) ?? []),
      ...record.sections
        .filter(({ parent }) => parent === section)
        .map(({ position, heading, introduction, pieces }) => ({
          start: startOf(pieces),
          item: { is: 'section' as const, heading, introduction, children: childrenOf(position) },
        })),
    ])
  return childrenOf(null)
}

/** The paragraphs of each section; a remark or an outcome outside paragraphs becomes a block of its own. */
function blocksOf(record: MeetingRecord, text: string): Map<number | null, Placed<Block>[]> {
  const utterances = new Map(record.utterances.map((row) => [row.position, row]))
  const said = new Map<number | null, Map<number, [Remark, ...Remark[]]>>()
  for (const remark of record.remarks) {
    const turns = said.get(remark.paragraph) ?? new Map<number, [Remark, ...Remark[]]>()
    said.set(remark.paragraph, turns)
    const known = turns.get(remark.utterance)
    if (known) known.push(remark)
    else turns.set(remark.utterance, [remark])
  }
  const turnsIn = (paragraph: number | null) =>
    [...(said.get(paragraph) ?? [])].map(([position, remarks]) => {
      const { text: words = '', pieces = [] } = utterances.get(position) ?? {}
      return { pieces, turn: { is: 'turn' as const, words, remarks } }
    })
  const blocks = new Map<number | null, Placed<Block>[]>()
  const add = (section: number | null, start: number, block: Omit<Block, 'is'>) =>
    blocks.set(section, [...(blocks.get(section) ?? []), { start, item: { is: 'block', ...block } }])
  for (const { position, section, number, heading, text: whole, pieces } of record.paragraphs) {
    const turns = turnsIn(position)
    const parts = turns.length === 0 ? [] : leftOver(text, pieces, turns, heading)
    const placed = [...turns.map(({ pieces: at, turn }) => ({ start: startOf(at), item: turn })), ...parts]
    const alone = { is: 'passage' as const, words: withoutHeading(whole, heading) }
    add(section, startOf(pieces), {
      number,
      heading,
      parts: turns.length === 0 ? [alone] : inOrder<Turn | Passage>(placed),
      pieces,
    })
  }
  for (const { pieces, turn } of turnsIn(null))
    add(turn.remarks[0].section, startOf(pieces), { number: null, heading: null, parts: [turn], pieces })
  for (const { section, text: words, pieces } of outcomesOutside(record))
    add(section, startOf(pieces), { number: null, heading: null, parts: [{ is: 'passage', words }], pieces })
  return blocks
}

type Outcome = MeetingRecord[(typeof outcomeLists)[number]][number]

/** The outcomes whose words are in no paragraph, remark, or other outcome, as in a table of votes. */
function outcomesOutside(record: MeetingRecord): Outcome[] {
  const taken = [...record.paragraphs, ...record.utterances].flatMap(({ pieces }) => pieces)
  const outcomes = outcomeLists.flatMap((list): Outcome[] => record[list])
  const longestFirst = outcomes.toSorted((one, other) => other.text.length - one.text.length)
  return longestFirst.filter(({ pieces }) => {
    const at = startOf(pieces)
    if (taken.some(([from, to]) => from <= at && at < to)) return false
    taken.push(...pieces)
    return true
  })
}

const withoutHeading = (text: string, heading: string | null): string =>
  heading !== null && text.startsWith(heading) ? text.slice(heading.length).replace(/^[\s:.–—-]+/, '') : text

/** The words of a paragraph outside its turns, except its heading and speakers' names. */
function leftOver(
  text: string,
  pieces: Pieces,
  turns: readonly { pieces: Pieces; turn: Turn }[],
  heading: string | null,
): Placed<Passage>[] {
  const taken = turns.flatMap((turn) => turn.pieces).sort((one, other) => one[0] - other[0])
  const labels = turns.flatMap(({ turn }) => turn.remarks.flatMap(({ speakerAsPrinted }) => speakerAsPrinted ?? []))
  const left: Placed<Passage>[] = []
  for (const [from, to] of pieces) {
    let at = from
    for (const [start, end] of [...taken, [to, to] as const]) {
      if (end < at || start > to) continue
      const words = text.slice(at, Math.max(at, start)).replace(/\s+/g, ' ').trim()
      if (isSaid(words, heading, labels)) left.push({ start: at, item: { is: 'passage', words } })
      at = Math.max(at, end)
    }
  }
  return left
}

/** How many characters besides a name or heading may be dropped together with it. */
const MAX_LABEL_EXTRA = 80

function isSaid(words: string, heading: string | null, labels: readonly string[]): boolean {
  if (!/\p{L}/u.test(words)) return false
  const holds = (printed: string) => words.includes(printed) && words.length <= printed.length + MAX_LABEL_EXTRA
  return !(heading !== null && words.includes(heading)) && !labels.some(holds)
}
