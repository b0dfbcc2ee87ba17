import { builder } from '../schema/builder.js'
import { citation } from '../schema/citation.js'
import { idOf } from '../schema/ids.js'
import { permalink } from '../schema/permalink.js'
import { spanOf } from '../schema/span.js'

/** The GraphQL types of Outcome's rows, by the column `kind`. */
export const outcomeTypes = {
  DECISION: 'Decision',
  MOTION: 'Motion',
  VOTE_EVENT: 'VoteEvent',
  ACTION_ITEM: 'ActionItem',
} as const

/** Always selected from Outcome: its id, and the column that decides its type. */
export const outcomeColumns = { id: true, kind: true } as const

/** What outcomes of each kind are called in a citation. */
const nouns = { DECISION: 'decision', MOTION: 'motion', VOTE_EVENT: 'vote', ACTION_ITEM: 'action item' } as const

export const Outcome = builder.prismaInterface('Outcome', {
  name: 'Outcome',
  description: 'What a meeting settled, what was put to it, a vote, or what somebody is to do.',
  interfaces: [builder.nodeInterfaceRef()],
  select: outcomeColumns,
  extensions: { read: { variants: { column: 'kind', types: outcomeTypes } } },
  resolveType: ({ kind }) => outcomeTypes[kind],
  fields: (t) => ({
    id: t.id(idOf('Outcome')),
    text: t.exposeString('text', { description: 'The words of the record that state it.' }),
    meeting: t.relation('meeting', { description: 'The meeting whose outcome it is.' }),
    section: t.relation('section', {
      nullable: true,
      description: 'The section that contains it; null if there is none.',
    }),
    paragraph: t.relation('paragraph', {
      nullable: true,
      description: 'The paragraph that contains it; null if it stands outside paragraphs, as in a table.',
    }),
    theme: t.relation('theme', {
      nullable: true,
      description: 'What it is about; null if the record names no theme.',
    }),
    position: t.exposeInt('position', {
      description: 'Its place among the outcomes of its type at the meeting, from 1.',
    }),
    span: t.field(spanOf([], ['meeting', 'source'], 'Where its words stand.')),
    permalink: t.field({
      type: 'URL',
      description: 'The URL of its place on the reading page of its meeting.',
      extensions: { read: { computed: true } },
      select: { id: true, meeting: { select: { slug: true } } },
      resolve: ({ id, meeting }, _args, { baseUrl }) => permalink(baseUrl, meeting.slug, { kind: 'outcome', id }),
    }),
    citation: t.string({
      description: 'How to refer to it in print: title, date or "undated", and the number of the paragraph.',
      extensions: { read: { computed: true } },
      select: {
        kind: true,
        position: true,
        paragraph: { select: { number: true, position: true } },
        meeting: { select: { title: true, date: true, endDate: true } },
      },
      resolve: ({ kind, position, meeting, paragraph }) =>
        citation({ meeting, paragraph, outcome: { noun: nouns[kind], position } }),
    }),
  }),
})
