import { finding } from '../findings.js'
import { descendants, type Element, rootElement } from '../layout.js'
import type { SourceText } from '../source.js'
import { meetingOf } from './akoma-ntoso-meeting.js'
import { outcomesOf } from './akoma-ntoso-outcomes.js'
import { readBody, vocabularyOf } from './body.js'
import { bareReference, nothing, readableIdentifier, wordsOf } from './elements.js'
import { isOffice, readLabel, roleOf } from './label.js'
import { recordOf } from './record.js'
import { withRegister } from './register.js'
import { referencesIn } from './registers-in-xml.js'
import { type Claim, type Speakers, speakersOf } from './speaker.js'
import type { StructuredOptions, StructuredReading, Verdict } from './structured.js'

/** The elements of debates (Akoma Ntoso 1.0, part 2, groups `speechSection` and `ANblock`). */
const vocabulary = vocabularyOf(
  {
    turn: 'speech question answer',
    heading: 'heading subheading',
    number: 'num',
    direction: 'scene meta',
    block: 'p ul ol blockList blockContainer table toc narrative summary block tblock authorialNote',
  },
  'scene narrative summary recordedTime remark noteRef authorialNote note writtenStatements',
  ({ name }) => name === 'from',
)

/** The element that holds the record: one of the document types for debates, or whatever holds the debate's body. */
const debateOf = (root: Element): Element | null => {
  if (root.name === 'debate') return root
  if (root.name !== 'akomaNtoso') return null
  const documents = ['debate', 'debateReport', 'doc', 'officialGazette']
  // Akoma Ntoso 1.0 puts the debate into a record, beside its metadata and preface.
  return (
    root.children.find(({ name, children }) => name === 'debateRecord' && children.length > 0) ??
    root.children.find(({ name }) => documents.includes(name)) ??
    descendants(root, 'debate')[0] ??
    null
  )
}

/** How sure it is that a document is a debate: by its root, and by the turns in it. */
export const akomaNtosoVerdict = (root: Element): Verdict => {
  const format = 'akoma-ntoso'
  const debate = debateOf(root)
  if (debate === null)
    return { format, confidence: 0, reasons: [`its root is <${root.name}>, and it holds no <debate>`] }
  const turns = descendants(debate, 'speech', 'question', 'answer').length
  const reasons = [
    `it is a <${debate.name}> in Akoma Ntoso`,
    `${turns} ${turns === 1 ? 'turn is' : 'turns are'} marked`,
  ]
  return { format, confidence: turns > 0 ? 0.98 : /^debate(?:Record)?$/.test(debate.name) ? 0.8 : 0.3, reasons }
}

/** An attribute of a turn, or of the group of turns that it stands in. */
const given = (turn: Element, attribute: string): string | undefined => {
  for (let at: Element | null = turn; at !== null; at = at.parent)
    if (at === turn ? at.attributes[attribute] !== undefined : at.name === 'speechGroup')
      return at.attributes[attribute]
  return undefined
}

/** The role that `as` leads to; one that leads to something else is told. */
const roleAs = (speakers: Speakers, turn: Element, pieces: Claim['pieces']): string | null => {
  const id = bareReference(given(turn, 'as') ?? '')
  if (id === '') return null
  const entry = speakers.register.get(id)
  if (entry?.kind === 'role') return roleOf(entry.name)
  const what = entry === undefined ? 'nothing in the file' : `“${entry.name}”, which is no role`
  speakers.tell(`as ${id}`, () =>
    finding('BROKEN_REFERENCE', `The role “${id}” of a speaker leads to ${what}.`, pieces),
  )
  const readable = readableIdentifier(id)
  return entry === undefined && isOffice(readable) ? roleOf(readable) : null
}

const referenceIn = ({ attributes }: Element): string => bareReference(attributes.refersTo ?? attributes.ref ?? '')

/**
 * Who speaks in a turn by what stands before it: the words of `<from>`, or of the one `<person>` that it marks, with the `<role>`
 * beside it: "El señor <person refersTo="#roe">ROE</person> (<role>Presidente</role>).-".
 */
const printedClaim = (
  text: string,
  turn: Element,
  from: Element | null,
): Pick<Claim, 'reference' | 'label' | 'isMarked'> => {
  const reference = bareReference(given(turn, 'by') ?? '')
  const label = from && readLabel(wordsOf(text, from))
  const [person, another] = from ? descendants(from, 'person') : []
  const marked = person && another === undefined ? readLabel(wordsOf(text, person)) : null
  if (!from || !label || !person || !marked) return { reference: reference || null, label }
  const [role] = descendants(from, 'role').map((element) => wordsOf(text, element))
  const named = referenceIn(person)
  return {
    reference: reference || named || null,
    label: { ...marked, printed: label.printed, role: role ? roleOf(role) : (marked.role ?? label.role) },
    isMarked: named !== '' && (reference === '' || named === reference),
  }
}

/** Reads a debate in Akoma Ntoso (OASIS LegalDocML), of any of its namespaces. */
export const readAkomaNtoso = (source: SourceText, options: StructuredOptions): StructuredReading => {
  const { text, layout } = source
  const root = rootElement(layout) ?? nothing
  const debate = debateOf(root) ?? root
  const isFront = ({ name }: Element): boolean => name === 'coverPage' || name === 'preface'
  const body = readBody(text, debate, vocabulary, (child) => child.name === 'meta' || isFront(child))
  const speakers = speakersOf(withRegister(referencesIn(root), options.register?.(options.language)))
  const people = (within: Element) => descendants(within, 'person')
  return recordOf({
    text,
    meeting: meetingOf(source, debate, body, options),
    body,
    speakers,
    claimsOf: (turn, label, pieces) => [
      { ...printedClaim(text, turn, label), role: roleAs(speakers, turn, pieces), pieces },
    ],
    named: people(debate),
    called: descendants(debate, 'rollCall').flatMap((call) => people(call).map((person) => ({ call, person }))),
    furniture: new Map([
      ['metadata', debate.children.filter(({ name }) => name === 'meta')],
      ['front matter', debate.children.filter(isFront)],
    ]),
    outcomesOf: (placeOf) => outcomesOf({ text, root, debate, speakers, placeOf }),
  })
}
