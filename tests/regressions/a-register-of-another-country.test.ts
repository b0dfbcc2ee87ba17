import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listOrg, listPerson } from '../context/examples.js'
import { commandHere } from '../support/command-here.js'
import { programInPlaces } from '../support/program.js'

const at = programInPlaces()

/** An undated sitting that lists its own people, one of whom has the name of somebody of the register. */
const debate = `<akomaNtoso><debate><meta><references><TLCPerson id="p17" href="/ontology/person/17" showAs="Ada Moss"/></references></meta>
  <debateBody><debateSection><speech by="#p17"><from>Ada Moss</from><p>The tide is in.</p></speech></debateSection></debateBody></debate></akomaNtoso>`

it('a register that merely lies beside a record makes nobody a member of something by a like name', async () => {
  const { cwd, env } = await at.places.archive()
  mkdirSync(join(cwd, 'sittings'))
  const write = (name: string, text: string) => writeFileSync(join(cwd, 'sittings', name), text)
  write('listPerson.xml', listPerson)
  write('listOrg.xml', listOrg)
  write('debate.xml', debate)
  const postsOf = async () => {
    const { stdout } = await commandHere(['ingest', 'sittings/debate.xml', '--dry-run', '--json'], { cwd, env })
    const { documents } = JSON.parse(stdout) as {
      documents: { dryRun: { names: { name: string; affiliations: object[] }[] } }[]
    }
    return documents.flatMap(({ dryRun }) => dryRun.names.map(({ name, affiliations }) => [name, affiliations.length]))
  }
  expect(await postsOf()).toEqual([['Ada Moss', 0]])
  write('debate.xml', debate.replaceAll('p17', 'MossAda'))
  expect(await postsOf()).toEqual([['Ada Moss', 2]])
  write('debate.xml', debate)
  write('rapporteur.json', JSON.stringify({ registers: ['listPerson.xml', 'listOrg.xml'] }))
  expect(await postsOf()).toEqual([['Ada Moss', 2]])
})
