import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { byNumber } from '../schema/order.js'
import { spanOf } from '../schema/span.js'

/** The passages of one meeting, in the order of the record. */
export const printedOrder = byNumber('passages', 'position')

export const PassageKind = builder.enumType('PassageKind', {
  description: 'How the record withholds a name.',
  values: described(enums.PassageKind, {
    ANONYMOUS: 'Somebody, not named: "one participant suggested".',
    IMPERSONAL: 'Nobody in particular: "it was suggested that".',
  }),
})

builder.prismaObject('UnattributedPassage', {
  description:
    'A stretch of a paragraph that the record attributes to nobody by name. It is never attributed by guessing, even inside the words of a statement.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('UnattributedPassage')),
    kind: t.expose('kind', { type: PassageKind, description: 'Somebody unnamed, or nobody in particular.' }),
    text: t.exposeString('text', { description: 'The passage.' }),
    wording: t.exposeString('wording', { description: 'The printed words that withhold the name.' }),
    span: t.field(spanOf([], ['meeting', 'source'], 'Where the passage stands.')),
    paragraph: t.relation('paragraph', { description: 'The paragraph that contains it.' }),
  }),
})
