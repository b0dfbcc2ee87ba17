import { z } from 'zod'
import { Pieces } from '../record.js'

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

export const Correction = z.discriminatedUnion('kind', [Speaker])

export type Place = z.infer<typeof Place>
export type Speaking = z.infer<typeof Speaker>['by'][number]
export type Correction = z.infer<typeof Correction>
/** The correction of one kind. */
export type CorrectionOf<Kind extends Correction['kind']> = Extract<Correction, { kind: Kind }>
