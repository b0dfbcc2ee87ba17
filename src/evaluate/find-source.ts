import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { GoldCase } from './evaluate.js'
import { goldFrom } from './gold.js'

const Head = z.object({ source: z.object({ file: z.string(), sha256: z.string() }) })

export type Located = GoldCase | { name: string; missing: string }

/**
 * Opens a gold file and the document that it was made from. `source.file` is looked for in the folders above the gold file,
 * and in a folder `shared` beside them; it has to be the very bytes that the gold names. Throws where the gold file
 * itself cannot be read.
 *
 * @param document a document to read instead: the same record in another form
 */
export async function openGold(goldFile: string, document?: string): Promise<Located> {
  const json: unknown = JSON.parse(await readFile(goldFile, 'utf8'))
  const { file, sha256 } = Head.parse(json).source
  const name = (goldFile.split(/[\\/]/).at(-1) ?? goldFile).replace(/\.json$/, '')
  let otherBytes = false
  for (const path of places(goldFile, file)) {
    const bytes = await readFile(path).catch(() => null)
    if (!bytes) continue
    if (createHash('sha256').update(bytes).digest('hex') === sha256) {
      const source = new TextDecoder('utf-8').decode(bytes)
      return { name, gold: goldFrom(json, source), source, path: document ?? path }
    }
    otherBytes = true
  }
  return { name, missing: otherBytes ? `${file} is not the file that the gold was made from` : `${file} is not here` }
}

function places(goldFile: string, file: string): string[] {
  const above = [dirname(resolve(goldFile))]
  for (let i = 0; i < 3; i++) above.push(dirname(above[i] ?? ''))
  return above.flatMap((folder) => [resolve(folder, file), resolve(folder, 'shared', file)])
}
