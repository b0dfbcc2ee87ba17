import { Correction as Says } from '@rapporteur/reader/corrections/correction'
import { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { z } from 'zod'

/**
 * The export of one meeting: its source document, what was read of it, and under `archive` what an archive had given to its
 * rows. With `archive`, ingesting it restores the meeting: same ids, slugs, findings and time. Without, the record is read as
 * any other, and the source kept beside it. One JSON document, or one line of an export of many (`export-file.ts`).
 */

const Uuid = z.uuid().describe('The id of a row in the database; the API makes its own of it.')
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug')
  .max(80)

const Source = z.strictObject({
  fileName: z.string().min(1),
  mediaType: z.string().min(1),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'SHA-256 in lower-case hex')
    .describe('Of `bytes`.'),
  bytes: z.base64().describe('The file as it was given.'),
  text: z.string().describe('The text that every offset points into.'),
  reader: z.string().min(1).describe('What made the text of the bytes, with its version.'),
  format: z.string().min(1).describe('What read the record from the text.'),
  formatVersion: z.string().min(1),
  parser: z.string().describe('All readers and formats of then, by their versions; empty where that is not known.'),
  options: z.record(z.string(), z.unknown()).describe('What was asked for when it was read.'),
  reading: z
    .strictObject({
      by: z.enum(['MARKUP', 'RULES', 'MODEL', 'PERSON']),
      model: z.string().nullable().describe('The language model, as its endpoint names it.'),
      instructions: z.string().nullable().describe('The version of the instructions that were given.'),
      proposal: z.string().nullable().describe('What the model or person answered, as JSON lines.'),
      at: z.iso.datetime(),
    })
    .optional()
    .describe('Who read it; absent in exports made before this was kept.'),
})

const Finding = z.strictObject({
  severity: z.enum(['INFO', 'WARNING', 'ERROR']),
  code: z.string().regex(/^[A-Z][A-Z_]*$/, 'a code in capitals'),
  message: z.string().min(1),
  pieces: z.union([z.tuple([]), Pieces]).describe('Empty where it is about no place in particular.'),
})

const owner = { id: Uuid, slug: Slug, formerSlugs: z.array(Slug).describe('In alphabetical order.') }
const mergedInto = Uuid.nullable().describe('The row of the same list that it is merged into.')
const key = z
  .string()
  .nullable()
  .describe('Its key in the record; null for one that a row of the record is merged into.')

const act = { id: Uuid, reason: z.string(), by: z.string(), at: z.iso.datetime() }
const undone = z.strictObject({ reason: z.string(), by: z.string(), at: z.iso.datetime() }).nullable()
const Merge = z.strictObject({
  ...act,
  kind: z.enum(['PERSON', 'ORGANIZATION', 'THEME']),
  from: z.array(Uuid).min(1),
  into: Uuid,
  undone: undone.describe('Null while it is in force.'),
})
const Rename = z.strictObject({
  ...act,
  person: Uuid,
  name: z.string().min(1),
  sortName: z.string().min(1),
  nameKey: z.string(),
  previous: z.string(),
})

const Correction = z.strictObject({
  ...act,
  says: Says,
  summary: z.string().min(1),
  pieces: z
    .union([z.tuple([]), Pieces])
    .describe('Where its words stand; empty where they are gone, or it is about none.'),
  lost: z.string().nullable().describe('Why it is not applied; null where it is.'),
  undone: undone.describe('Null while it is in force.'),
})
const AsRead = z.strictObject({
  record: MeetingRecord,
  findings: z.array(
    Finding.extend({
      candidates: z.array(z.strictObject({ list: z.enum(['people', 'organizations', 'themes']), key: z.string() })),
    }),
  ),
  people: z.record(z.string(), Uuid).describe('The row of each of its people who is known, by key.'),
})

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in lower-case hex')
const Erasure = z.strictObject({
  ...act,
  person: Uuid,
  salt: z.string(),
  documents: z.array(Sha256).describe('Of files that carry the name.'),
  names: z.array(z.strictObject({ meeting: Uuid, digest: Sha256 })).describe('Of the salt and a form of the name.'),
})

const Retraction = z.strictObject({ reason: z.string(), by: z.string(), at: z.iso.datetime() })

