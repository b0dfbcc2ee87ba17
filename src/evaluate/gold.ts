import type { Pieces } from '@rapporteur/reader/record'
import { z } from 'zod'

/**
 * A gold reading: what a careful human reader takes from one record. Kinds of rows for which it has no list are not scored. Rows
 * refer to people and bodies by `key`, to sections by `position` and to paragraphs by printed `number`. Offsets are in UTF-16 units,
 * into the source file decoded as UTF-8.
 */

const Offset = z.int().min(0)
const Piece = z.object({ start: Offset, end: Offset })
const span = { start: Offset, end: Offset, pieces: z.array(Piece).optional() }
const maybe = z.string().nullish()
const PrintedNumber = z.union([z.string(), z.number()]).nullish()

/** Who speaks: a person, a body, a role (possibly with its body), or nobody named. */
const speaker = {
  person: maybe,
  party: maybe,
  role: maybe,
  anonymous: z.boolean().optional(),
  asPrinted: maybe,
  onBehalfOf: z.array(z.string()).optional(),
}

const Intro = z.union([z.string(), z.object({ text: z.string() })]).nullish()
const Section = z.object({ position: z.int(), title: z.string(), intro: Intro, level: z.int().optional(), date: maybe })
const Paragraph = z.object({ number: PrintedNumber, section: z.int().nullish(), heading: maybe, ...span })
const Theme = z.object({ title: z.string(), paragraph: PrintedNumber, section: z.int().nullish() })
const Person = z.object({
  key: z.string(),
  name: z.string(),
  kind: maybe,
  namesAsPrinted: z.array(z.string()).optional(),
})
const Organization = z.object({ key: z.string(), name: z.string(), namesAsPrinted: z.array(z.string()).optional() })
const Attendance = z.object({
  person: z.string(),
  order: z.number(),
  honorific: maybe,
  nameAsPrinted: z.string(),
  role: maybe,
  mode: maybe,
})
const affiliation = { person: z.string(), title: maybe, organization: maybe, status: maybe }
const Affiliation = z.object({
  ...affiliation,
  alternatives: z.array(z.object(affiliation).partial()).optional(),
})
const Attribution = z.object({ paragraph: PrintedNumber, person: z.string(), scope: maybe })
/** Remarks without an `order` are ordered by their spans. */
const remark = { paragraph: PrintedNumber, order: z.number().optional(), ...speaker, ...span }
const Statement = z.object(remark)
const Response = z.object({ ...remark, acts: z.array(z.string()).optional() })
const Unattributed = z.object({ paragraph: PrintedNumber, kind: z.string(), ...span })
const Mention = z.object({ kind: z.string(), nameAsPrinted: z.string(), ...span })

/** A reading made by hand, as its file has it. A list that is missing was not read, and is not scored. */
export const Gold = z.object({
  source: z.object({ file: z.string(), sha256: z.string() }),
  format: z.string().optional(),
  range: z.object(span).optional(),
  meeting: z.record(z.string(), z.string().nullable()).default({}),
  sections: z.array(Section).optional(),
  paragraphs: z.array(Paragraph).optional(),
  themes: z.array(Theme).optional(),
  persons: z.array(Person).optional(),
  organizations: z.array(Organization).optional(),
  attendances: z.array(Attendance).optional(),
  affiliations: z.array(Affiliation).optional(),
  attributions: z.array(Attribution).optional(),
  statements: z.array(Statement).optional(),
  responses: z.array(Response).optional(),
  unattributed: z.array(Unattributed).optional(),
  mentions: z.array(Mention).optional(),
})

/** See the schema `Gold`. */
export type Gold = z.infer<typeof Gold>

/** A place in a text, in UTF-16 units; several pieces if it is interrupted. */
export type Spanned = z.infer<typeof Piece> & { pieces?: z.infer<typeof Piece>[] | undefined }

/** To whom a remark is attributed. */
export type Speaker = {
  person?: string | null | undefined
  party?: string | null | undefined
  role?: string | null | undefined
  anonymous?: boolean | undefined
}

/** The pieces of a place; the whole of it if it has one. */
export const piecesOf = ({ start, end, pieces }: Spanned): Pieces =>
  pieces && pieces.length > 0 ? pieces.map((piece) => [piece.start, piece.end]) : [[start, end]]

/** The place that these pieces make. */
export const spanOf = (pieces: Pieces): Spanned => ({
  start: pieces[0]?.[0] ?? 0,
  end: pieces.at(-1)?.[1] ?? 0,
  ...(pieces.length > 1 ? { pieces: pieces.map(([start, end]) => ({ start, end })) } : {}),
})

/**
 * Parses a gold file. In place of any string it may have `{"at": [start, end]}`, which is replaced by the source's text there, with
 * white space collapsed; gold files use it for texts that are long or must not be copied. Throws a ZodError if it is not valid.
 */
export const goldFrom = (json: unknown, source: string): Gold => Gold.parse(withWords(json, source))

function withWords(value: unknown, source: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withWords(item, source))
  if (typeof value !== 'object' || value === null) return value
  if ('at' in value) {
    const [start, end] = z.tuple([Offset, Offset]).parse(value.at)
    return source.slice(start, end).replace(/\s+/gu, ' ').trim()
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withWords(item, source)]))
}
