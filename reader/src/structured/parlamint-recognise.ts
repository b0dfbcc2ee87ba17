import type { Recognition } from '../formats/format.js'
import { descendants, type Element, rootElement } from '../layout.js'
import type { SourceText } from '../source.js'

/** `u` without reference or identifier can be underlined text; in TEI it is an utterance. */
const turnsIn = (text: Element): number => descendants(text, 'u', 'sp').length

/** The texts of a TEI document: one, or those of a corpus in one file. */
export const sittingsOf = (root: Element | null): Element[] => {
  if (root?.name === 'TEI' || root?.name === 'TEI.2') return [root]
  return root?.name === 'teiCorpus' ? root.children.filter(({ name }) => name === 'TEI') : []
}

/** How sure it is that a document is a sitting in TEI: by its root, and by the utterances in it. */
export const recogniseParlamint = ({ layout }: SourceText): Recognition => {
  const root = rootElement(layout)
  if (root === null) return { confidence: 0, reasons: ['it is no XML'] }
  const sittings = sittingsOf(root)
  const [sitting] = sittings
  if (!sitting) return { confidence: 0, reasons: [`its root is <${root.name}>, and it holds no <TEI>`] }
  if (sittings.length > 1)
    return { confidence: 0.2, reasons: [`it holds ${sittings.length} records; give each by itself`] }
  const turns = turnsIn(sitting)
  if (turns === 0) return { confidence: 0.2, reasons: ['it is TEI, and no utterance is marked in it'] }
  return {
    confidence: 0.97,
    reasons: ['it is TEI', turns === 1 ? '1 utterance is marked' : `${turns} utterances are marked`],
  }
}
