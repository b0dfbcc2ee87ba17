import type { Pieces } from '@rapporteur/reader/record'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type OutcomeWriter, outcomeWriter } from './akoma-ntoso-outcomes.js'
import { type Block, outlineOf, type SectionNode, type Turn } from './outline.js'
import { type NameLookup, nameLookup, printedName } from './people-of.js'
import { document, element, type Xml, xmlIds } from './xml.js'

type Remark = Turn['remarks'][number]

/** Akoma Ntoso requires a speaker for each speech; this one stands for nobody. */
const nobody = 'unknown'

/** The day of a meeting whose day is not known; the schema requires one. */
const noDay = '0001-01-01'

interface WriterState {
  readonly names: NameLookup
  readonly person: (key: string) => string
  readonly organization: (key: string) => string
  /** Identifiers of roles, by role name. */
  readonly roles: Map<string, string>
  readonly numbers: Map<string, number>
  readonly outcomes: OutcomeWriter
}

/** The next identifier with a prefix (`dbsect_1`, `dbsect_2`), as in the Akoma Ntoso Naming Convention 1.0, section 5. */
function eId({ numbers }: WriterState, prefix: string): string {
  const number = (numbers.get(prefix) ?? 0) + 1
  numbers.set(prefix, number)
  return `${prefix}_${number}`
}

/**
 * A meeting as an Akoma Ntoso 3.0 debate (OASIS LegalDocML 1.0). A remark made jointly becomes one speech for each speaker,
 * responses become `answer`, and attendances a roll call.
 */
