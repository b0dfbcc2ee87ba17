import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A folder of real records, which are not part of this repository: `corpora` and `seed`, and gold readings of them in `gold`.
 * TEST_CORPORA names it; otherwise it is the folder `shared` beside the repository.
 */
const folder = resolve(process.env.TEST_CORPORA ?? fileURLToPath(new URL('../../../shared', import.meta.url)))

/** The path of a file or folder in it. */
export const corporaPath = (path: string): string => join(folder, path)

/** Whether a file or folder is there; says on the console what is skipped where it is not. */
export function hasCorpora(path: string, skipped: string): boolean {
  const isThere = existsSync(corporaPath(path))
  if (!isThere)
    console.warn(`${corporaPath(path)} is not there (TEST_CORPORA can name its folder). Skipped: ${skipped}.`)
  return isThere
}
