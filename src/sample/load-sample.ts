import { readdir, readFile } from 'node:fs/promises'
import type { GivenFile } from '@rapporteur/reader/files/reading'
import type { Database } from '../database/database.js'
import type { DataFolder } from '../database/embedded/data-folder.js'
import { forgetSample, holdsSample, noteSample, sampleSeries } from './sample-folder.js'

export interface SampleLoaded {
  /** The title of its first record. */
  title: string
}

const samples = new URL('../../sample/', import.meta.url)

/** The records in the folder `sample`, sorted by name. */
export async function sampleDocuments(): Promise<GivenFile[]> {
  const entries = await readdir(samples, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (fileName) => ({ fileName, bytes: await readFile(new URL(fileName, samples)) })),
  )
}

/**
 * Loads the sample into an empty embedded database.
 *
 * @returns the part of the sample that is in the archive afterwards; undefined if there is none
 */
export async function loadSample(database: Database, folder: DataFolder): Promise<SampleLoaded | undefined> {
  const { prisma } = database
  if ((await prisma.meeting.count()) === 0) {
    // The marker first: a sample without it would never be removed.
    await noteSample(folder)
    await ingestSample(database)
  }
  if (!holdsSample(folder)) return undefined
  const first = await prisma.meeting.findFirst({
    where: { series: { slug: sampleSeries } },
    orderBy: { sequence: 'asc' },
  })
  if (!first) await forgetSample(folder) // the sample was removed, but the process ended before its marker was
  return first ?? undefined
}

async function ingestSample(database: Database): Promise<void> {
  // Loaded here, so that a server starts sooner wherever the sample is not missing.
  const { ingestDocument } = await import('../ingest/ingest.js')
  const { openDocumentReader } = await import('../ingest/threads/document-threads.js')
  const reader = openDocumentReader({ threads: 1 })
  for (const file of await sampleDocuments())
    await ingestDocument(database, reader, file, { series: sampleSeries, by: 'Rapporteur' })
}
