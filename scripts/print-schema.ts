import { writeFile } from 'node:fs/promises'
import { schema } from '../src/schema/schema.js'
import { meetingRecordSchema } from './meeting-record-schema.js'
import { printedSchema } from './printed-schema.js'

/**
 * Writes `schema.graphql`, from which the SDK's types are made and against which changes are judged, and the JSON Schema of
 * what is exported and taken again.
 */
await writeFile(new URL('../schema.graphql', import.meta.url), printedSchema(schema))
await writeFile(new URL('../docs/meeting-record.schema.json', import.meta.url), meetingRecordSchema())
