import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { citation } from '../schema/citation.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { nestedRows } from '../schema/nested-rows.js'
import { permalink } from '../schema/permalink.js'
import { spanOf } from '../schema/span.js'
import { Attribution } from './remark-filter.js'

const NameMatch = builder.enumType('NameMatch', {
  description: 'How a printed name was matched to a person.',
  values: described(enums.NameMatch, {
    EXACT: 'The same name, apart from honorific, capitals, diacritics and punctuation.',
    WITHOUT_MIDDLE_NAMES: 'The same name without middle names and initials.',
    OTHER_ORDER: 'The same parts in another order.',
    FAMILY_NAME: 'Honorific and family name, which match only one person.',
    ABBREVIATION: 'Initials or an abbreviation that the record or its register defines.',
    PRONOUN: '"He" or "she": the last speaker of the same turn.',
    CONTEXT: '"The participant", where only one person can be meant.',
    ROLE_HOLDER: 'A role whose holder the record names.',
    IDENTIFIER: "The record's own reference to a person.",
    CURATOR: 'A correction says so, whatever is printed.',
  }),
})

/** The GraphQL types of Remark's rows, by the column `kind`. */
const types = { STATEMENT: 'Statement', RESPONSE: 'Response' } as const

/** Always selected from Remark: its id, and the column that decides its type. */
export const remarkColumns = { id: true, kind: true } as const

export const Remark = builder.prismaInterface('Remark', {
  name: 'Remark',
  description: 'What the record attributes to one speaker as one unit.',
  interfaces: [builder.nodeInterfaceRef()],
  select: remarkColumns,
  extensions: { read: { variants: { column: 'kind', types } } },
  resolveType: ({ kind }) => types[kind],
  fields: (t) => ({
    id: t.id(idOf('Remark')),
    text: t.string({
      description:
        'The words, as reported. Those of a paragraph that several people raised are shared by all their statements.',
      select: { utterance: { select: { text: true } } },
      extensions: { read: { column: ['utterance', 'text'] } },
      resolve: ({ utterance }) => utterance.text,
    }),
    attribution: t.expose('attribution', { type: Attribution, description: 'To whom the record attributes it.' }),
    speaker: t.relation('speaker', {
      nullable: true,
      description: 'Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name.',
    }),
    speakerMatch: t.expose('speakerMatch', {
      type: NameMatch,
      nullable: true,
      description:
        'How the printed name was matched to the speaker; null if there is none, or no list of those present to match with.',
    }),
    speakerAsPrinted: t.exposeString('speakerAsPrinted', {
      nullable: true,
      description: 'The name as printed here; null if none is printed.',
    }),
    speakerRole: t.exposeString('speakerRole', {
      nullable: true,
      description: 'The role that is printed for the speaker, "the Chair"; null if none is printed.',
    }),
    party: t.relation('party', {
      nullable: true,
      description:
        'For PARTY the body that spoke; for ROLE the body of the role, if printed ("Representative of …"); otherwise null.',
    }),
    onBehalfOf: t.field({
      type: ['Organization'],
      description: 'The bodies on whose behalf this was said according to the record, as printed.',
      select: (_args, _context, nested) => ({
        onBehalfOf: { orderBy: { position: 'asc' }, select: { organization: nested() } },
      }),
      ...nestedRows(),
    }),
    affiliations: t.field({
      type: ['Affiliation'],
      description:
        "The speaker's titles and bodies as of this meeting: CURRENT, INCOMING, FORMER, then as printed. Later changes of post do not affect them.",
      select: (_args, _context, nested) => ({
        affiliations: {
          where: { affiliationId: { not: null } }, // the others stand for the party itself
          orderBy: { position: 'asc' },
          select: { affiliation: nested() },
        },
      }),
      ...nestedRows(),
    }),
    organization: t.relation('organization', {
      nullable: true,
      description: 'The body of the first CURRENT one of the affiliations, or the party; null if there is neither.',
    }),
    paragraph: t.relation('paragraph', {
      nullable: true,
      description: 'The paragraph that contains it; null in records without paragraphs, such as transcripts.',
    }),
    section: t.relation('section', {
      nullable: true,
      description: 'The section that contains it; null if there is none.',
    }),
    theme: t.relation('theme', {
      nullable: true,
      description: 'What it is about; null if the record names no theme.',
    }),
    meeting: t.relation('meeting', { description: 'The meeting at which it was said.' }),
    position: t.exposeInt('position', { description: 'Its place among the remarks of the meeting, from 1.' }),
    span: t.field(spanOf(['utterance'], ['meeting', 'source'], 'Where its words stand.')),
    permalink: t.field({
      type: 'URL',
      description: 'The URL of its place on the reading page of its meeting.',
      extensions: { read: { computed: true } },
      select: { id: true, meeting: { select: { slug: true } } },
      resolve: ({ id, meeting }, _args, { baseUrl }) => permalink(baseUrl, meeting.slug, { kind: 'remark', id }),
    }),
    citation: t.string({
      description: 'How to refer to it in print: speaker, title, date or "undated", and the number of the paragraph.',
      extensions: { read: { computed: true } },
      select: {
        position: true,
        speakerRole: true,
        speaker: { select: { name: true } },
        party: { select: { name: true } },
        paragraph: { select: { number: true, position: true } },
        meeting: { select: { title: true, date: true, endDate: true } },
      },
      resolve: ({ meeting, paragraph, position, speaker, party, speakerRole }) =>
        citation({
          meeting,
          paragraph,
          remark: { position, speaker: speaker?.name ?? speakerRole ?? party?.name ?? null },
        }),
    }),
  }),
})
