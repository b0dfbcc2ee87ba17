import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { merge } from '../curate/merge.js'
import { undoMerge } from '../curate/undo-merge.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { kinds } from '../ingest/write/kinds.js'
import { Organization } from '../organization/organization.js'
import { Person } from '../person/person.js'
import { builder } from '../schema/builder.js'
import type { Context } from '../schema/context.js'
import { encodeId } from '../schema/ids.js'
import { loadNodes } from '../schema/node.js'
import { withSelect } from '../schema/with-select.js'
import { Theme } from '../theme/theme.js'
import { act, rowId } from './act.js'
import { actResult } from './act-result.js'
import { namedRow } from './named-row.js'

const MergeInput = builder.inputType('MergeInput', {
  description: 'What is merged into what, and why.',
  fields: (t) => ({
    from: t.idList({
      required: true,
      description: 'The ids or slugs of those to merge; none may already be merged.',
    }),
    into: t.id({
      required: true,
      description: 'The id or slug of the one to merge them into; it may not be merged itself.',
    }),
    reason: t.string({ required: true, description: 'Why they are the same, in a sentence; published in the feed.' }),
  }),
})

interface Merged<Kind extends string> {
  kind: Kind
  mergeId: string
  intoId: string
}

const mergeField = {
  description: 'The id of the merge: what `undoMerge` takes.',
  resolve: ({ mergeId }: { mergeId: string }) => encodeId('Merge', mergeId),
}
const successes = {
  PERSON: builder.objectRef<Merged<'MergePeopleSuccess'>>('MergePeopleSuccess').implement({
    description: 'The people were merged.',
    fields: (t) => ({
      merge: t.id(mergeField),
      person: t.field({
        type: Person,
        description: 'The person into whom they were merged.',
        resolve: ({ intoId }, _args, context, info) =>
          context.prisma.person.findUniqueOrThrow({ ...theirs(context, info), where: { id: intoId } }),
      }),
    }),
  }),
  ORGANIZATION: builder.objectRef<Merged<'MergeOrganizationsSuccess'>>('MergeOrganizationsSuccess').implement({
    description: 'The bodies were merged.',
    fields: (t) => ({
      merge: t.id(mergeField),
      organization: t.field({
        type: Organization,
        description: 'The body into which they were merged.',
        resolve: ({ intoId }, _args, context, info) =>
          context.prisma.organization.findUniqueOrThrow({ ...theirs(context, info), where: { id: intoId } }),
      }),
    }),
  }),
  THEME: builder.objectRef<Merged<'MergeThemesSuccess'>>('MergeThemesSuccess').implement({
    description: 'The themes were merged.',
    fields: (t) => ({
      merge: t.id(mergeField),
      theme: t.field({
        type: Theme,
        description: 'The theme into which they were merged.',
        resolve: ({ intoId }, _args, context, info) =>
          context.prisma.theme.findUniqueOrThrow({ ...theirs(context, info), where: { id: intoId } }),
      }),
    }),
  }),
}
const theirs = (context: Context, info: GraphQLResolveInfo) => withSelect<object>(queryFromInfo({ context, info }))

const results = {
  PERSON: actResult('MergePeopleResult', 'People who were merged, or why they were not.', successes.PERSON),
  ORGANIZATION: actResult(
    'MergeOrganizationsResult',
    'Bodies that were merged, or why they were not.',
    successes.ORGANIZATION,
  ),
  THEME: actResult('MergeThemesResult', 'Themes that were merged, or why they were not.', successes.THEME),
}

/** Resolves a mutation that merges rows of this kind. */
const merging =
  <Name extends string>(kind: MergeKind, success: Name) =>
  (_root: unknown, { input }: { input: typeof MergeInput.$inferInput }, context: Context) =>
    act(context, 'WRITE', input.reason, async (sql, by): Promise<Merged<Name>> => {
      const { table } = kinds[kind]
      const fromIds: string[] = []
      for (const [i, named] of input.from.entries())
        fromIds.push(await namedRow(sql, table, named, ['from', String(i)]))
      const intoId = await namedRow(sql, table, input.into, ['into'])
      return { kind: success, intoId, mergeId: await merge(sql, { ...by, kind, fromIds, intoId }) }
    })

const args = <What extends string>(what: What) => ({ type: MergeInput, required: true, description: what }) as const

builder.mutationFields((t) => ({
  mergePeople: t.field({
    type: results.PERSON,
    description:
      "Merges people into one, until the merge is undone: their remarks, attendances and affiliations become that person's, and their slugs lead there. Reading a record again does not undo it. Needs a key of scope write.",
    args: { input: t.arg(args('Who is merged into whom, and why.')) },
    resolve: merging('PERSON', 'MergePeopleSuccess'),
  }),
  mergeOrganizations: t.field({
    type: results.ORGANIZATION,
    description: 'Merges bodies into one, as `mergePeople` does people. Needs a key of scope write.',
    args: { input: t.arg(args('Which bodies are merged into which, and why.')) },
    resolve: merging('ORGANIZATION', 'MergeOrganizationsSuccess'),
  }),
  mergeThemes: t.field({
    type: results.THEME,
    description: 'Merges themes into one, as `mergePeople` does people. Needs a key of scope write.',
    args: { input: t.arg(args('Which themes are merged into which, and why.')) },
    resolve: merging('THEME', 'MergeThemesSuccess'),
  }),
}))

const UndoMergeInput = builder.inputType('UndoMergeInput', {
  description: 'Which merge to undo, and why.',
  fields: (t) => ({
    merge: t.id({ required: true, description: 'The id of the merge, from the mutation, `merges` or the feed.' }),
    reason: t.string({ required: true, description: 'Why it was wrong, in a sentence; published in the feed.' }),
  }),
})

const UndoMergeSuccess = builder
  .objectRef<{ kind: 'UndoMergeSuccess'; merged: MergeKind; restored: string[] }>('UndoMergeSuccess')
  .implement({
    description: 'The merge was undone.',
    fields: (t) => ({
      restored: t.field({
        type: [builder.nodeInterfaceRef()],
        description: 'Those that it had merged into another, except any that no record names any more.',
        resolve: async ({ merged, restored }, _args, context, info) => {
          const { table } = kinds[merged]
          const rows = await loadNodes(
            restored.map((id) => ({ table, id })),
            context,
            info,
          )
          return rows.filter((row) => row !== null)
        },
      }),
    }),
  })

const UndoMergeResult = actResult('UndoMergeResult', 'A merge that was undone, or why it was not.', UndoMergeSuccess)

builder.mutationField('undoMerge', (t) =>
  t.field({
    type: UndoMergeResult,
    description:
      'Undoes a merge; merges can be undone in any order. What it merged is again as records state it, including slugs and totals; other merges stay in force. Needs a key of scope write.',
    args: { input: t.arg({ type: UndoMergeInput, required: true, description: 'The merge, and why.' }) },
    resolve: (_root, { input }, context) =>
      act(context, 'WRITE', input.reason, async (sql, by) => {
        const mergeId = rowId('Merge', input.merge, ['merge'])
        const { kind: merged, restored } = await undoMerge(sql, { ...by, mergeId })
        return { kind: 'UndoMergeSuccess' as const, merged, restored }
      }),
  }),
)
