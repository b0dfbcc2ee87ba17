import { readFile } from '@rapporteur/reader/files/read-file'
import { readRecord } from '@rapporteur/reader/read'
import { expect, it } from 'vitest'

it('a name that a list prints beside an office or initials is among the printed forms', async () => {
  const text = `Minutes of the Weir Board

4 March 2031

Present: Ada Moss (Chair), Ben Poe, Dot Fay

The Chair said that the weir leaks. Ben Poe asked when it would be mended.
`
  const { record } = readRecord(await readFile({ bytes: new TextEncoder().encode(text), fileName: 'weir.txt' }))
  const ada = record.people.find(({ name }) => name === 'Ada Moss')
  expect(ada?.printedNames).toContain('Ada Moss')
})
