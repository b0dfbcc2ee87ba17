import type { Reading, ReadingOptions } from '../formats/format.js'
import { descendants, type Element, rootElement } from '../layout.js'
import type { SourceText } from '../source.js'
import { type Body, readBody } from './body.js'
import { wordsOf } from './elements.js'
import { bareReference } from './identifier.js'
import { readLabel } from './label.js'
import { registerOf } from './lists-in-tei.js'
import { organizationsOf } from './organizations.js'
import { meetingOf } from './parlamint-meeting.js'
import { sittingsOf } from './parlamint-recognise.js'
import { vocabulary } from './parlamint-vocabulary.js'
import { peopleOf } from './people.js'
import { recordOf } from './record.js'
import { withRegister } from './register.js'
import type { Claim } from './speaker.js'

const bodyOf = (text: string, sitting: Element): Body => {
  const children = sitting.children.filter(({ name }) => name !== 'teiHeader' && name !== 'standOff')
  return readBody(text, { ...sitting, start: children[0]?.start ?? sitting.end, children }, vocabulary)
}

/** ParlaMint's category of speakers for whoever presides. */
const chair = /(?:^|[\s#:.])chair(?=\s|$)/i

/** Who speaks by the markup: those whom `who` leads to, and whether they preside. */
const claimsOf = (text: string, turn: Element, label: Element | null, pieces: Claim['pieces']): Claim[] => {
  const role = chair.test(turn.attributes.ana ?? '') ? 'Chair' : null
  const references = (turn.attributes.who ?? '').split(/\s+/).map(bareReference)
  const known = [...new Set(references.filter((reference) => reference !== ''))]
  // One label for several people is nobody's own.
  const printed = label === null || known.length > 1 ? null : readLabel(wordsOf(text, label))
  const claim = { label: printed, role, pieces }
  return known.length === 0 ? [{ ...claim, reference: null }] : known.map((reference) => ({ ...claim, reference }))
}

/** Reads a sitting in TEI. */
export const parseParlamint = (source: SourceText, options: ReadingOptions): Reading => {
  const { text, layout } = source
  const root = rootElement(layout) ?? { name: '', attributes: {}, start: 0, end: 0, parent: null, children: [] }
  const sitting = sittingsOf(root)[0] ?? root
  const body = bodyOf(text, sitting)
  const meeting = meetingOf(source, root, sitting, body, options)
  const { language } = meeting.facts
  const register = withRegister(registerOf(text, root, language), options.register?.(language))
  return recordOf({
    text,
    meeting,
    body,
    speakers: {
      register,
      people: peopleOf(register),
      organizations: organizationsOf(register),
      findings: [],
      told: new Set(),
    },
    claimsOf: (turn, label, pieces) => claimsOf(text, turn, label, pieces),
    named: [],
    called: [],
    furniture: new Map([['metadata', descendants(root, 'teiHeader', 'standOff')]]),
  })
}
