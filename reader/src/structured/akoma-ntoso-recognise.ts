import type { Recognition } from '../formats/format.js'
import { descendants, type Element, rootElement } from '../layout.js'
import type { SourceText } from '../source.js'
import { vocabulary } from './akoma-ntoso-vocabulary.js'

/** The element that holds the record: one of the document types for debates, or whatever holds the debate's body. */
export const debateOf = (root: Element | null): Element | null => {
  if (root === null) return null
  if (root.name === 'debate') return root
  if (root.name !== 'akomaNtoso') return null
  // Akoma Ntoso 1.0 puts the debate into a record, beside its metadata and preface.
  return (
    root.children.find(({ name, children }) => name === 'debateRecord' && children.length > 0) ??
    root.children.find(({ name }) => ['debate', 'debateReport', 'doc', 'officialGazette'].includes(name)) ??
    descendants(root, 'debate')[0] ??
    null
  )
}

/** How sure it is that a document is a debate in Akoma Ntoso: by its root, and by the turns in it. */
export const recogniseAkomaNtoso = ({ layout }: SourceText): Recognition => {
  const root = rootElement(layout)
  if (root === null) return { confidence: 0, reasons: ['it is no XML'] }
  const debate = debateOf(root)
  if (debate === null) return { confidence: 0, reasons: [`its root is <${root.name}>, and it holds no <debate>`] }
  const turns = descendants(debate, ...vocabulary.turns).length
  const reasons = [
    `it is a <${debate.name}> in Akoma Ntoso`,
    turns === 1 ? '1 turn is marked' : `${turns} turns are marked`,
  ]
  if (turns > 0) return { confidence: 0.98, reasons }
  return { confidence: debate.name === 'debate' || debate.name === 'debateRecord' ? 0.8 : 0.3, reasons }
}
