import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { type Archive, programInPlaces } from '../support/program.js'
import { sample } from '../support/server.js'

const at = programInPlaces()

// A folder of the embedded database is open in one process only; of Postgres there is nothing to show.
const meetingsIn = (exported: string): string[] => exported.split('\n').slice(1)

describe('commands on a folder that a server has open', () => {
  const withServer = async (archive: Archive, task: (url: string) => Promise<void>) => {
    const server = await at.rapporteur.serve(archive, '--no-sample')
    await task(server.url)
    server.signal('SIGTERM')
    await server.ended
  }

  it('ask that server: acts, exports and ingests', async () => {
    const [archive, other] = [await at.places.archive(), await at.places.archive()]
    const here = (...args: string[]) => commandHere(args, archive)
    const there = (...args: string[]) => commandHere(args, other)
    writeFileSync(join(archive.cwd, 'harbour.txt'), readFileSync(sample))
    await here('ingest', 'harbour.txt', '--series', 'Harbour board')
    let exported = ''
    await withServer(archive, async (url) => {
      const query = encodeURIComponent('{ people { nodes { slug name } } }')
      const people = async () => {
        const answer = await fetch(`${url}/graphql?query=${query}`, { headers: { accept: 'application/json' } })
        const { data } = (await answer.json()) as { data: { people: { nodes: { slug: string; name: string }[] } } }
        return data.people.nodes
      }
      const slug = (await people())[0]?.slug ?? ''
      const rename = ['rename', slug, 'Bo Lindqvist', '--reason', 'So it is.']
      expect(await at.rapporteur.run(rename, archive)).toMatchObject({ status: 0, stderr: '' })
      expect(await people()).toContainEqual(expect.objectContaining({ name: 'Bo Lindqvist' }))
      exported = (await here('export')).stdout
      expect(await at.rapporteur.run(['export'], archive)).toMatchObject({ status: 0, stdout: exported })
    })
    writeFileSync(join(other.cwd, 'all.ndjson'), exported)
    await withServer(other, async () => {
      expect(await there('ingest', 'all.ndjson')).toMatchObject({ status: 0, stderr: '' })
      // The first line says where its own feed stands.
      expect(meetingsIn((await there('export')).stdout)).toEqual(meetingsIn(exported))
    })
  })
})
