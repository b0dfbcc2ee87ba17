import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { GoldCase } from './evaluate.js'
import { goldFrom } from './gold.js'

const Head = z.object({ source: z.object({ file: z.string(), sha256: z.string() }) })

/** A gold reading with its source, or why there is none to score. */
export type OpenedGold = GoldCase | { name: string; missing: string }

export interface OpenGoldOptions {
  /** A document to read instead of the source: another copy of the same record. */
  document?: string | undefined
  /** Folders in which `source.file` is looked for as well. */
  records?: readonly string[] | undefined
}

/**
 * Opens a gold file and the document from which it was made. `source.file` is looked for in the gold file's folder, the three above
 * it, and `records`; its hash must be the one in the gold file. Throws if the gold file cannot be read.
 */
export async function openGold(
  goldFile: string,
  { document, records = [] }: OpenGoldOptions = {},
): Promise<OpenedGold> {
  const json: unknown = JSON.parse(await readFile(goldFile, 'utf8'))
  const { file, sha256 } = Head.parse(json).source
  const name = (goldFile.split(/[\\/]/).at(-1) ?? goldFile).replace(/\.json$/, '')
  let otherBytes = false
  for (const folder of [...foldersAbove(goldFile), ...records]) {
    const path = resolve(folder, file)
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

/** The folder of a file, and the three above it. */
function foldersAbove(path: string): string[] {
  const folders = [dirname(resolve(path))]
  for (let i = 0; i < 3; i++) folders.push(dirname(folders[i] ?? ''))
  return folders
}
