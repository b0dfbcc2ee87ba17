import type { Finding } from '../findings.js'
import { finding } from '../findings.js'
import type { Reading, ReadingOptions } from '../formats/format.js'
import { descendants, type Element, rootElement } from '../layout.js'
import type { SourceText } from '../source.js'
import { meetingOf } from './akoma-ntoso-meeting.js'
import { debateOf } from './akoma-ntoso-recognise.js'
import { vocabulary } from './akoma-ntoso-vocabulary.js'
import { type Body, readBody } from './body.js'
import { wordsOf } from './elements.js'
import { bareReference, readableIdentifier } from './identifier.js'
import { readLabel } from './label.js'
import { isOffice, roleOf } from './office.js'
import { organizationsOf } from './organizations.js'
import { peopleOf } from './people.js'
import { recordOf } from './record.js'
import { registerOf } from './references-in-akn.js'
import { withRegister } from './register.js'
import type { Claim, Speakers } from './speaker.js'

const before = new Set(['meta', 'coverPage', 'preface'])

/** An attribute of a turn, or of the group of turns that it stands in. */
const given = (turn: Element, attribute: string): string | undefined => {
  if (turn.attributes[attribute] !== undefined) return turn.attributes[attribute]
  for (let around = turn.parent; around !== null; around = around.parent) {
    if (around.name === 'speechGroup') return around.attributes[attribute]
  }
  return undefined
}

/** The role that `as` leads to; one that leads to something else is told. */
const roleAs = (speakers: Speakers, turn: Element, pieces: Claim['pieces']): string | null => {
  const id = bareReference(given(turn, 'as') ?? '')
  if (id === '') return null
  const entry = speakers.register.get(id)
  if (entry?.kind === 'role') return roleOf(entry.name)
  if (!speakers.told.has(`as ${id}`)) {
    const what = entry === undefined ? 'nothing in the file' : `“${entry.name}”, which is no role`
    speakers.findings.push(finding('BROKEN_REFERENCE', `The role “${id}” of a speaker leads to ${what}.`, pieces))
    speakers.told.add(`as ${id}`)
  }
  const readable = readableIdentifier(id)
  return entry === undefined && isOffice(readable) ? roleOf(readable) : null
}

const bodyOf = (text: string, debate: Element): Body => {
  const children = debate.children.filter(({ name }) => !before.has(name))
  const [first] = children
  return readBody(text, { ...debate, start: first?.start ?? debate.end, children }, vocabulary)
}

const namedIn = (debate: Element): Element[] => descendants(debate, 'person')

const calledIn = (debate: Element): { call: Element; person: Element }[] =>
  descendants(debate, 'rollCall').flatMap((call) => descendants(call, 'person').map((person) => ({ call, person })))

/** Reads a debate in Akoma Ntoso. */
export const parseAkomaNtoso = (source: SourceText, options: ReadingOptions): Reading => {
  const { text, layout } = source
  const root = rootElement(layout)
  const debate = debateOf(root) ?? root ?? emptyElement
  const register = withRegister(registerOf(root ?? debate), options.register?.(options.language))
  const findings: Finding[] = []
  const speakers: Speakers = {
    register,
    people: peopleOf(register),
    organizations: organizationsOf(register),
    findings,
    told: new Set(),
  }
  const body = bodyOf(text, debate)
  return recordOf({
    text,
    meeting: meetingOf(source, debate, body, options),
    body,
    speakers,
    claimsOf: (turn, label, pieces) => [
      {
        reference: bareReference(given(turn, 'by') ?? '') || null,
        label: label === null ? null : readLabel(wordsOf(text, label)),
        role: roleAs(speakers, turn, pieces),
        pieces,
      },
    ],
    named: namedIn(debate),
    called: calledIn(debate),
    furniture: new Map([
      ['metadata', debate.children.filter(({ name }) => name === 'meta')],
      ['front matter', debate.children.filter(({ name }) => name === 'coverPage' || name === 'preface')],
    ]),
  })
}

const emptyElement: Element = { name: '', attributes: {}, start: 0, end: 0, parent: null, children: [] }
