import type { Correction, Place, Speaking } from './correction.js'

/** In UTF-16 units; enough to know the words again. */
const longest = 80

const quoted = ({ words }: Place): string => {
  const text = words.join(' ').replace(/\s+/g, ' ').trim()
  return `“${text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text}”`
}

const nameOf = (who: Speaking): string =>
  'person' in who ? who.person : 'body' in who ? who.body : `the role ${who.role}`

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const modes = {
  PRESENT: 'was present',
  REMOTE: 'attended remotely',
  APOLOGIES: 'sent apologies',
  UNKNOWN: 'is listed, without a word on whether present',
} as const
const statuses = { CURRENT: 'is', INCOMING: 'is to be', FORMER: 'was formerly' } as const
const facts = {
  title: 'title',
  date: 'date',
  endDate: 'last day',
  startTime: 'beginning',
  endTime: 'end',
  venue: 'place',
} as const

const postOf = ({ title, body }: { title: string | null; body: string | null }): string =>
  title === null && body === null ? 'nothing' : [title ?? 'there', ...(body === null ? [] : [`at ${body}`])].join(' ')

/** What a correction says, in a sentence. */
export const summaryOf = (correction: Correction): string => {
  switch (correction.kind) {
    case 'SPEAKER':
      return `${quoted(correction.at)} is said by ${listed(correction.by.map(nameOf))}.`
    case 'NOBODY':
      return `${quoted(correction.at)} is said by nobody who is named.`
    case 'NO_REMARK':
      return `${quoted(correction.at)} is no remark.`
    case 'RIGHT':
      return `${quoted(correction.at)} was read rightly.`
    case 'REMARK_KIND':
      return `${quoted(correction.at)} is a ${correction.is.toLowerCase()}.`
    case 'ANSWERS':
      return `${quoted(correction.at)} answers ${correction.to.length === 0 ? 'nothing' : listed(correction.to.map(quoted))}.`
    case 'ON_BEHALF_OF':
      return `${quoted(correction.at)} is said for ${listed(correction.bodies)}.`
    case 'THEME':
      return `${quoted(correction.at)} is about ${correction.title ?? 'no theme'}.`
    case 'SPLIT':
      return `Another remark begins with ${quoted(correction.at)}.`
    case 'JOIN':
      return `${quoted(correction.at)} is one remark.`
    case 'PRESENT':
      return `${correction.person.person} ${correction.mode === null ? 'is not among those listed' : modes[correction.mode]}${correction.role ? ` as ${correction.role}` : ''}.`
    case 'POST':
      return `${correction.person.person} ${statuses[correction.status]} ${postOf(correction)}.`
    case 'NAME':
      return `${correction.person.person} is written ${correction.name}.`
    case 'MEETING':
      return `${Object.entries(correction.facts)
        .map(([fact, value]) => `The ${facts[fact as keyof typeof facts]} of the meeting is ${value ?? 'not stated'}.`)
        .join(' ')}`
  }
}
