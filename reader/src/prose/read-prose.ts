import type { Block } from '../outline/outline.js'
import { type Draft, passageOf, type Stretch } from '../proposal/draft.js'
import { actsOf, answersOf, asksOf, type Said } from './answers.js'
import { knownOf, noteAbbreviations } from './known.js'
import { noteListedOffices, noteOfficesIn } from './office-holders.js'
import { noteParties } from './parties.js'
import { noteFullNames, voiceContext } from './people.js'
import { type LastSpeaker, openedBy, type ParagraphTurns, type Turn, turnsIn, type UnnamedPassage } from './turns.js'

/** What is read as one paragraph: a block, or a cell of a row. */
type Told = Pick<Block, 'id' | 'kind' | 'flow' | 'sentences' | 'section'>

/** The cells of a row with the sentences that stand in each; other blocks as they are. */
const toldIn = (block: Block): Told[] => {
  if (block.kind !== 'row' || block.cells.length < 2) return [block]
  return block.cells.flatMap(({ range: [start, end] }): Told[] => {
    const sentences = block.sentences.flatMap(({ id, range: [a, b] }) =>
      b > start && a < end ? [{ id, range: [Math.max(a, start), Math.min(b, end)] as const }] : [],
    )
    return sentences.length > 0 ? [{ ...block, sentences }] : []
  })
}

/** A record that is a dialogue lets long speeches go on over paragraphs that name nobody. */
const isDialogue = (draft: Draft, blocks: readonly Block[], opened: number): boolean => {
  const headings = draft.outline.blocks.filter(({ kind, id }) => kind === 'heading' && !draft.taken.has(id)).length
  return headings * 12 <= blocks.length && blocks.length >= 6 && opened >= 0.3
}

/** From so many paragraphs it is told how they begin. */
const mostSampled = 80
/** Bodies speak in a meeting in which they open paragraphs at least so often for each person who does. */
const leastOpened = 1 / 6

/** Notes what the whole text tells of bodies and offices, before anybody is looked for. */
const noteAll = ({ outline, roster }: Draft): void => {
  for (const { flow, sentences } of outline.blocks) {
    noteFullNames(
      flow,
      roster,
      sentences.map(({ range: [start] }) => start),
    )
    noteAbbreviations(roster, flow.text)
    noteParties(roster, flow.text)
  }
  noteListedOffices(roster)
  for (const { flow } of outline.blocks) noteOfficesIn(voiceContext(flow, roster), true)
}

/** Where reading stands. */
interface Course {
  readonly draft: Draft
  readonly themed: Set<number>
  /** What was said under the heading by people with a name, with nobody else between. */
  said: Said[]
  last: (LastSpeaker & { readonly block: number }) | null
  section: number | null
  /** The block whose last words "…:" lead in a list, while its entries follow. */
  listed: number | null
}

const stretchesOf = (block: Told, { ranges }: Turn): Stretch[] =>
  ranges.map((range) => ({ block: block as Block, range }))

const sameAs = ({ remarks }: Draft, turn: Turn): boolean => {
  const before = remarks.at(-1)
  return (
    before !== undefined &&
    before.by.join() === turn.by.join() &&
    (before.role ?? null) === turn.role &&
    before.ends === undefined
  )
}

/** A turn that a pronoun or silence carries into the next paragraph goes on with the remark. */
const goOn = ({ remarks }: Draft, block: Told, turn: Turn): void => {
  const before = remarks.at(-1)
  if (!before) return
  const { ids, starts, ends } = passageOf(stretchesOf(block, turn))
  if (starts !== undefined) {
    const edges = { starts, ...(ends === undefined ? {} : { ends }) }
    const { answers: _, ...rest } = before
    remarks.push({ ...rest, remark: before.remark + 1, ids, ...edges, ...actsOf(turn) })
    return
  }
  before.ids = `${before.ids},${ids}`
  if (ends !== undefined) before.ends = ends
  if (turn.verbs.length > 0) before.acts = [...(before.acts ?? []), ...turn.verbs.map(({ text }) => text)]
}

/** Whether whoever spoke last says more in the next paragraph, and answers nobody by it. */
const goesOn = ({ said }: Course, block: Told, turn: Turn): boolean =>
  block.kind === 'paragraph' && answersOf(turn, said, block.id).length === 0