export function akomaNtosoOf(envelope: MeetingEnvelope): string {
  const { record, archive } = envelope
  const { meeting } = record
  const ids = { person: xmlIds('person'), organization: xmlIds('organization'), roles: rolesOf(envelope) }
  const outcomes = outcomeWriter({ record, idOf: (who) => partyId(who, ids) })
  const writing: WriterState = { names: nameLookup(envelope), ...ids, numbers: new Map(), outcomes }
  const slug = archive?.meeting.slug ?? 'meeting'
  const body = debateBody(envelope, writing)
  const root = element(
    'akomaNtoso',
    { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' },
    element(
      'debate',
      { name: 'minutes' },
      metaOf(envelope, slug, writing),
      element(
        'preface',
        {},
        element('p', {}, element('docTitle', {}, meeting.title)),
        meeting.date !== null &&
          element('p', {}, element('docDate', { date: meeting.date }, meeting.dateText || meeting.date)),
        meeting.venue !== null && element('p', {}, element('location', { refersTo: '#venue' }, meeting.venue)),
      ),
      body,
    ),
  )
  return document(root)
}

/** The identifier of a person, a body or a role; of nobody where none of them is known. */
function partyId(
  { person, organization, asPrinted }: { person: string | null; organization: string | null; asPrinted: string },
  ids: Pick<WriterState, 'person' | 'organization' | 'roles'>,
): string {
  if (person !== null) return ids.person(person)
  return organization !== null ? ids.organization(organization) : (ids.roles.get(asPrinted) ?? nobody)
}

/** `debateBody` has at least one section. */
function debateBody(envelope: MeetingEnvelope, writing: WriterState): Xml {
  const { startTime, endTime, date } = envelope.record.meeting
  const sections = [
    time(startTime, 'startEvent', date, writing),
    rollCall(envelope, writing),
    ...inSections(outlineOf(envelope), writing),
    ...writing.outcomes.rest(),
    time(endTime, 'endEvent', date, writing),
  ].filter((section) => section !== false)
  return element('debateBody', {}, ...(sections.length > 0 ? sections : [looseSection([], writing)]))
}

const looseSection = (content: readonly Xml[], writing: WriterState): Xml =>
  element('debateSection', { eId: eId(writing, 'dbsect'), name: 'body' }, ...content)

const time = (at: string | null, type: string, date: string | null, writing: WriterState): Xml | false =>
  at !== null &&
  element(
    'debateSection',
    { eId: eId(writing, 'dbsect'), name: type === 'startEvent' ? 'opening' : 'closing' },
    element('p', {}, element('recordedTime', { type, time: date === null ? `${at}:00` : `${date}T${at}:00` }, at)),
  )

/** `debateBody` accepts only sections, so anything outside a section goes into one without a heading. */
function inSections(nodes: readonly (Block | SectionNode)[], writing: WriterState): Xml[] {
  const sections: Xml[] = []
  let loose: Xml[] = []
  const close = () => {
    if (loose.length > 0) sections.push(looseSection(loose, writing))
    loose = []
  }
  for (const node of nodes) {
    const written = nodeOf(node, writing)
    if (written.xml.startsWith('<debateSection')) {
      close()
      sections.push(written)
    } else loose.push(written)
  }
  close()
  return sections
}

function rolesOf({ record }: MeetingEnvelope): Map<string, string> {
  const parties = [
    ...record.motions.flatMap(({ movers, seconders }) => [...movers, ...seconders]),
    ...record.actions.flatMap(({ assignees }) => assignees),
  ].filter(({ person, organization }) => person === null && organization === null)
  const names = new Set([
    ...record.remarks.flatMap(({ speakerRole }) => speakerRole ?? []),
    ...parties.map(({ asPrinted }) => asPrinted),
  ])
  return new Map([...names].map((name, i) => [name, `role_${i + 1}`]))
}

function metaOf(envelope: MeetingEnvelope, slug: string, writing: WriterState): Xml {
  const { record, archive } = envelope
  const day = record.meeting.date ?? noDay
  const uri = `/akn/xx/debate/${day}/${slug}`
  const level = (name: string, value: string, ...more: Xml[]) =>
    element(
      name,
      {},
      element('FRBRthis', { value: `${value}/!main` }),
      element('FRBRuri', { value }),
      element('FRBRdate', {
        date: name === 'FRBRWork' ? day : (archive?.ingestedAt ?? day).slice(0, 10),
        name: 'date',
      }),
      element('FRBRauthor', { href: '#rapporteur', as: '#editor' }),
      ...more,
    )
  const code = record.meeting.language ?? 'und'
  return element(
    'meta',
    {},
    element(
      'identification',
      { source: '#rapporteur' },
      level('FRBRWork', uri, element('FRBRcountry', { value: 'xx' })),
      level('FRBRExpression', `${uri}/${code}@`, element('FRBRlanguage', { language: code })),
      level('FRBRManifestation', `${uri}/${code}@.akn`, element('FRBRformat', { value: 'application/akn+xml' })),
    ),
    writing.outcomes.analysis(),
    references(envelope, writing),
  )
}

function references({ record }: MeetingEnvelope, { names, person, organization, roles, outcomes }: WriterState): Xml {
  const reference = (kind: string, eId: string, slug: string, showAs: string) =>
    element(`TLC${kind}`, { eId, href: `/ontology/${kind.toLowerCase()}/${slug}`, showAs })
  return element(
    'references',
    { source: '#rapporteur' },
    reference('Organization', 'rapporteur', 'rapporteur', 'Rapporteur'),
    reference('Role', 'editor', 'editor', 'Editor'),
    reference('Concept', nobody, nobody, 'Unknown'),
    record.meeting.venue !== null && reference('Location', 'venue', 'venue', record.meeting.venue),
    ...record.people.map(({ key }) => {
      const { name, slug } = names.person(key)
      return reference('Person', person(key), slug, name)
    }),
    ...record.organizations.map(({ key }) => {
      const { name, slug } = names.organization(key)
      return reference('Organization', organization(key), slug, name)
    }),
    ...[...roles].map(([name, id]) => reference('Role', id, id, name)),
    ...outcomes.references(),
  )
}

function rollCall({ record }: MeetingEnvelope, { names, person: idOf }: WriterState): Xml | false {
  if (record.attendances.length === 0) return false
  const lines = record.attendances.map(({ position, person, honorific, nameAsPrinted }) => {
    const stated = record.affiliations
      .filter(({ attendance }) => attendance === position)
      .flatMap(({ title, organization }) => [title, organization && names.organization(organization).name])
    const more = stated.filter(Boolean).join(', ')
    const name = element('person', { refersTo: `#${idOf(person)}` }, printedName({ honorific, nameAsPrinted }))
    return element('p', {}, name, more === '' ? '' : `, ${more}`)
  })
  return element('rollCall', { eId: 'rollcall_1' }, element('heading', {}, 'Present'), ...lines)
}

function nodeOf(node: Block | SectionNode, writing: WriterState): Xml {
  if (node.is === 'section')
    return element(
      'debateSection',
      { eId: eId(writing, 'dbsect'), name: 'section' },
      element('heading', {}, node.heading),
      node.introduction !== null && passage(node.introduction, [], writing),
      ...node.children.map((child) => nodeOf(child, writing)),
      node.introduction === null && node.children.length === 0 && element('p', {}, ''),
    )
  const parts = node.parts.map((part) =>
    part.is === 'passage' ? passage(part.words, node.pieces, writing) : speeches(part, node.pieces, writing),
  )
  if (node.heading === null && node.number === null) return { xml: parts.map(({ xml }) => xml).join('') }
  return element(
    'debateSection',
    { eId: eId(writing, 'dbsect'), name: 'item' },
    node.number !== null && element('num', {}, node.number),
    node.heading !== null && element('heading', {}, node.heading),
    ...parts,
  )
}

const passage = (words: string, pieces: Pieces, writing: WriterState): Xml =>
  element('narrative', { eId: eId(writing, 'narr') }, writing.outcomes.marked(words, pieces))

/** `pieces` are those of the paragraph; an outcome is marked in the first speech of a joint remark only. */
function speeches({ words, remarks }: Turn, pieces: Pieces, writing: WriterState): Xml {
  const all = remarks.map((remark) => {
    const { by, from } = speakerOf(remark, writing)
    const answer = remark.kind === 'RESPONSE'
    return element(
      answer ? 'answer' : 'speech',
      {
        eId: eId(writing, answer ? 'answer' : 'speech'),
        by: `#${by}`,
        as: remark.speaker !== null && remark.speakerRole !== null ? `#${writing.roles.get(remark.speakerRole)}` : null,
      },
      from !== null && element('from', {}, from),
      element('p', {}, writing.outcomes.marked(words, pieces)),
    )
  })
  return { xml: all.map(({ xml }) => xml).join('') }
}

function speakerOf(
  { speaker, party, speakerRole }: Remark,
  { names, person, organization, roles }: WriterState,
): { by: string; from: string | null } {
  if (speaker !== null) return { by: person(speaker), from: names.person(speaker).name }
  if (speakerRole !== null)
    return { by: party === null ? (roles.get(speakerRole) ?? nobody) : organization(party), from: speakerRole }
  if (party !== null) return { by: organization(party), from: names.organization(party).name }
  return { by: nobody, from: null }
}