const kind = z.enum(['PERSON', 'ORGANIZATION', 'THEME'])
const Formerly = z.strictObject({
  kind,
  id: Uuid,
  name: z.string(),
  nameKey: z.string(),
  looseKey: z.string(),
  series: Uuid.nullable(),
  organizations: z.array(Uuid).describe('With which the record gave a person affiliations.'),
})
const KeptName = z.strictObject({
  kind,
  ...owner,
  name: z.string().min(1),
  sortName: z.string(),
  nameKey: z.string(),
  series: Uuid.nullable().describe("A theme's."),
  mergedInto: Uuid.nullable().describe('The row that it is merged into, which may be of any meeting.'),
})

const ofOutcomes = z.array(Uuid).default([]).describe('Left out in exports made before records had outcomes.')

const Archive = z.strictObject({
  retracted: Retraction.optional().describe(
    'Only of a meeting that a curator took out of the archive: it is restored as taken out, and shown to nobody.',
  ),
  ingestedAt: z.iso.datetime(),
  document: Uuid,
  meeting: z.strictObject({ ...owner, series: Uuid.nullable() }),
  series: z.array(z.strictObject({ ...owner, title: z.string().min(1) })),
  people: z.array(z.strictObject({ key, ...owner, name: z.string().min(1), sortName: z.string().min(1), mergedInto })),
  organizations: z.array(
    z.strictObject({
      key,
      ...owner,
      name: z.string().min(1),
      nameKey: z.string().min(1).describe('The name as it is compared.'),
      mergedInto,
    }),
  ),
  themes: z.array(
    z.strictObject({
      key,
      ...owner,
      title: z.string().min(1),
      sortTitle: z.string().min(1).describe('The title as it is compared and sorted by.'),
      series: Uuid.nullable(),
      mergedInto,
    }),
  ),
  sections: z.array(Uuid).describe('These lists: an id for each row of the record, in its order.'),
  paragraphs: z.array(Uuid),
  attendances: z.array(Uuid),
  affiliations: z.array(
    z.strictObject({ id: Uuid, affiliation: Uuid.describe('As read: several places may state one affiliation.') }),
  ),
  utterances: z.array(Uuid),
  remarks: z.array(Uuid),
  unattributed: z.array(Uuid),
  mentions: z.array(Uuid),
  decisions: ofOutcomes,
  motions: ofOutcomes,
  voteEvents: ofOutcomes,
  votes: ofOutcomes,
  actions: ofOutcomes,
  findings: z.array(
    z.strictObject({
      id: Uuid,
      candidates: z.array(z.string()).describe('Ids as the API gives them.'),
      settled: z.boolean().describe('Whether merges have made one of all candidates.'),
    }),
  ),
  merges: z
    .array(Merge)
    .describe(
      'Those that ever joined a row of these lists, by id; in the first meeting of an export also those whose rows are gone.',
    ),
  renames: z
    .array(Rename)
    .describe('Of people of these lists, by id; in the first meeting of an export also of people who are gone.'),
  corrections: z
    .array(Correction)
    .default([])
    .describe('Of this meeting, in the order in which they were made. Left out in exports made before there were any.'),
  reading: AsRead.optional().describe(
    'The record as it was read, where corrections are in force: they have made `record` of it.',
  ),
  erasures: z
    .array(Erasure)
    .describe(
      'Of people of this meeting; in the first meeting of an export also all others. What keeps a name away is hashed.',
    ),
  formerly: z
    .array(Formerly)
    .optional()
    .describe(
      'How an earlier reading of the meeting named rows that it no longer names, and that an act of a curator holds.',
    ),
  keptNames: z
    .array(KeptName)
    .optional()
    .describe('In the first meeting of an export of everything: rows that no meeting names, and that an act holds.'),
  goneSlugs: z
    .array(
      z.strictObject({
        kind: z.enum(['SERIES', 'MEETING', 'PERSON', 'ORGANIZATION', 'THEME']),
        text: Slug,
        owner: Uuid,
      }),
    )
    .optional()
    .describe(
      'In the first meeting of an export of everything: slugs whose rows are gone, which are never given again.',
    ),
})

export const MeetingEnvelope = z.strictObject({
  format: z.literal('meeting-record'),
  version: z.literal(1),
  source: Source,
  record: MeetingRecord,
  findings: z.array(Finding),
  archive: Archive.optional(),
})

export type MeetingEnvelope = z.infer<typeof MeetingEnvelope>
/** What an archive had given to the rows of one record. */
export type ArchivePart = z.infer<typeof Archive>
