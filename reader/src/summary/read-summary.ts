import type { Draft } from '../proposal/draft.js'
import { addCited, addNamed } from './names.js'
import { speakersOf } from './raiser-speakers.js'
import { addRemarks, raisersOf } from './remarks.js'
import { isSummary, raisedSectionsOf, unitsOf } from './units.js'

/**
 * Reads a record that gives its discussion by subjects: paragraphs, as a rule numbered, under headings that name in parentheses who
 * raised what they say.
 *
 * @returns false for a record of another kind, of which nothing is read
 */
export const readSummary = (draft: Draft): boolean => {
  const sections = raisedSectionsOf(draft)
  const units = unitsOf(draft, sections)
  if (!isSummary(draft, units)) return false
  for (const [id, { title }] of sections) draft.themes.push({ theme: `t${id}`, title, at: `${id}` })
  for (const { head, blocks } of units) {
    const [block] = blocks
    if (!block || head.heading === null) continue
    const title = block.flow.text.slice(...head.heading)
    draft.themes.push({ theme: `t${block.id}`, title, at: block.sentences[0]?.id ?? `${block.id}` })
  }
  // All are known, the fullest names first, before anybody is looked for by a family name.
  for (const unit of units) speakersOf(draft.roster, raisersOf(unit))
  addNamed(draft, units)
  addRemarks(draft, units)
  addCited(draft, units)
  return true
}
