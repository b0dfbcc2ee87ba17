import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { badInput } from '../schema/errors.js'
import { referredTo } from '../schema/reference.js'
import { Paragraph } from './paragraph.js'

builder.queryField('paragraph', (t) =>
  t.field({
    type: Paragraph,
    nullable: true,
    description:
      'The paragraph with this printed number; null if the meeting has none. An error if several have it and "section" does not say which.',
    args: {
      meeting: t.arg.string({ required: true, description: 'The slug or the id of the meeting.' }),
      number: t.arg.string({ required: true, description: 'The number, as printed.' }),
      section: t.arg.int({ description: 'The position of the section that directly contains it, from 1.' }),
    },
    extensions: { read: { row: { model: 'Paragraph', where: byNumber, mayBeSeveral: true } } },
    resolve: async (_root, { meeting, number, section }, context, info) => {
      const found = await context.prisma.paragraph.findMany({
        ...queryFromInfo({ context, info, select: { id: true, section: { select: { position: true } } } }),
        where: byNumber({ meeting, number, section }),
        orderBy: { position: 'asc' },
      })
      if (found.length > 1) throw ambiguous(number, found, section)
      return found[0]
    },
  }),
)

interface PrintedNumber {
  meeting: string
  number: string
  section?: number | null | undefined
}

const byNumber = ({ meeting, number, section }: PrintedNumber) => ({
  ...ofMeeting(meeting),
  number,
  ...(section == null ? {} : { section: { position: section } }),
})

const ofMeeting = (meeting: string) =>
  referredTo<Prisma.ParagraphWhereInput>('MEETING', [meeting], ['meeting'], {
    id: (meetingId) => ({ meetingId }),
    row: (row) => ({ meeting: row }),
  })

function ambiguous(
  number: string,
  found: { section: { position: number } | null }[],
  section: number | null | undefined,
) {
  const sections = [...new Set(found.map((paragraph) => paragraph.section?.position))]
  const printed = `The number ${JSON.stringify(number)} is printed ${found.length} times in this meeting`
  if (section == null && sections.length === found.length && !sections.includes(undefined))
    return badInput(`${printed}: give "section", one of ${sections.join(', ')}.`, ['section'])
  return badInput(`${printed}, and no section tells them apart: list them with "meeting { paragraphs }".`, ['number'])
}
