import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import type { DataFolder } from '../database/embedded/data-folder.js'

/** The title and slug of the sample's series. */
export const sampleSeries = 'sample'

/** Whether this folder's database still contains the sample. */
export const holdsSample = ({ sample }: DataFolder): boolean => existsSync(sample)

/** Notes that the database contains the sample. */
export const noteSample = ({ sample }: DataFolder): Promise<void> => writeFile(sample, '', { mode: 0o600 })

/** Notes that it no longer does. */
export const forgetSample = ({ sample }: DataFolder): Promise<void> => rm(sample, { force: true })
