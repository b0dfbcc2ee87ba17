import { goldFiles } from '../../src/evaluate/gold-files.js'
import { openGold } from '../../src/evaluate/open-gold.js'
import { corporaPath } from './corpora.js'

/** The project's own gold readings, and those beside the real records where they are at hand. */
export const allGoldFiles = (): Promise<string[]> => goldFiles(['tests/gold', corporaPath('gold')])

/** Where `source.file` of a gold reading is looked for, if it is not part of this repository. */
export const recordsFolder = corporaPath('.')

export const openGoldHere = (goldFile: string) => openGold(goldFile, { records: [recordsFolder] })
