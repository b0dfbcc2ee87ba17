import { getDatamodel } from '../generated/pothos.js'
import { type Models, modelsOf } from './model.js'

/** The tables of the archive. */
export const archiveTables: Models = modelsOf(getDatamodel())
