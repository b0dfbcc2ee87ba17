import { builder } from '../schema/builder.js'
import { idOf } from '../schema/ids.js'
import { spanOf } from '../schema/span.js'
import { VoteOption } from './results.js'
import { VoteEvent } from './vote-event.js'

builder.prismaObject('Vote', {
  description: "One voter's vote. Nobody has one who is only present.",
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Vote')),
    voteEvent: t.relation('voteEvent', { type: VoteEvent, description: 'The vote that it was given in.' }),
    meeting: t.relation('meeting', { description: 'The meeting that voted.' }),
    person: t.relation('person', {
      nullable: true,
      description: 'Who voted; null for a body, and if it is not clear who is meant.',
    }),
    organization: t.relation('organization', { nullable: true, description: 'The body that voted, if it was one.' }),
    nameAsPrinted: t.exposeString('nameAsPrinted', { description: 'The name of the voter, as printed.' }),
    option: t.expose('option', { type: VoteOption, description: 'How they voted.' }),
    optionAsPrinted: t.exposeString('optionAsPrinted', {
      nullable: true,
      description: 'The same as printed beside the name; null if it is the heading of a list of names.',
    }),
    position: t.exposeInt('position', { description: 'Its place among the votes of the meeting, from 1.' }),
    span: t.field(spanOf([], ['meeting', 'source'], 'The place of the vote in the record.')),
  }),
})
