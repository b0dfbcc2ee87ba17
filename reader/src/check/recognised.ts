import type { Outline } from '../outline/outline.js'
import type { MeetingRecord } from '../record.js'

/** Words by which records call themselves; a stem counts at the beginning of a word. */
const stems = (
  'meeting minute session sitting proceeding agenda committee council board hearing transcript assembly workshop seminar consult ' +
  'conference discussion standup sync call notes attend participant hansard debate testimony ' +
  'sitzung protokoll tagesordnung teilnehm réunion séance procès-verbal compte ordre reunión acta sesión asistent reunião ata ' +
  'vergadering notulen möte møde kokous riunione verbale zebranie jednání'
).split(' ')

const nearBeginning = 3_000

const callsItselfMeeting = ({ source, blocks }: Outline): boolean => {
  const beginning = blocks.slice(0, 40).map(({ flow }) => flow.text)
  const words =
    `${source.fileName}\n${beginning.join('\n')}`
      .slice(0, nearBeginning)
      .toLowerCase()
      .match(/[\p{L}-]+/gu) ?? []
  return (
    words.some((word) => stems.some((stem) => word.startsWith(stem))) ||
    /会議|議事録|回会|會議|회의/u.test(words.join(' '))
  )
}

/**
 * Why a document is no record of a meeting, in a sentence that says what is missing and one that says what to try; null for one that
 * is. A record names people who were there or who speak, or says when it was held and what went on.
 */
export const whyNoRecord = (outline: Outline, record: MeetingRecord, captionsOnly: boolean): string | null => {
  const { fileName } = outline.source
  if (outline.blocks.length === 0) return `${fileName} holds no words. Send a file that has some.`
  if (captionsOnly)
    return `${fileName} is captions that do not say who speaks. Send a transcript with speakers: most programs that make captions can write one.`
  const { people, remarks, meeting, paragraphs } = record
  if (remarks.length > 0 || record.attendances.length > 0) return null
  const isHeld = callsItselfMeeting(outline)
  if (isHeld && (meeting.date !== null || people.length > 0) && paragraphs.length > 0) return null
  const language = meeting.language
  if (isHeld && language !== null && language !== 'en')
    return `${fileName} names nobody who was there or who speaks, and its language is taken to be “${language}”. Prose is read in English only; records in other languages are read where a label says who speaks. Say --language if it is another one, give a proposal with --proposal, or read it without speakers with --format plain.`
  const missing = isHeld
    ? 'says neither when the meeting was nor who was there or spoke'
    : 'does not look like the record of a meeting: nothing in it says who was there, who speaks, or when and what was discussed'
  return `${fileName} ${missing}. If it is one, read it without speakers with --format plain, or give a proposal with --proposal (rapporteur annotate prints what to fill in).`
}
