import { fold } from '../names.js'
import type { Block } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import type { Draft } from '../proposal/draft.js'
import { introductionsOf } from '../proposal/structure.js'
import type { Raiser } from './raisers.js'
import { headingWithRaisers, headOf, type ParagraphHead } from './run-in-heading.js'

/** What stands under one run-in heading: its paragraph, and those without number and heading that go on with it. */
export interface Unit {
  readonly head: ParagraphHead
  readonly blocks: Block[]
  /** Whom the heading of its section names in parentheses, where it has a number of its own. */
  readonly under: readonly Raiser[]
}

/** A heading over paragraphs that names who raised what they say, by its block's id. */
export type RaisedSections = ReadonlyMap<number, { readonly title: string; readonly raisers: readonly Raiser[] }>

export const raisedSectionsOf = ({ outline, taken, roster }: Draft): RaisedSections =>
  new Map(
    outline.blocks.flatMap(({ id, kind, flow }) => {
      const found = kind === 'heading' && !taken.has(id) ? headingWithRaisers(flow.text, roster) : null
      return found ? [[id, found] as const] : []
    }),
  )

export const unitsOf = ({ outline, taken, roster }: Draft, sections: RaisedSections): Unit[] => {
  const introducing = new Set([...introductionsOf(outline, taken).values()].flat().map(({ id }) => id))
  const units: Unit[] = []
  for (const block of outline.blocks) {
    if (taken.has(block.id) || block.kind === 'heading' || block.kind === 'code' || introducing.has(block.id)) continue
    const head = headOf(block, roster)
    const before = units.at(-1)
    const last = before?.blocks.at(-1)
    const isNext = last?.id === block.id - 1 && last.section === block.section
    const goesOn = isNext && block.number === null && head.heading === null && head.raisers.length === 0
    if (before && goesOn) before.blocks.push(block)
    else {
      const under = block.number === null ? undefined : sections.get(block.section ?? 0)
      units.push({ head, blocks: [block], under: under?.raisers ?? [] })
    }
  }
  return units
}

/** Whether a unit's heading names raisers: people, offices, or bodies that are told by more than capital letters. */
const isRaised = ({ roster }: Draft, { head, blocks: [block], under }: Unit): boolean => {
  if (under.length > 0) return true
  if (!block || head.heading === null || head.from >= block.flow.text.length) return false
  // "Ada Roe (Norway): …" is a speaker's label.
  const isLabel = isPersonName(block.flow.text.slice(...head.heading))
  return head.raisers.some(({ kind, printed }) => {
    const isTold = /\p{Ll}/u.test(printed) || roster.bodyByName.has(fold(printed))
    return kind === 'party' ? isTold && !isLabel : true
  })
}

/** Of the paragraphs, at least so many have a heading that names who raised what they say. */
const leastRaised = 1 / 5

/** Whether the paragraphs of a record are headed by subjects, with those who raised them. */
export const isSummary = (draft: Draft, units: readonly Unit[]): boolean =>
  units.filter((unit) => isRaised(draft, unit)).length >=
  Math.max(1, Math.min(2, units.length), leastRaised * units.length)
