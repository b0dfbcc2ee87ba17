import type { Pieces } from './record.js'

export type Severity = 'INFO' | 'WARNING' | 'ERROR'

/** One inference, repair or doubt of a reading. `pieces` is empty where it is about no place in particular. */
export interface Finding {
  severity: Severity
  code: FindingCode
  message: string
  pieces: Pieces
  /** Rows of the same record that it is about or that could be meant. */
  candidates: { list: 'people' | 'organizations' | 'themes'; key: string }[]
}

/** A finding that may come from elsewhere: a later version knows more codes. */
export type AnyFinding = Omit<Finding, 'code'> & { code: string }

/** Every code a reading can give, with its severity. Codes are stable: consumers filter by them. */
export const findingCodes = {
  READ_BY_MODEL: 'INFO',
  READ_BY_PERSON: 'INFO',
  YEAR_INFERRED: 'INFO',
  LANGUAGE_INFERRED: 'INFO',
  TITLE_INFERRED: 'INFO',
  ROW_REJOINED: 'INFO',
  PAGE_BREAK_JOINED: 'INFO',
  HYPHEN_REJOINED: 'INFO',
  NOISE_DROPPED: 'INFO',
  NAME_VARIANT: 'INFO',
  NO_ATTENDEE_LIST: 'WARNING',
  NO_REMARKS: 'WARNING',
  DUPLICATE_NUMBER: 'WARNING',
  SPEAKER_NOT_IN_ATTENDEES: 'WARNING',
  AMBIGUOUS_SPEAKER: 'WARNING',
  POSSIBLE_SAME_PERSON: 'WARNING',
  POSSIBLE_SAME_MEETING: 'WARNING',
  POSSIBLE_SAME_THEME: 'WARNING',
  POSSIBLE_SAME_ORGANIZATION: 'WARNING',
  UNREAD_TEXT: 'WARNING',
  UNREAD_PAGE: 'WARNING',
  OFFICE_AS_PERSON: 'INFO',
  BROKEN_REFERENCE: 'WARNING',
  NAME_CONTRADICTED: 'WARNING',
  DATE_CONTRADICTED: 'WARNING',
  TIME_CONTRADICTED: 'WARNING',
  PLACEHOLDER_DATE: 'WARNING',
  UNKNOWN_SENTENCE: 'WARNING',
  UNKNOWN_KEY: 'WARNING',
  UNPROVEN_NAME: 'WARNING',
  UNPROVEN_BODY: 'WARNING',
  UNPROVEN_TITLE: 'WARNING',
  UNPROVEN_DATE: 'WARNING',
  UNPROVEN_SPEAKER: 'WARNING',
  UNPROVEN_WORDS: 'WARNING',
  UNPROVEN_ACT: 'INFO',
  UNPROVEN_PARTY: 'WARNING',
  UNPROVEN_VOTE: 'WARNING',
  COUNT_CONTRADICTED: 'WARNING',
  ANSWERS_LATER: 'WARNING',
  OVERLAP: 'WARNING',
  MALFORMED_LINE: 'WARNING',
  UNREAD_LABEL: 'WARNING',
  CORRECTION_LOST: 'WARNING',
} as const satisfies Record<string, Severity>

type FindingCode = keyof typeof findingCodes

export const finding = (
  code: FindingCode,
  message: string,
  pieces: Pieces = [],
  candidates: Finding['candidates'] = [],
): Finding => ({ severity: findingCodes[code], code, message, pieces, candidates })

/** A meeting whose record prints no title has the name of its file. */
export const titleInferred = (title: string): Finding =>
  finding('TITLE_INFERRED', `The record prints no title; “${title}” is taken from the name of the file.`)

const startOf = ({ pieces }: Finding): number => pieces[0]?.[0] ?? -1

/** Findings by where they begin; those about no place in particular stand first. */
export const inDocumentOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => startOf(a) - startOf(b))
