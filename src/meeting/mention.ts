import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { byNumber } from '../schema/order.js'
import { spanOf } from '../schema/span.js'

/** The mentions of one meeting, in the order of the record. */
export const printedOrder = byNumber('mentions', 'position')

const MentionKind = builder.enumType('MentionKind', {
  description: 'Why somebody is named who neither attends nor speaks.',
  values: described(enums.MentionKind, {
    CITED: 'Quoted or referred to.',
    IN_TITLE: "Named in somebody else's title.",
  }),
})

builder.prismaObject('Mention', {
  description: 'A place where the record names a person who neither attends nor speaks.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Mention')),
    kind: t.expose('kind', { type: MentionKind, description: 'Cited, or named in a title.' }),
    nameAsPrinted: t.exposeString('nameAsPrinted', { description: 'The name as printed here.' }),
    person: t.relation('person', { nullable: true, description: 'Who is meant; null if that is not clear.' }),
    span: t.field(spanOf([], ['meeting', 'source'], 'The place of the name in the record.')),
    paragraph: t.relation('paragraph', {
      nullable: true,
      description: 'The paragraph that names the person; null outside paragraphs, as in a list of those present.',
    }),
    meeting: t.relation('meeting', { description: 'The meeting whose record names the person.' }),
  }),
})