const addTurn = (course: Course, block: Told, turn: Turn): void => {
  const { draft, said } = course
  const remark = draft.remarks.length + 1
  const answers = answersOf(turn, said, block.id)
  draft.remarks.push({
    remark,
    by: [...turn.by],
    ...passageOf(stretchesOf(block, turn)),
    ...(turn.as === null || turn.isPronoun ? {} : { as: turn.as }),
    ...(turn.role === null ? {} : { role: turn.role }),
    ...(turn.for.length > 0 ? { for: [...turn.for] } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...actsOf(turn),
  })
  said.push({ remark, by: turn.by, asks: asksOf(turn), block: block.id })
}

const addNobody = ({ draft }: Course, block: Told, { range, kind, wording }: UnnamedPassage): void => {
  const { ids, ...edges } = passageOf([{ block: block as Block, range }])
  draft.nobody.push({ nobody: ids, ...edges, kind, wording })
}

/** Turns and passages of nobody in the order of the text. */
const inOrder = ({ turns, nobody }: ParagraphTurns): (Turn | UnnamedPassage)[] =>
  [...turns, ...nobody].sort((a, b) => startOf(a) - startOf(b))

const startOf = (one: Turn | UnnamedPassage): number => ('ranges' in one ? (one.ranges[0]?.[0] ?? 0) : one.range[0])

const addTheme = ({ draft, themed }: Course, { section }: Told): void => {
  const heading = section === null || themed.has(section) ? undefined : draft.outline.blocks[section - 1]
  if (!heading || draft.taken.has(heading.id)) return
  themed.add(heading.id)
  draft.themes.push({ theme: `t${heading.id}`, title: heading.flow.text, at: `${heading.id}` })
}

const readParagraph = (course: Course, block: Told, carriesOn: boolean): void => {
  const { draft, last } = course
  const isNext = last !== null && (last.block === block.id - 1 || (course.listed !== null && block.kind === 'item'))
  const isListed = course.listed !== null && block.kind === 'item' && isNext
  const told = turnsIn(block, draft.roster, { last: isNext ? last : null, carries: (carriesOn && isNext) || isListed })
  for (const one of inOrder(told)) {
    if ('range' in one) {
      addNobody(course, block, one)
      // Whoever answers next answers somebody without a name.
      if (one.kind === 'ANONYMOUS') course.said = []
    } else if (one === told.turns[0] && isNext && sameAs(draft, one) && (one.isPronoun || goesOn(course, block, one)))
      goOn(draft, block, one)
    else addTurn(course, block, one)
  }
  const latest = told.turns.at(-1)
  const isOver = !latest || (told.nobody.at(-1)?.range[1] ?? 0) > (latest.ranges.at(-1)?.[1] ?? 0)
  course.last = isOver ? null : { by: latest.by, role: latest.role, block: block.id }
  if (/:\s*$/.test(block.flow.text) && course.last) course.listed = block.id
  else if (block.kind !== 'item') course.listed = null
  if (told.turns.length > 0) addTheme(course, block)
}

/** Reads minutes and records in prose: who is said to have said what, paragraph by paragraph. */
export const readProse = (draft: Draft): void => {
  const { outline, roster, taken } = draft
  const isRead = ({ id, kind }: Block): boolean => !taken.has(id) && kind !== 'heading' && kind !== 'code'
  const blocks = outline.blocks.filter(isRead)
  noteAll(draft)
  const sampled = blocks.filter((_, i) => i % Math.ceil(blocks.length / mostSampled) === 0)
  const openers = sampled.flatMap((block) => openedBy(block, roster) ?? [])
  const parties = openers.filter((kind) => kind === 'party').length
  knownOf(roster).partiesSpeak = parties >= (openers.length - parties) * leastOpened
  const carriesOn = isDialogue(draft, blocks, openers.length / Math.max(1, sampled.length))
  const course: Course = { draft, themed: new Set(), said: [], last: null, section: null, listed: null }
  for (const block of outline.blocks) {
    // Who takes the chair is told in lists and headings too.
    noteOfficesIn(voiceContext(block.flow, roster))
    if (!isRead(block)) continue
    if (block.section !== course.section)
      Object.assign(course, { section: block.section, said: [], last: null, listed: null })
    for (const told of toldIn(block)) readParagraph(course, told, carriesOn)
  }
}
