import { MeetingRecord } from '@rapporteur/reader/record'
import { z } from 'zod'
import { MeetingEnvelope } from '../src/ingest/meeting-record/envelope.js'

/** The published JSON Schema of an exported meeting, which can be ingested again. */
export function meetingRecordSchema(): string {
  const named = z.registry<{ id: string }>()
  named.add(MeetingRecord, { id: 'MeetingRecord' })
  named.add(MeetingEnvelope, { id: 'MeetingEnvelope' })
  const at = (id: string) => `#/$defs/${id}`
  const { schemas } = z.toJSONSchema(named, { uri: at, io: 'input' })
  const definitions = Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema] as const)
  const published = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'meeting-record',
    description:
      'The export of one meeting (MeetingEnvelope), or a MeetingRecord alone. Offsets are UTF-16 code units of the source text.',
    anyOf: [{ $ref: at('MeetingEnvelope') }, { $ref: at('MeetingRecord') }],
    $defs: Object.fromEntries(definitions),
  }
  return `${JSON.stringify(published, null, 2)}\n`
}
