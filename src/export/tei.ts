import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type Block, outlineOf, type SectionNode, type Turn } from './outline.js'
import { type NameLookup, nameLookup } from './people-of.js'
import { document, element, type Xml, xmlIds } from './xml.js'

interface WriterState {
  readonly names: NameLookup
  readonly person: (key: string) => string
  readonly organization: (key: string) => string
  /** The identifier of the next turn. */
  readonly turn: () => string
}

/** What a division holds. */
interface Content extends Xml {
  readonly is: 'said' | 'noted' | 'division'
}

/**
 * A meeting in TEI P5 as Parla-CLARIN and ParlaMint encode sittings: a `u` for each turn, with its speakers in `who`. The lists of
 * people and bodies, which ParlaMint keeps in separate files, are in the header.
 */
export function teiOf(envelope: MeetingEnvelope): string {
  const { record, archive } = envelope
  const id = `m-${archive?.meeting.slug ?? 'meeting'}`
  let turns = 0
  const writing: WriterState = {
    names: nameLookup(envelope),
    person: xmlIds('person'),
    organization: xmlIds('organization'),
    turn: () => `${id}.u${++turns}`,
  }
  const contents = [
    ...time(record.meeting.startTime),
    ...divisions(outlineOf(envelope), writing),
    ...time(record.meeting.endTime),
  ]
  const root = element(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': languageTag(record.meeting.language), 'xml:id': id },
    header(envelope, writing),
    element('text', {}, element('body', {}, ...(contents.length > 0 ? grouped(contents) : [lowest({}, false, [])]))),
  )
  return document(root)
}

/** A language as `xml:lang` takes it (`xsd:language`). */
const languageTag = (language: string | null): string =>
  language !== null && /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language) ? language : 'und'

const note = (type: string, words: string): Content => ({ is: 'noted', ...element('note', { type }, words) })

const time = (at: string | null): Content[] => (at === null ? [] : [note('time', at)])

function header({ record, source }: MeetingEnvelope, writing: WriterState): Xml {
  const { title, date, endDate, dateText, venue } = record.meeting
  const dated = endDate === null ? { when: date } : { from: date, to: endDate }
  const day = date !== null && element('date', dated, dateText || date)
  return element(
    'teiHeader',
    {},
    element(
      'fileDesc',
      {},
      element('titleStmt', {}, element('title', { type: 'main' }, title)),
      element('publicationStmt', {}, element('p', {}, 'Exported by Rapporteur.')),
      element(
        'sourceDesc',
        {},
        element('bibl', {}, element('title', {}, title), element('idno', {}, source.fileName), day),
      ),
    ),
    speakerKinds,
    element(
      'profileDesc',
      {},
      element(
        'settingDesc',
        {},
        venue === null && day === false
          ? element('p', {}, 'Neither place nor date is known.')
          : element('setting', {}, venue !== null && element('name', { type: 'place' }, venue), day),
      ),
      participants(record, writing),
    ),
  )
}

/** What `ana` of a turn leads to. */
const speakerKinds = element(
  'encodingDesc',
  {},
  element(
    'classDecl',
    {},
    element(
      'taxonomy',
      { 'xml:id': 'speakers' },
      element('category', { 'xml:id': 'regular' }, element('catDesc', {}, 'A person who is named')),
      element('category', { 'xml:id': 'guest' }, element('catDesc', {}, 'A body or a role, or nobody who is named')),
    ),
  ),
)

function participants(record: MeetingEnvelope['record'], writing: WriterState): Xml | false {
  const { people, organizations } = record
  if (people.length === 0 && organizations.length === 0) return false
  const body = ({ key }: { key: string }) =>
    element(
      'org',
      { 'xml:id': writing.organization(key) },
      element('orgName', { full: 'yes' }, writing.names.organization(key).name),
    )
  return element(
    'particDesc',
    {},
    people.length > 0 && element('listPerson', {}, ...people.map(({ key }) => person(record, key, writing))),
    organizations.length > 0 && element('listOrg', {}, ...organizations.map(body)),
  )
}

function person(
  { affiliations }: MeetingEnvelope['record'],
  key: string,
  { names, person: idOf, organization: idOfBody }: WriterState,
): Xml {
  const stated = affiliations.filter((row) => row.person === key && row.organization !== null)
  return element(
    'person',
    { 'xml:id': idOf(key), n: names.person(key).slug },
    element('persName', {}, names.person(key).name),
    ...stated.map(({ organization, title, status, from, to }) =>
      element(
        'affiliation',
        {
          ref: organization && `#${idOfBody(organization)}`,
          role: status === 'CURRENT' ? 'member' : status.toLowerCase(),
          from,
          to,
        },
        title !== null && element('roleName', {}, title),
      ),
    ),
  )
}

const divisions = (nodes: readonly (Block | SectionNode)[], writing: WriterState): Content[] =>
  nodes.flatMap((node) => contentsOf(node, writing))

function contentsOf(node: Block | SectionNode, writing: WriterState): Content[] {
  if (node.is === 'section') {
    const introduction = node.introduction === null ? [] : [note('narrative', node.introduction)]
    return [division({}, node.heading, [...introduction, ...divisions(node.children, writing)])]
  }
  const parts = node.parts.flatMap((part) =>
    part.is === 'passage' ? [note('narrative', part.words)] : turn(part, writing),
  )
  return node.heading === null ? parts : [division({ n: node.number }, node.heading, parts)]
}

/** A division that holds others has no type, for one in which something is debated may not hold another (Parla-CLARIN). */
function division(attributes: { n?: string | null }, heading: string, contents: readonly Content[]): Content {
  const head = element('head', {}, heading)
  const holdsOthers = contents.some((content) => content.is === 'division')
  const xml = holdsOthers ? element('div', attributes, head, ...grouped(contents)) : lowest(attributes, head, contents)
  return { is: 'division', ...xml }
}

const lowest = (attributes: { n?: string | null }, head: Xml | false, contents: readonly Content[]): Xml => {
  const type = contents.some((content) => content.is === 'said') ? 'debateSection' : 'commentSection'
  return element('div', { type, ...attributes }, head, ...contents)
}

/** Divisions only: nothing may be said beside one that stands before it (TEI P5, 4.1), so what is loose goes into its own. */
function grouped(contents: readonly Content[]): Xml[] {
  const together: Xml[] = []
  let loose: Content[] = []
  const close = () => {
    if (loose.length > 0) together.push(lowest({}, false, loose))
    loose = []
  }
  for (const content of contents) {
    if (content.is === 'division') {
      close()
      together.push(content)
    } else loose.push(content)
  }
  close()
  return together
}

/** One turn. A role or body that speaks, rather than a person, is named in a note before the `u`. */
function turn({ words, remarks }: Turn, { names, person: idOf, organization, turn: next }: WriterState): Content[] {
  const who = remarks.flatMap(({ speaker, party, speakerRole }) => {
    if (speaker !== null) return [`#${idOf(speaker)}`]
    return speakerRole === null && party !== null ? [`#${organization(party)}`] : []
  })
  const [first] = remarks
  const role = first.speakerRole
  const label = first.speaker === null ? (role ?? (first.party && names.organization(first.party).name)) : null
  const u = element(
    'u',
    {
      'xml:id': next(),
      who: who.length > 0 ? who.join(' ') : null,
      ana: first.speaker === null ? '#guest' : '#regular',
    },
    element('seg', {}, words),
  )
  return [...(label ? [note('speaker', label)] : []), { is: 'said', ...u }]
}
