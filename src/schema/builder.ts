import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import type PrismaTypes from '../generated/pothos.js'
import { getDatamodel } from '../generated/pothos.js'
import type { OutcomeKind, RemarkKind } from '../generated/prisma/enums.js'
import type { Context } from './context.js'
import type { UploadedFile } from './uploaded-file.js'

/** Object types that fields refer to by name, so that the domain folders need not import each other. */
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
  | 'Decision'
  | 'Motion'
  | 'VoteEvent'
  | 'ActionItem'
  | 'Vote'
  | 'Finding'
  | 'Correction'
  | 'Merge'
  | 'Change'

/** The types of this builder. `Objects` and `Interfaces` contain the minimum that each row has. */
export interface SchemaTypes {
  Context: Context
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  Connection: { totalCount: number | (() => Promise<number>) }
  Objects: { [Name in NamedObject]: { id: string } }
  Interfaces: { Remark: { id: string; kind: RemarkKind }; Outcome: { id: string; kind: OutcomeKind } }
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
    nodeQueryOptions: false, // see src/schema/node.ts: an id names a table, and the table Remark has two types
    nodesQueryOptions: false,
    nodeTypeOptions: { description: 'Anything that has an id and can be fetched by it.' },
    idFieldOptions: { description: 'Stays the same for as long as the row exists. Opaque.' },
    nodesOnConnection: { description: 'The rows of this page, in order: the edges without their cursors.' },
    edgesFieldOptions: { nullable: false, description: 'The rows of this page, in order, each with its cursor.' },
    nodeFieldOptions: { nullable: false, description: 'The row.' },
    cursorFieldOptions: {
      description:
        'The position of the row in the list, for "after" and "before". Stays valid when the archive changes. Opaque.',
    },
    pageInfoFieldOptions: { description: 'Whether there are more rows, and the cursors to get them.' },
    pageInfoTypeOptions: { description: 'What comes before and after a page of a list.' },
    hasNextPageFieldOptions: { description: 'Whether more rows follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether rows precede this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row, for "before"; null for an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last row, for "after"; null for an empty page.' },
    firstArgOptions: {
      description: 'The number of rows from the start (or after "after"): 0 to 100; 20 by default.',
    },
    lastArgOptions: {
      description: 'The number of rows from the end (or before "before"): 0 to 100. Not together with "first".',
    },
    afterArgOptions: { description: 'A cursor of this list: only rows after it.' },
    beforeArgOptions: { description: 'A cursor of this list: only rows before it.' },
  },
})

builder.queryType({ description: 'Everything that can be read from the archive.' })
builder.mutationType({
  description: 'Everything that changes the archive. Needs a key, of scope write unless stated otherwise.',
})
