import { writeFile } from 'node:fs/promises'
import { schema } from '../src/schema/schema.js'
import { printedSchema } from './printed-schema.js'

/** Writes `schema.graphql`, from which the SDK's types are made and against which changes are judged. */
await writeFile(new URL('../schema.graphql', import.meta.url), printedSchema(schema))
