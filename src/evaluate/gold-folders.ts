import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Where gold readings are looked for if none is named: the project's own, and those that lie beside the project. */
const goldFolders = ['tests/gold', '../shared/gold']

/** Not a reading but the figures that the readings have to keep. */
const floorFile = 'floor.json'

/** Every gold file of these folders, those that exist, by name. */
export async function goldFiles(folders: readonly string[] = goldFolders): Promise<string[]> {
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
