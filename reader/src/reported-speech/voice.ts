import { isBody, isCountry } from '../english/bodies.js'
import type { VerbInText } from '../english/verb-group.js'
import type { NameInText } from '../identity/names-in-text.js'

export type Range = readonly [start: number, end: number]

/** A body or a role that speaks. */
export interface Office {
  readonly printed: string
  /** "the Chair", "Representative"; null for a body that speaks itself. */
  readonly role: string | null
  readonly body: string | null
  /** Where those of several bodies speak together: "The representatives of Norway and Japan". */
  readonly bodies?: readonly string[]
}

/** Whose words a clause reports, and by which verbs. */
export type Voice = { readonly start: number; readonly verbs: readonly VerbInText[] } & (
  | { readonly kind: 'people'; readonly names: readonly NameInText[] }
  /** `also`: others who say the same words ("the representatives of Norway and Chad"). */
  | { readonly kind: 'office'; readonly office: Office; readonly also?: readonly Office[] }
  | { readonly kind: 'participant' | 'pronoun' }
  | { readonly kind: 'anonymous' | 'impersonal'; readonly wording: Range }
)

export interface VoiceContext {
  readonly text: string
  /** Where names begin. */
  readonly names: ReadonlyMap<number, NameInText>
  /** Whether a body may speak: it is one of those that this record lets speak. */
  readonly isParty: (name: string) => boolean
  /** Whether the name of such a body may begin at an offset: soon told, and sometimes true where none does. */
  readonly mayNameParty?: (at: number) => boolean
  /** Whether the record says that a body has somebody at the meeting. */
  readonly isRepresented?: (name: string) => boolean
  /** The one body of the record whose name ends in some words ("the Commission side"); null for none, and for several. */
  readonly bodyNamed?: (words: string) => string | null
  /** An office that a kind of record knows besides ("The Town Clerk"), and where its words end. */
  readonly officeAt?: (at: number) => { readonly office: Office; readonly end: number } | null
  /** Whether a single word is somebody's family name, printed without an honorific. */
  readonly familyName: (start: number, end: number) => NameInText | null
}

/** Whether a name is that of a country or body, which may speak itself. */
export const isSpeakingBody = (name: string): boolean => isCountry(name) || isBody(name)
