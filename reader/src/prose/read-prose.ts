import type { Block } from '../outline/outline.js'
import { type Draft, passageOf, type Stretch } from '../proposal/draft.js'
import { actsOf, answersOf, asksOf, type Said } from './answers.js'
import { noteAbbreviations } from './known.js'
import { noteListedOffices, noteOfficesIn } from './office-holders.js'
import { noteParties } from './parties.js'
import { voiceContext } from './people.js'
import { type LastSpeaker, type Turn, turnsIn } from './turns.js'

/** A record that is a dialogue lets long speeches go on over paragraphs that name nobody. */
const isDialogue = (draft: Draft, blocks: readonly Block[]): boolean => {
  const headings = draft.outline.blocks.filter(({ kind, id }) => kind === 'heading' && !draft.taken.has(id)).length
  if (headings * 12 > blocks.length || blocks.length < 6) return false
  const opening = blocks.filter(
    (block) => turnsIn(block, draft.roster).turns[0]?.isPronoun === false && turnsIn(block, draft.roster).opens,
  ).length
  return opening * 10 >= blocks.length * 3
}

const stretchesOf = (block: Block, { ranges }: Turn): Stretch[] => ranges.map((range) => ({ block, range }))

/** Reads minutes and records in prose: who is said to have said what, paragraph by paragraph. */
export const readProse = (draft: Draft): void => {
  const blocks = draft.outline.blocks.filter(
    ({ id, kind }) => !draft.taken.has(id) && kind !== 'heading' && kind !== 'code',
  )
  for (const { flow } of draft.outline.blocks) {
    noteAbbreviations(draft.roster, flow.text)
    noteParties(draft.roster, flow.text)
  }
  noteListedOffices(draft.roster)
  for (const { flow } of draft.outline.blocks) noteOfficesIn(voiceContext(flow.text, draft.roster), true)
  const carriesOn = isDialogue(draft, blocks)
  const themed = new Set<number>()
  let said: Said[] = []
  let last: (LastSpeaker & { readonly block: number }) | null = null
  let section: number | null = null
  for (const block of blocks) {
    if (block.section !== section) {
      section = block.section
      said = []
      last = null
    }
    const isNext = last !== null && last.block === block.id - 1
    const isListed = isNext && block.kind === 'item' && /:$/.test(draft.outline.blocks[block.id - 2]?.flow.text ?? '')
    noteOfficesIn(voiceContext(block.flow.text, draft.roster))
    const { turns, nobody } = turnsIn(block, draft.roster, {
      last: isNext ? last : null,
      carries: (carriesOn && isNext) || isListed,
    })
    for (const turn of turns) {
      const remark = draft.remarks.length + 1
      const answers = answersOf(turn, said)
      const goesOn = turn.isPronoun && turn === turns[0] && isNext && sameAs(draft, turn)
      if (goesOn) {
        extendLast(draft, stretchesOf(block, turn), turn)
      } else {
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
        said.push({ remark, by: turn.by, asks: asksOf(turn) })
      }
      last = { by: turn.by, role: turn.role, block: block.id }
    }
    for (const { range, kind, wording } of nobody) {
      const { ids, ...edges } = passageOf([{ block, range }])
      draft.nobody.push({ nobody: ids, ...edges, kind, wording })
    }
    const ending = turns.at(-1)?.ranges.at(-1)?.[1] ?? 0
    const latest = nobody.at(-1)?.range[1] ?? 0
    if (turns.length === 0 || latest > ending) last = null
    if (turns.length > 0 && block.section !== null && !themed.has(block.section)) {
      themed.add(block.section)
      const heading = draft.outline.blocks[block.section - 1]
      if (heading && !draft.taken.has(heading.id))
        draft.themes.push({ theme: `t${heading.id}`, title: heading.flow.text, at: `${heading.id}` })
    }
  }
}

const sameAs = (draft: Draft, turn: Turn): boolean => {
  const before = draft.remarks.at(-1)
  return before !== undefined && before.by.join() === turn.by.join() && before.ends === undefined
}

/** A turn that a pronoun or silence carries into the next paragraph goes on with the remark. */
const extendLast = (draft: Draft, stretches: readonly Stretch[], turn: Turn): void => {
  const before = draft.remarks.at(-1)
  const { ids, starts, ends } = passageOf(stretches)
  if (!before) return
  if (starts !== undefined) {
    draft.remarks.push({
      ...before,
      remark: before.remark + 1,
      ids,
      starts,
      ...(ends === undefined ? {} : { ends }),
      ...actsOf(turn),
    })
    return
  }
  before.ids = `${before.ids},${ids}`
  if (ends !== undefined) before.ends = ends
  if (turn.verbs.length > 0) before.acts = [...(before.acts ?? []), ...turn.verbs.map(({ text }) => text)]
}
