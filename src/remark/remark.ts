import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { citation } from '../schema/citation.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { permalink } from '../schema/permalink.js'
import { readAs } from '../schema/read-as.js'
import { spanOf } from '../schema/span.js'
import { Attribution } from './remark-filter.js'

const NameMatch = builder.enumType('NameMatch', {
  description: 'How a printed name was matched to a person.',
  values: described(enums.NameMatch, {
    EXACT: 'The same name, apart from honorific, capitals, diacritics and punctuation.',
    WITHOUT_MIDDLE_NAMES: 'The same name without middle names and initials.',
    OTHER_ORDER: 'The same parts in another order.',
    FAMILY_NAME: 'Honorific and family name, which only one person fits.',
    ABBREVIATION: 'Initials or an abbreviation that the record or its register defines.',
    PRONOUN: '"He" or "she": the last speaker of the same turn.',
    CONTEXT: '"The participant", where only one person can be meant.',
    ROLE_HOLDER: 'A role that the record says who holds.',
    IDENTIFIER: "The record's own reference to a person.",
  }),
})

/** The types that rows of Remark have, by the column `kind`. */
const types = { STATEMENT: 'Statement', RESPONSE: 'Response' } as const

/** What every row of Remark is selected with: its id, and the column that tells its type. */
export const remarkColumns = { id: true, kind: true } as const

export const Remark = builder.prismaInterface('Remark', {
  name: 'Remark',
  description: 'What the record gives to one speaker as one unit.',
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
      extensions: readAs({ column: ['utterance', 'text'] }),
      resolve: ({ utterance }) => utterance.text,
    }),
    attribution: t.expose('attribution', { type: Attribution, description: 'To whom the record gives it.' }),
    speaker: t.relation('speaker', {
      nullable: true,
      description: 'Who said it; null for PARTY, for ANONYMOUS, and for a ROLE that the record gives no name for.',
    }),
    speakerMatch: t.expose('speakerMatch', {
      type: NameMatch,
      nullable: true,
      description:
        'How the printed name was matched to the speaker; null where there is none, or no list of those present to match with.',
    }),
    speakerAsPrinted: t.exposeString('speakerAsPrinted', {
      nullable: true,
      description: 'The name at this place, as printed; null where none is.',
    }),
    speakerRole: t.exposeString('speakerRole', {
      nullable: true,
      description: 'The role that is printed for the speaker, "the Chair"; null where none is.',
    }),
    party: t.relation('party', {
      nullable: true,
      description:
        'The body that spoke, for PARTY; for ROLE the body whose role it is, where printed ("Representative of …"); else null.',
    }),
    onBehalfOf: t.field({
      type: ['Organization'],
      description: 'The bodies for whom the record says this was said, as printed.',
      extensions: readAs({ nested: {} }),
      select: (_args, _context, nested) => ({
        onBehalfOf: { orderBy: { position: 'asc' }, select: { organization: nested() } },
      }),
      resolve: ({ onBehalfOf }) => onBehalfOf.map(({ organization }) => organization),
    }),
    affiliations: t.field({
      type: ['Affiliation'],
      description:
        "The speaker's titles and bodies as of this meeting: CURRENT, INCOMING, FORMER, then as printed. Later moves change nothing here.",
      extensions: readAs({ nested: {} }),
      select: (_args, _context, nested) => ({
        affiliations: {
          where: { affiliationId: { not: null } }, // the others are the party itself
          orderBy: { position: 'asc' },
          select: { affiliation: nested() },
        },
      }),
      resolve: ({ affiliations }) => affiliations.flatMap(({ affiliation }) => affiliation ?? []),
    }),
    organization: t.relation('organization', {
      nullable: true,
      description: 'The body of the first CURRENT one of the affiliations, or the party; null where there is neither.',
    }),
    paragraph: t.relation('paragraph', {
      nullable: true,
      description: 'The paragraph that it stands in; null in records without paragraphs, such as transcripts.',
    }),
    section: t.relation('section', {
      nullable: true,
      description: 'The section that it stands in; null where the record has none.',
    }),
    theme: t.relation('theme', {
      nullable: true,
      description: 'What it is about; null where the record names no theme.',
    }),
    meeting: t.relation('meeting', { description: 'The meeting at which it was said.' }),
    position: t.exposeInt('position', { description: 'Its place among the remarks of the meeting, from 1.' }),
    span: t.field(spanOf(['utterance'], ['meeting', 'source'], 'Where its words stand.')),
    permalink: t.field({
      type: 'URL',
      description: 'Its place on the reading page of its meeting on this server.',
      extensions: readAs({ computed: true }),
      select: { id: true, meeting: { select: { slug: true } } },
      resolve: ({ id, meeting }, _args, { baseUrl }) => permalink(baseUrl, meeting.slug, { kind: 'remark', id }),
    }),
    citation: t.string({
      description: 'How to refer to it in print: speaker, title, date or "undated", and the number of the paragraph.',
      extensions: readAs({ computed: true }),
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
