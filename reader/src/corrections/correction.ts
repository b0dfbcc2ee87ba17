import { z } from 'zod'
import { MeetingRecord, Pieces } from '../record.js'

/**
 * What a person says of a record that was read wrongly. A correction names no row: it is about words, people and bodies, so that it
 * can be applied to whatever a later copy, a newer parser or another reader makes of the same record.
 */

const Text = z.string().min(1)
const Name = z.string().trim().min(1).max(300)

/** Words of the record: where they stand, what they are, a text for each piece, and what stands around them. */
export const Place = z.strictObject({
  pieces: Pieces,
  words: z.array(Text).min(1),
  before: z.string(),
  after: z.string(),
})

/** A person. `ref` is whom the archive knows under that name. */
const Somebody = z.strictObject({ person: Name, ref: z.string().optional() })
const Body = z.strictObject({ body: Name })
const Role = z.strictObject({ role: Name })

/** These words are one remark, said by this person, body or role, or by several jointly. */
const Speaker = z.strictObject({
  kind: z.literal('SPEAKER'),
  at: Place,
  by: z
    .array(z.union([Somebody, Body, Role]))
    .min(1)
    .max(60),
})

/** Nobody by name says these words; inside a remark they stay in it, as nobody's. */
const Nobody = z.strictObject({
  kind: z.literal('NOBODY'),
  at: Place,
  passage: z.enum(['ANONYMOUS', 'IMPERSONAL']),
})

/** These words are no remark. */
const NoRemark = z.strictObject({ kind: z.literal('NO_REMARK'), at: Place })

/** This remark raises something, or responds. */
const RemarkKind = z.strictObject({
  kind: z.literal('REMARK_KIND'),
  at: Place,
  is: z.enum(['STATEMENT', 'RESPONSE']),
})

/** This remark answers those; nothing, where there are none. */
const Answers = z.strictObject({ kind: z.literal('ANSWERS'), at: Place, to: z.array(Place).max(60) })

/** This remark is made for these bodies. */
const OnBehalfOf = z.strictObject({ kind: z.literal('ON_BEHALF_OF'), at: Place, bodies: z.array(Name).max(60) })

/** This is about that theme, or about none. */
const Theme = z.strictObject({ kind: z.literal('THEME'), at: Place, title: Name.nullable() })

/** Another remark begins with the first of these words. */
const Split = z.strictObject({ kind: z.literal('SPLIT'), at: Place })

/** All remarks that have words here are one. */
const Join = z.strictObject({ kind: z.literal('JOIN'), at: Place })

/** This person was there, or sent apologies, or does not belong in the list (`mode` null). `at` shows it where no list does. */
const Present = z.strictObject({
  kind: z.literal('PRESENT'),
  at: Place.nullable(),
  person: Somebody,
  mode: z.enum(['PRESENT', 'REMOTE', 'APOLOGIES', 'UNKNOWN']).nullable(),
  role: Name.nullable().optional(),
})

/** This is what somebody was, and where; nothing of that status, where both are null. */
const Post = z.strictObject({
  kind: z.literal('POST'),
  at: Place.nullable(),
  person: Somebody,
  title: Name.nullable(),
  body: Name.nullable(),
  status: z.enum(['CURRENT', 'INCOMING', 'FORMER']),
})

/** This is how the name of somebody is written. */
const NameOf = z.strictObject({ kind: z.literal('NAME'), at: Place.nullable(), person: Somebody, name: Name })

/** Facts of the meeting; what is left out stays as it was read. */
const Meeting = z.strictObject({
  kind: z.literal('MEETING'),
  at: Place.nullable(),
  facts: MeetingRecord.shape.meeting.omit({ dateText: true, dateCertainty: true, language: true }).partial(),
})

/** These words were read rightly: the doubt that a finding of this code states of them is none. */
const Right = z.strictObject({ kind: z.literal('RIGHT'), at: Place, code: z.string().regex(/^[A-Z_]{1,80}$/) })

export const Correction = z.discriminatedUnion('kind', [
  Speaker,
  Nobody,
  NoRemark,
  RemarkKind,
  Answers,
  OnBehalfOf,
  Theme,
  Split,
  Join,
  Present,
  Post,
  NameOf,
  Meeting,
  Right,
])

export type Place = z.infer<typeof Place>
export type Somebody = z.infer<typeof Somebody>
export type Speaking = z.infer<typeof Speaker>['by'][number]
export type Correction = z.infer<typeof Correction>
/** The correction of one kind. */
export type CorrectionOf<Kind extends Correction['kind']> = Extract<Correction, { kind: Kind }>
