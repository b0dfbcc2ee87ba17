import { erasePerson } from '../curate/erase/erase-person.js'
import { builder } from '../schema/builder.js'
import { encodeId } from '../schema/ids.js'
import { act } from './act.js'
import { actResult } from './act-result.js'
import { namedRow } from './named-row.js'

const ErasePersonInput = builder.inputType('ErasePersonInput', {
  description: 'The person to erase, and why.',
  fields: (t) => ({
    person: t.id({ required: true, description: 'The id or slug of the person.' }),
    reason: t.string({ required: true, description: 'Why, in a sentence without the name; published in the feed.' }),
  }),
})

const ErasePersonSuccess = builder
  .objectRef<{ kind: 'ErasePersonSuccess'; personId: string }>('ErasePersonSuccess')
  .implement({
    description: 'The name was erased.',
    fields: (t) => ({
      erased: t.id({
        description: 'The id of the person, who stays in the archive without a name.',
        resolve: ({ personId }) => encodeId('Person', personId),
      }),
    }),
  })

const ErasePersonResult = actResult(
  'ErasePersonResult',
  'A person whose name was erased, or why it was not.',
  ErasePersonSuccess,
)

builder.mutationField('erasePerson', (t) =>
  t.field({
    type: ErasePersonResult,
    description:
      'Removes the name of a person from the archive for good, at their legal request: in every row, text and document it is replaced by a mask of the same length. What they said stays, without the name. It cannot be undone, and the same files cannot be ingested again. Needs a key of scope admin.',
    args: { input: t.arg({ type: ErasePersonInput, required: true, description: 'The person, and why.' }) },
    resolve: (_root, { input }, context) =>
      act(context, 'ADMIN', input.reason, async (sql, by) => {
        const personId = await namedRow(sql, 'Person', input.person, ['person'])
        await erasePerson(sql, { ...by, personId })
        return { kind: 'ErasePersonSuccess' as const, personId }
      }),
  }),
)
