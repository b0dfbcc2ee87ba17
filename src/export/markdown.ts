import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type Block, outlineOf, type SectionNode } from './outline.js'
import { type Cast, castOf, printedName, speakerName } from './people-of.js'

/** Signs that Markdown would take for its own (CommonMark 0.31, 2.4), and those that only begin a line. */
const signs = /[\\`*_[\]<>|~&]/g
const beginnings = /^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|(?:\d{1,9})(?=[.)](?:\s|$))|=+$|-+$)/gm

/** Text as it is, whatever it holds, on one line. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(signs, '\\$&')
    .replace(beginnings, (_, space: string, sign: string) => `${space}${/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`}`)

/** A meeting to read: headings for its sections, who was there, each turn behind its speaker. */
export function markdownOf(envelope: MeetingEnvelope): string {
  const { meeting } = envelope.record
  const cast = castOf(envelope)
  const times = [meeting.startTime, meeting.endTime].filter((time) => time !== null).join('–')
  const facts = [meeting.dateText ?? meeting.date, times, meeting.venue].filter((fact) => fact !== null && fact !== '')
  return [
    `# ${plain(meeting.title)}`,
    ...(facts.length > 0 ? [plain(facts.join(', '))] : []),
    ...presentLines(envelope, cast),
    ...outlineOf(envelope).flatMap((node) => linesOf(node, cast, 2)),
  ].join('\n\n')
}

function presentLines({ record }: MeetingEnvelope, cast: Cast): string[] {
  if (record.attendances.length === 0) return []
  const stated = (position: number) =>
    record.affiliations
      .filter(({ attendance }) => attendance === position)
      .map(({ title, organization, note }) =>
        [title, organization && cast.organization(organization).name, note && `(${note})`].filter(Boolean).join(', '),
      )
  const lines = record.attendances.map(({ position, role, mode, ...present }) => {
    const name = printedName(present)
    const more = [role, ...stated(position), mode === 'APOLOGIES' ? 'apologies' : null].filter(Boolean).join('; ')
    return `- ${plain(more === '' ? name : `${name}: ${more}`)}`
  })
  return ['## Present', lines.join('\n')]
}

function linesOf(node: Block | SectionNode, cast: Cast, level: number): string[] {
  if (node.is === 'section')
    return [
      `${'#'.repeat(Math.min(level, 6))} ${plain(node.heading)}`,
      ...(node.introduction ? [plain(node.introduction)] : []),
      ...node.children.flatMap((child) => linesOf(child, cast, level + 1)),
    ]
  const number = node.number === null ? '' : `${plain(`${node.number.replace(/\.$/, '')}.`)} `
  const parts = node.parts.map((part) => {
    if (part.is === 'passage') return `*${plain(part.words)}*`
    const names = part.remarks.map((remark) => speakerName(remark, cast) ?? 'Unnamed').join(', ')
    return `**${plain(names)}:** ${plain(part.words)}`
  })
  if (node.heading !== null) return [`**${number}${plain(node.heading)}**`, ...parts]
  const [first = '', ...rest] = parts
  return [`${number}${first}`, ...rest]
}
