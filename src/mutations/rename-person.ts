import { queryFromInfo } from '@pothos/plugin-prisma'
import { renamePerson } from '../curate/rename-person.js'
import { Person } from '../person/person.js'
import { builder } from '../schema/builder.js'
import { withSelect } from '../schema/with-select.js'
import { act } from './act.js'
import { actResult } from './act-result.js'
import { namedRow } from './named-row.js'

const RenamePersonInput = builder.inputType('RenamePersonInput', {
  description: 'The new name of a person, and why.',
  fields: (t) => ({
    person: t.id({ required: true, description: 'The id or slug of the person.' }),
    name: t.string({ required: true, description: 'The name to show, without honorific, given name first.' }),
    reason: t.string({ required: true, description: 'Why, in a sentence; published in the feed.' }),
  }),
})

const RenamePersonSuccess = builder
  .objectRef<{ kind: 'RenamePersonSuccess'; personId: string }>('RenamePersonSuccess')
  .implement({
    description: 'The person was renamed.',
    fields: (t) => ({
      person: t.field({
        type: Person,
        description: 'The person.',
        resolve: ({ personId }, _args, context, info) =>
          context.prisma.person.findUniqueOrThrow({
            ...withSelect<object>(queryFromInfo({ context, info })),
            where: { id: personId },
          }),
      }),
    }),
  })

const RenamePersonResult = actResult('RenamePersonResult', 'A person who was renamed, or why not.', RenamePersonSuccess)

builder.mutationField('renamePerson', (t) =>
  t.field({
    type: RenamePersonResult,
    description:
      'Sets the name by which a person is shown and sorted, whatever records print, now or when read again. Printed forms and the slug stay. Needs a key of scope write.',
    args: { input: t.arg({ type: RenamePersonInput, required: true, description: 'The person, and the name.' }) },
    resolve: (_root, { input }, context) =>
      act(context, 'WRITE', input.reason, async (sql, by) => {
        const personId = await namedRow(sql, 'Person', input.person, ['person'])
        await renamePerson(sql, { ...by, personId, name: input.name })
        return { kind: 'RenamePersonSuccess' as const, personId }
      }),
  }),
)
