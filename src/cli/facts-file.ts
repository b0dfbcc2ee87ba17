import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type FolderFacts, folderFacts, pathText } from '@rapporteur/reader/structured/folder-facts'
import { ReportedError } from '../database/reported-error.js'

/** The file in a folder of records that states what they have in common. */
export const factsName = 'rapporteur.json'

export interface FactsFile {
  readonly path: string
  readonly folder: string
  readonly facts: FolderFacts
}

/** The facts of a folder; undefined if it has no such file. @throws ReportedError that says what is wrong with the file */
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
    throw new ReportedError(`${path} is not JSON (${reason}). Nothing was read.`, { cause: error })
  }
}

/** Returns a function that finds the facts for a folder: its own, or those of its nearest ancestor. Each folder is read once. */
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
