import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type Block, outlineOf, type SectionNode } from './outline.js'
import { type NameLookup, nameLookup, printedName, speakerName } from './people-of.js'

/** Characters with a meaning in Markdown (CommonMark 0.31, 2.4), and those that have one only at the beginning of a line. */
const specialCharacters = /[\\`*_[\]<>|~&]/g
const specialLineStarts = /^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|(?:\d{1,9})(?=[.)](?:\s|$))|=+$|-+$)/gm

/** Escapes text so that it is shown literally, on one line. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(specialCharacters, '\\$&')
    .replace(
      specialLineStarts,
      (_, space: string, sign: string) => `${space}${/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`}`,
    )

/** A meeting as readable Markdown: attendees, a heading for each section, and each turn after its speaker's name. */
export function markdownOf(envelope: MeetingEnvelope): string {
  const { meeting } = envelope.record
  const names = nameLookup(envelope)
  const times = [meeting.startTime, meeting.endTime].filter((time) => time !== null).join('–')
  const facts = [meeting.dateText ?? meeting.date, times, meeting.venue].filter((fact) => fact !== null && fact !== '')
  return [
    `# ${plain(meeting.title)}`,
    ...(facts.length > 0 ? [plain(facts.join(', '))] : []),
    ...presentLines(envelope, names),
    ...outlineOf(envelope).flatMap((node) => linesOf(node, names, 2)),
  ].join('\n\n')
}

function presentLines({ record }: MeetingEnvelope, names: NameLookup): string[] {
  if (record.attendances.length === 0) return []
  const stated = (position: number) =>
    record.affiliations
      .filter(({ attendance }) => attendance === position)
      .map(({ title, organization, note }) =>
        [title, organization && names.organization(organization).name, note && `(${note})`].filter(Boolean).join(', '),
      )
  const lines = record.attendances.map(({ position, role, mode, ...present }) => {
    const name = printedName(present)
    const more = [role, ...stated(position), mode === 'APOLOGIES' ? 'apologies' : null].filter(Boolean).join('; ')
    return `- ${plain(more === '' ? name : `${name}: ${more}`)}`
  })
  return ['## Present', lines.join('\n')]
}

function linesOf(node: Block | SectionNode, names: NameLookup, level: number): string[] {
  if (node.is === 'section')
    return [
      `${'#'.repeat(Math.min(level, 6))} ${plain(node.heading)}`,
      ...(node.introduction ? [plain(node.introduction)] : []),
      ...node.children.flatMap((child) => linesOf(child, names, level + 1)),
    ]
  const number = node.number === null ? '' : `${plain(`${node.number.replace(/\.$/, '')}.`)} `
  const parts = node.parts.map((part) => {
    if (part.is === 'passage') return `*${plain(part.words)}*`
    const speakers = part.remarks.map((remark) => speakerName(remark, names) ?? 'Unnamed').join(', ')
    return `**${plain(speakers)}:** ${plain(part.words)}`
  })
  if (node.heading !== null) return [`**${number}${plain(node.heading)}**`, ...parts]
  const [first = '', ...rest] = parts
  return [`${number}${first}`, ...rest]
}
