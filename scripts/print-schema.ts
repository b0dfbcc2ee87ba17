import { writeFile } from 'node:fs/promises'
import { schema } from '../src/schema/schema.js'
import { folderFactsSchema } from './folder-facts-schema.js'
import { meetingRecordSchema } from './meeting-record-schema.js'
import { printedSchema } from './printed-schema.js'
import { proposalSchema } from './proposal-schema.js'

/**
 * Writes `schema.graphql`, from which the SDK's types are generated and against which changes are checked, and the JSON
 * Schemas of exported meetings, of `rapporteur.json` and of a proposal's lines.
 */
await writeFile(new URL('../schema.graphql', import.meta.url), printedSchema(schema))
await writeFile(new URL('../docs/meeting-record.schema.json', import.meta.url), meetingRecordSchema())
await writeFile(new URL('../docs/rapporteur.schema.json', import.meta.url), folderFactsSchema())
await writeFile(new URL('../docs/proposal.schema.json', import.meta.url), proposalSchema())
