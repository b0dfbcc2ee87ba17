import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type Block, outlineOf, type SectionNode, type Turn } from './outline.js'
import { type NameLookup, nameLookup } from './people-of.js'
import { document, element, type Xml } from './xml.js'

/**
 * A meeting in TEI P5 as ParlaMint encodes sittings: a `u` for each turn, with its speakers in `who`. The lists of people and bodies,
 * which ParlaMint keeps in separate files, are in the header.
 */
export function teiOf(envelope: MeetingEnvelope): string {
  const { record, archive } = envelope
  const slug = archive?.meeting.slug ?? 'meeting'
  const names = nameLookup(envelope)
  let turns = 0
  const next = () => `m-${slug}.u${++turns}`
  const body = divisions(outlineOf(envelope), names, next)
  const root = element(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': record.meeting.language ?? 'und', 'xml:id': `m-${slug}` },
    header(envelope, names),
    element(
      'text',
      {},
      element(
        'body',
        {},
        element(
          'div',
          { type: 'debateSection' },
          time(record.meeting.startTime),
          ...body,
          time(record.meeting.endTime),
        ),
      ),
    ),
  )
  return document(root)
}

const time = (at: string | null): Xml | false => at !== null && element('note', { type: 'time' }, at)

function header({ record, source }: MeetingEnvelope, names: NameLookup): Xml {
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
      (record.people.length > 0 || record.organizations.length > 0) &&
        element(
          'particDesc',
          {},
          record.people.length > 0 &&
            element('listPerson', {}, ...record.people.map(({ key }) => person(record, key, names))),
          record.organizations.length > 0 &&
            element(
              'listOrg',
              {},
              ...record.organizations.map(({ key }) =>
                element('org', { 'xml:id': key }, element('orgName', { full: 'yes' }, names.organization(key).name)),
              ),
            ),
        ),
    ),
  )
}

function person({ affiliations }: MeetingEnvelope['record'], key: string, names: NameLookup): Xml {
  const stated = affiliations.filter((row) => row.person === key && row.organization !== null)
  return element(
    'person',
    { 'xml:id': key, n: names.person(key).slug },
    element('persName', {}, names.person(key).name),
    ...stated.map(({ organization, title, status, from, to }) =>
      element(
        'affiliation',
        { ref: `#${organization}`, role: status === 'CURRENT' ? 'member' : status.toLowerCase(), from, to },
        title !== null && element('roleName', {}, title),
      ),
    ),
  )
}

const divisions = (nodes: readonly (Block | SectionNode)[], names: NameLookup, next: () => string): Xml[] =>
  nodes.flatMap((node) => division(node, names, next))

function division(node: Block | SectionNode, names: NameLookup, next: () => string): Xml[] {
  if (node.is === 'section')
    return [
      element(
        'div',
        { type: 'debateSection' },
        element('head', {}, node.heading),
        node.introduction !== null && element('note', { type: 'narrative' }, node.introduction),
        ...divisions(node.children, names, next),
      ),
    ]
  const parts = node.parts.map((part) =>
    part.is === 'passage' ? element('note', { type: 'narrative' }, part.words) : turn(part, names, next),
  )
  if (node.heading === null) return parts
  return [element('div', { type: 'debateSection', n: node.number }, element('head', {}, node.heading), ...parts)]
}

/** One turn. A role or body that speaks, rather than a person, is named in a note before the `u`. */
function turn({ words, remarks }: Turn, names: NameLookup, next: () => string): Xml {
  const who = remarks.flatMap(
    ({ speaker, party, speakerRole }) => speaker ?? (speakerRole === null ? (party ?? []) : []),
  )
  const [first] = remarks
  const role = first.speakerRole
  const label = first.speaker === null ? (role ?? (first.party && names.organization(first.party).name)) : null
  const u = element(
    'u',
    {
      'xml:id': next(),
      who: who.length > 0 ? who.map((key) => `#${key}`).join(' ') : null,
      ana: first.speaker === null ? '#guest' : '#regular',
    },
    element('seg', {}, words),
  )
  return { xml: `${label ? element('note', { type: 'speaker' }, label).xml : ''}${u.xml}` }
}
