import { createHash } from 'node:crypto'
import { readerVersions } from './files/versions.js'
import { languageVersion } from './language.js'
import { outlineVersion } from './outline/outline.js'
import { rulesVersion } from './rules.js'
import { structuredVersion } from './structured/structured.js'

/**
 * The versions of all readers, of the outline, of the rules and of what reads XML together, and of how languages are told, in 16 hex
 * digits: as long as it stays, the same bytes with the same options are recognised and read the same, so that they need not be read to
 * know it.
 */
export const parserVersion: string = createHash('sha256')
  .update(JSON.stringify([readerVersions, languageVersion, outlineVersion, rulesVersion, structuredVersion]))
  .digest('hex')
  .slice(0, 16)
