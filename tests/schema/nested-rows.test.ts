import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import { describe, expect, it } from 'vitest'
import type PrismaTypes from '../../src/generated/pothos.js'
import { getDatamodel } from '../../src/generated/pothos.js'
import { nestedRows } from '../../src/schema/nested-rows.js'

const notAsked = (): never => {
  throw new Error('Only types are built.')
}

/** What `select` leads to is a matter of types: `tsc` fails on an error that is expected and not there. */
describe('rows at the end of relations', () => {
  it('are of the type of the field, or it does not compile', () => {
    const builder = new SchemaBuilder<{ PrismaTypes: PrismaTypes; DefaultFieldNullability: false }>({
      plugins: [PrismaPlugin],
      defaultFieldNullability: false,
      prisma: { client: notAsked, dmmf: getDatamodel() },
    })
    const Person = builder.prismaObject('Person', { fields: (t) => ({ name: t.exposeString('name') }) })
    const Theme = builder.prismaObject('Theme', { fields: (t) => ({ title: t.exposeString('title') }) })
    builder.prismaObject('Paragraph', {
      fields: (t) => ({
        speakers: t.field({
          type: [Person],
          select: (_args, _context, nested) => ({ remarks: { select: { speaker: nested() } } }),
          ...nestedRows({ once: true }),
        }),
        // @ts-expect-error: the speakers of remarks are no themes
        themes: t.field({
          type: [Theme],
          select: (_args, _context, nested) => ({ remarks: { select: { speaker: nested() } } }),
          ...nestedRows(),
        }),
      }),
    })
    builder.queryType({ fields: (t) => ({ persons: t.prismaField({ type: [Person], resolve: () => [] }) }) })
    expect(Object.keys(builder.toSchema().getTypeMap())).toContain('Paragraph')
  })
})
