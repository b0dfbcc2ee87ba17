import { readdir, readFile } from 'node:fs/promises'
import { type Page, page } from './page.js'

const folder = new URL('../../desk/', import.meta.url)

/** The modules of the desk's script by their addresses, `/desk/desk.js`: plain JavaScript, sent as it stands in the folder. */
export async function deskFiles(): Promise<ReadonlyMap<string, Page>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const pages = names.map(async (name): Promise<[string, Page]> => {
    const text = await readFile(new URL(name, folder), 'utf8')
    return [`/desk/${name}`, page('text/javascript', text)]
  })
  return new Map(await Promise.all(pages))
}
