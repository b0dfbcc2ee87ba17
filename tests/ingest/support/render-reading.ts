import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'

type Remark = MeetingRecord['remarks'][number]
type Passage = MeetingRecord['unattributed'][number]

/** The first three words and the last two. */
const ends = (text: string): string => {
  const words = text.split(/\s+/)
  return words.length <= 6 ? words.join(' ') : `${words.slice(0, 3).join(' ')} … ${words.slice(-2).join(' ')}`
}

const startOf = (pieces: Pieces): number => pieces[0]?.[0] ?? 0

/** What a record says, as lines that a person can write by hand: the expectation of a test reads like an index. */
export const renderReading = (record: MeetingRecord): string => {
  const people = new Map(record.people.map(({ key, name }) => [key, name]))
  const bodies = new Map(record.organizations.map(({ key, name }) => [key, name]))
  const utterances = new Map(record.utterances.map((utterance) => [utterance.position, utterance]))
  const remarks = new Map(record.remarks.map((remark) => [remark.position, remark]))

  const who = ({ attribution, speaker, party, speakerRole }: Remark): string => {
    const body = party === null ? '' : (bodies.get(party) ?? '')
    if (attribution === 'NAMED') return people.get(speaker ?? '') ?? '?'
    if (attribution === 'PARTY') return `<${body}>`
    return attribution === 'ROLE' ? `[${speakerRole}]${body === '' ? '' : ` <${body}>`}` : 'anonymous'
  }
  const words = (remark: Remark) => utterances.get(remark.utterance)
  const behalf = ({ onBehalfOf }: Remark) =>
    onBehalfOf.length === 0 ? '' : ` for ${onBehalfOf.map((key) => bodies.get(key)).join(', ')}`

  const remarkLine = (remark: Remark): string => {
    const text = `“${ends(words(remark)?.text ?? '')}”`
    if (remark.kind === 'STATEMENT') return `  S ${remark.scope} ${who(remark)}${behalf(remark)} ${text}`
    const targets = remark.inResponseTo.flatMap((position) => {
      const target = remarks.get(position)
      return target ? [who(target)] : []
    })
    const stance = remark.stance === null ? '' : ` ${remark.stance}`
    const acts = remark.acts.map(({ verb }) => verb).join(', ')
    return `  R ${who(remark)}${behalf(remark)} ${text} ${acts}${stance} → ${targets.join(', ') || 'nobody'}`
  }
  const passageLine = ({ kind, wording, text }: Passage): string =>
    `  ${kind === 'ANONYMOUS' ? 'A' : 'I'} ${wording} “${ends(text)}”`

  const ofParagraph = (position: number): string[] => [
    ...record.remarks.filter(({ paragraph }) => paragraph === position).map(remarkLine),
    ...record.unattributed.filter(({ paragraph }) => paragraph === position).map(passageLine),
    ...record.mentions
      .filter(({ paragraph }) => paragraph === position)
      .map(({ kind, nameAsPrinted }) => `  M ${kind} ${nameAsPrinted}`),
  ]

  const titles = new Map(record.themes.map(({ key, title }) => [key, title]))
  const paragraphLines = (section: number | null): string[] =>
    record.paragraphs
      .filter((paragraph) => paragraph.section === section)
      .flatMap(({ position, number, heading, theme }) => [
        `${number ?? '–'}${heading === null ? '' : ` ${heading}`}${theme === null ? '' : ` #${titles.get(theme)}`}`,
        ...ofParagraph(position),
      ])

  const affiliations = (attendance: number): string =>
    record.affiliations
      .filter((row) => row.attendance === attendance)
      .map(({ title, organization, status, note }) => {
        const where = organization === null ? '' : ` @ ${bodies.get(organization)}`
        return `${title ?? ''}${where}${status === 'CURRENT' ? '' : ` ${status}`}${note === null ? '' : ` (${note})`}`.trim()
      })
      .join('; ')

  const { meeting } = record
  const times = [meeting.startTime, meeting.endTime].filter((time) => time !== null).join('–')
  const days = [meeting.date, meeting.endDate].filter((day) => day !== null).join('/')
  return [
    `${meeting.title} | ${days} ${meeting.dateCertainty} “${meeting.dateText ?? ''}” | ${times} | ${meeting.venue ?? ''}`,
    ...paragraphLines(null),
    ...[...record.sections]
      .sort((a, b) => startOf(a.pieces) - startOf(b.pieces))
      .flatMap((section) => [
        `§${section.level} ${section.heading}`,
        ...(section.introduction === null ? [] : [`  “${ends(section.introduction)}”`]),
        ...paragraphLines(section.position),
      ]),
    ...record.attendances.map(({ position, nameAsPrinted, role, mode }) =>
      [
        `* ${nameAsPrinted}`,
        affiliations(position),
        ...(role === null ? [] : [`role ${role}`]),
        ...(mode === 'PRESENT' ? [] : [mode]),
      ].join(' | '),
    ),
    ...record.people
      .filter(({ key }) => !record.attendances.some(({ person }) => person === key))
      .map(({ name, printedNames }) => `+ ${name} | ${printedNames.join(', ')}`),
  ].join('\n')
}
