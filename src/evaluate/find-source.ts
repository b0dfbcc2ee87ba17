import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { GoldCase } from './evaluate.js'
import { goldFrom } from './gold.js'

const Head = z.object({ source: z.object({ file: z.string(), sha256: z.string() }) })

export type Located = GoldCase | { name: string; missing: string }

/**
 * Opens a gold file and the document from which it was made. Looks for `source.file` in the gold file's folder and the three above
 * it, and in a folder `shared` inside each; its hash must be the one in the gold file. Throws if the gold file cannot be read.
 *
 * @param document a document to read instead: another copy of the same record
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
  return { name, missing: otherBytes ? `${file} is not the file that the gold was made from` : `${file} was not found` }
}

function places(goldFile: string, file: string): string[] {
  const above = [dirname(resolve(goldFile))]
  for (let i = 0; i < 3; i++) above.push(dirname(above[i] ?? ''))
  return above.flatMap((folder) => [resolve(folder, file), resolve(folder, 'shared', file)])
}
