import { fold } from '../names.js'

/**
 * Headings that say where in a meeting something stands, and not what it is about. They are sections, and never themes.
 * Compared folded, without a leading number.
 */
export const structuralHeadings: readonly string[] = [
  'opening',
  'opening of the meeting',
  'opening of the session',
  'opening remarks',
  'opening statement',
  'opening statements',
  'opening and welcome',
  'opening session',
  'welcome',
  'welcome and introduction',
  'welcome and introductions',
  'welcome and opening',
  'welcome and opening remarks',
  'welcome remarks',
  'welcoming remarks',
  'introduction',
  'introductions',
  'introductory remarks',
  'introductory statement',
  'introductory statements',
  'background',
  'attendance',
  'apologies',
  'apologies for absence',
  'agenda',
  'adoption of the agenda',
  'approval of the agenda',
  'organization of work',
  'organisation of work',
  'minutes of the previous meeting',
  'approval of the minutes',
  'adoption of the report',
  'matters arising',
  'discussion',
  'general discussion',
  'any other business',
  'any other matters',
  'other business',
  'other matters',
  'aob',
  'next meeting',
  'date of next meeting',
  'date of the next meeting',
  'next steps',
  'follow up',
  'summary',
  'conclusion',
  'conclusions',
  'concluding remarks',
  'concluding session',
  'concluding statements',
  'closing',
  'closing remarks',
  'closing statement',
  'closing statements',
  'closing session',
  'closure',
  'closure of the meeting',
  'close of the meeting',
  'close of meeting',
  'closing of the meeting',
  'adjournment',
]

const known: ReadonlySet<string> = new Set(structuralHeadings)

export const isStructuralHeading = (heading: string): boolean =>
  known.has(
    fold(heading)
      .replace(/^(?:\d+|[ivx]+|[a-h]) (?=\S)/, '')
      .replace(/^the /, ''),
  )
