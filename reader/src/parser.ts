import { createHash } from 'node:crypto'
import { readerVersions } from './files/versions.js'
import { languageVersion } from './language.js'
import { outlineVersion } from './outline/outline.js'
import { rulesVersion } from './rules.js'

/**
 * The versions of all readers, of the outline and of the rules together, and of how languages are told, in 16 hex digits: as long as it stays, the
 * same bytes with the same options are recognised and read the same, so that they need not be read to know it.
 */
export const parserVersion: string = createHash('sha256')
  .update(JSON.stringify([readerVersions, languageVersion, outlineVersion, rulesVersion]))
  .digest('hex')
  .slice(0, 16)
