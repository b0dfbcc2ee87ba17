import { proposalLines } from '@rapporteur/reader/proposal/proposal'
import { z } from 'zod'

/** The published JSON Schema of one line of a proposal: what a model or a person says that a record says. */
export function proposalSchema(): string {
  const lines = Object.entries(proposalLines).map(([name, line]) => {
    const { $schema: _, ...schema } = z.toJSONSchema(line, { io: 'input' })
    return [name, schema] as const
  })
  const published = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'proposal-line',
    description: 'One line of a proposal in JSON Lines, told by its first key.',
    anyOf: lines.map(([name]) => ({ $ref: `#/$defs/${name}` })),
    $defs: Object.fromEntries(lines),
  }
  return `${JSON.stringify(published, null, 2)}\n`
}
