import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Contains no reading but the minimum scores that a test enforces. */
const floorFile = 'floor.json'

/** All gold files of these folders, sorted by name; folders that do not exist are skipped. */
export async function goldFiles(folders: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder).catch(() => []))
        .filter((file) => file.endsWith('.json') && file !== floorFile)
        .sort()
        .map((file) => join(folder, file)),
    ),
  )
  return lists.flat()
}
