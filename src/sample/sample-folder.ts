import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import type { DataFolder } from '../database/data-folder.js'

/** The series of the sample; its slug too. */
export const sampleSeries = 'sample'

/** Whether the sample is in the database of this folder, and has not made room yet. */
export const holdsSample = ({ sample }: DataFolder): boolean => existsSync(sample)

export const noteSample = ({ sample }: DataFolder): Promise<void> => writeFile(sample, '', { mode: 0o600 })

export const forgetSample = ({ sample }: DataFolder): Promise<void> => rm(sample, { force: true })
