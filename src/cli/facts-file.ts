import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ReportedError } from '../database/reported-error.js'
import { type FolderFacts, folderFacts, pathText } from '../ingest/context/folder-facts.js'

/** The name of the file beside a folder of records that says what they share. */
export const factsName = 'rapporteur.json'

export interface FactsFile {
  readonly path: string
  readonly folder: string
  readonly facts: FolderFacts
}

/** @throws ReportedError that names the file and what in it is wrong; a file that is not there is undefined. */
async function factsIn(folder: string): Promise<FactsFile | undefined> {
  const path = join(folder, factsName)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw new ReportedError(`${path} cannot be read: ${error.message}.`, { cause: error })
  })
  if (text === undefined) return undefined
  const facts = folderFacts(parsed(path, text))
  if (!('faults' in facts)) return { path, folder, facts }
  const faults = facts.faults.map(({ path: names, message }) => `${pathText(names) || 'the whole'}: ${message}`)
  throw new ReportedError(`${path}, ${faults.join(' ')} Nothing was read.`)
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ReportedError(`${path} is no JSON (${reason}). Nothing was read.`, { cause: error })
  }
}

/** Finds the facts that hold in a folder: those of the nearest folder upward that has any. Each folder is looked at once. */
export function openFactsFiles(): (folder: string) => Promise<FactsFile | undefined> {
  const known = new Map<string, Promise<FactsFile | undefined>>()
  const nearest = async (folder: string): Promise<FactsFile | undefined> => {
    const above = dirname(folder)
    return (await factsIn(folder)) ?? (above === folder ? undefined : find(above))
  }
  const find = (folder: string): Promise<FactsFile | undefined> => {
    const found = known.get(folder) ?? nearest(folder)
    known.set(folder, found)
    return found
  }
  return (folder) => find(resolve(folder))
}
