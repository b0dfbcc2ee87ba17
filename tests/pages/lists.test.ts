import { beforeAll, describe, expect, it } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { encodeCursor } from '../../src/schema/cursor.js'
import { byTitle } from '../../src/theme/theme-order.js'
import { testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'

let handle: ReturnType<typeof handlerOf>
const get = async (path: string) => (await handle(path)).text()

/** The names in a list, without its markup. */
const listed = (page: string) => [...page.matchAll(/<li><a href="[^"]+">([^<]+)<\/a>/g)].map(([, name = '']) => name)

const minutes = (day: string, heading: string, ...turns: string[]) => `# Quay Committee, ${day}

Present: Ada Quill, Ben Roe, Cleo Moss

## ${heading}

${turns.join('\n\n')}
`

beforeAll(async () => {
  const database = await testDatabase()
  const add = (name: string, text: string, series: string) =>
    ingestDocument(database, openReader(), { fileName: `${name}.md`, bytes: Buffer.from(text) }, { series })
  await add('one', minutes('4 March 2024', 'Dredging', 'Ada Quill: It is too dear.', 'Ben Roe: It is not.'), 'quay')
  await add('two', minutes('5 March 2024', 'Lamps', 'Cleo Moss: They are out.', 'Ben Roe: All of them.'), 'quay')
  await add('three', minutes('6 March 2024', 'Ropes', 'Ada Quill: They are old.', 'Ben Roe: One is new.'), 'yard')
  handle = handlerOf(database)
})

describe('a list', () => {
  it('is narrowed by words of a name', async () => {
    expect(listed(await get('/themes?q=lam'))).toEqual(['Lamps'])
    expect(await get('/themes?q=nothing-like-it')).toContain('Nothing fits.')
  })

  it('is narrowed to what belongs to a node, says so, and leads out of it', async () => {
    const page = await get('/themes?series=quay')
    expect(listed(page)).toEqual(['Dredging', 'Lamps'])
    expect(page).toContain('series <a href="/series/quay">')
    expect(page).toMatch(/<a class="noprint" href="\/themes" aria-label="Without [^"]+">×<\/a>/)
    expect(page).toContain('<input type="hidden" name="series" value="quay">')
  })

  it('is narrowed by several at once', async () => {
    const [person = ''] = /\/people\/(cleo-moss[a-z0-9-]*)/.exec(await get('/people')) ?? []
    expect(listed(await get(`/themes?series=quay&person=${person.slice('/people/'.length)}`))).toEqual(['Lamps'])
  })

  it('takes no parameter that it does not know', async () => {
    expect(listed(await get('/themes?colour=red'))).toHaveLength(3)
  })

  it('shows no letters where all fits on a page, and begins at a letter where it is asked to', async () => {
    expect(await get('/themes')).not.toContain('class="letters')
    const letters = await get(
      `/themes?after=${encodeCursor(byTitle, { value: 'l', id: '00000000-0000-0000-0000-000000000000' })}`,
    )
    expect(listed(letters)).toEqual(['Lamps', 'Ropes'])
    expect(letters).toContain('class="letters')
  })
})

describe('a series', () => {
  it('has a page with its meetings, and lists of what belongs to it', async () => {
    expect(listed(await get('/series'))).toHaveLength(2)
    const page = await get('/series/quay')
    expect(page).toContain('2 meetings.')
    expect(page).toContain('href="/people?series=quay"')
    expect(listed(page)).toHaveLength(2)
  })

  it('is not found where there is none', async () => {
    expect((await handle('/series/none')).status).toBe(404)
  })
})
