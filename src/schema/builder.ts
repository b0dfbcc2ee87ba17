import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import type PrismaTypes from '../generated/pothos.js'
import { getDatamodel } from '../generated/pothos.js'
import type { RemarkKind } from '../generated/prisma/enums.js'
import type { UploadedFile } from '../ingest-document/input.js'
import type { Context } from './context.js'

/** Object types that fields name by a text, so that the domain folders need not import each other's constants. */
type NamedObject =
  | 'Series'
  | 'Meeting'
  | 'Section'
  | 'Paragraph'
  | 'Theme'
  | 'UnattributedPassage'
  | 'Mention'
  | 'Person'
  | 'Organization'
  | 'Affiliation'
  | 'Attendance'
  | 'SourceDocument'
  | 'Finding'
  | 'Change'

/** The types of this builder; `Objects` and `Interfaces` hold what each row has at least. */
export interface SchemaTypes {
  Context: Context
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  Connection: { totalCount: number | (() => Promise<number>) }
  Objects: { [Name in NamedObject]: { id: string } }
  Interfaces: { Remark: { id: string; kind: RemarkKind } }
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: Date; Output: Date }
    DateTime: { Input: Date; Output: Date }
    LocalTime: { Input: string; Output: string }
    URL: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
    Upload: { Input: UploadedFile; Output: never }
  }
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: { client: ({ prisma }) => prisma, dmmf: getDatamodel(), onUnusedQuery: null },
  relay: {
    cursorType: 'String',
    nodeQueryOptions: false, // src/schema/node.ts: an id names a table, of which Remark has two types
    nodesQueryOptions: false,
    nodeTypeOptions: { description: 'Whatever has an id of its own, and can be asked for by it.' },
    idFieldOptions: { description: 'Stays the same for as long as the row exists. Opaque.' },
    nodesOnConnection: { description: 'The rows of this page, in order: the edges without their cursors.' },
    edgesFieldOptions: { nullable: false, description: 'The rows of this page, in order, each with its cursor.' },
    nodeFieldOptions: { nullable: false, description: 'The row.' },
    cursorFieldOptions: {
      description:
        'Where the row stands in the list, for "after" and "before". Holds through changes of the archive; opaque.',
    },
    pageInfoFieldOptions: { description: 'Whether there is more, and how to ask for it.' },
    pageInfoTypeOptions: { description: 'What lies before and behind a page of a list.' },
    hasNextPageFieldOptions: { description: 'Whether more rows follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether rows stand before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row, for "before"; null for an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last row, for "after"; null for an empty page.' },
    firstArgOptions: {
      description: 'So many rows from the start (or behind "after"): 0 to 100, and 20 if nothing is said.',
    },
    lastArgOptions: {
      description: 'So many rows from the end (or before "before"): 0 to 100. Not together with "first".',
    },
    afterArgOptions: { description: 'A cursor of this list: only rows behind it.' },
    beforeArgOptions: { description: 'A cursor of this list: only rows before it.' },
  },
})

builder.queryType({ description: 'Everything that can be asked of the archive.' })
builder.mutationType({ description: 'Everything that changes the archive. Each needs a key of scope write.' })
