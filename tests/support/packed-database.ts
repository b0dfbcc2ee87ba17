import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))
const { version } = JSON.parse(readFileSync(at('@electric-sql/pglite/package.json'), 'utf8'))
const packed = at(`.cache/rapporteur/database-${version}.tar.gz`)

/** The empty embedded database that `npm run build` and `npm test` pack, which saves making one; undefined where neither has run. */
export const packedDatabase = existsSync(packed) ? packed : undefined
