import { readdir, readFile } from 'node:fs/promises'
import type { DataFolder } from '../database/data-folder.js'
import type { Database } from '../database/database.js'
import { ingestDocument } from '../ingest/ingest.js'
import type { DocumentReader } from '../ingest/readers/reader.js'
import type { GivenFile } from '../ingest/readers/reading.js'
import { forgetSample, holdsSample, noteSample, sampleSeries } from './sample-folder.js'

export interface SampleLoaded {
  /** Of its first record. */
  title: string
}

const samples = new URL('../../sample/', import.meta.url)

/** The records in the folder `sample`, by name. */
export async function sampleDocuments(): Promise<GivenFile[]> {
  const entries = await readdir(samples, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (fileName) => ({ fileName, bytes: await readFile(new URL(fileName, samples)) })),
  )
}

/**
 * Loads the sample into an embedded database that holds nothing.
 *
 * @returns what the archive holds of it afterwards; undefined where that is nothing.
 */
export async function loadSample(
  database: Database,
  reader: DocumentReader,
  folder: DataFolder,
): Promise<SampleLoaded | undefined> {
  const { prisma } = database
  if ((await prisma.meeting.count()) === 0) {
    // The note first: a sample without it would never make room.
    await noteSample(folder)
    for (const file of await sampleDocuments()) await ingestDocument(database, reader, file, { series: sampleSeries })
  }
  if (!holdsSample(folder)) return undefined
  const first = await prisma.meeting.findFirst({
    where: { series: { slug: sampleSeries } },
    orderBy: { sequence: 'asc' },
  })
  if (!first) await forgetSample(folder) // it made room, and the process ended before this
  return first ?? undefined
}
