import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { annotationTask } from '@rapporteur/reader/proposal/task'
import { serversReader } from './ingester.js'

/** The task of reading a stored document, whole or in part. */
export const taskOf = async (
  { sha256, ...file }: { bytes: Uint8Array; fileName: string; mediaType: string; sha256: string },
  part: { from?: number | undefined; to?: number | undefined },
): Promise<string> => annotationTask(outlineOf(await serversReader().read(file)), { sha256, ...part })
