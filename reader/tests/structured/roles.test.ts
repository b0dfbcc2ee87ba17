import { readFile } from '@rapporteur/reader/files/read-file'
import { applyContext } from '@rapporteur/reader/structured/apply'
import { contextOf } from '@rapporteur/reader/structured/context'
import { readStructured } from '@rapporteur/reader/structured/read-structured'
import { expect, test } from 'vitest'

const speech = (from: string, words: string) => `<speech><from>${from}</from><p>${words}</p></speech>`
const debate = `<akomaNtoso><debate><debateBody>${speech('The Clerk:', 'The papers are here.')}${speech('Ms. Ada Moss', 'Thank you.')}
  ${speech('The Usher', 'Order.')}${speech('The CLERK', 'There are two.')}</debateBody></debate></akomaNtoso>`

const read = async (roles: Record<string, string>) => {
  const source = await readFile({ bytes: Buffer.from(debate), fileName: 'debate.xml' })
  const structured = readStructured(source, { language: 'en' })
  if (structured === null) throw new Error('It is not read.')
  const context = contextOf({ roles }, [])
  const { record, findings } = applyContext(structured.record, context)
  const names = new Map(record.people.map(({ key, name }) => [key, name]))
  return {
    said: record.remarks.map(({ attribution, speaker, speakerRole, speakerMatch }) => [
      attribution,
      names.get(speaker ?? '') ?? null,
      speakerRole,
      speakerMatch,
    ]),
    people: record.people,
    messages: findings.map(({ code, message }) => `${code}: ${message}`),
  }
}

test('an office that the facts name a holder of speaks by that name, and a finding says so once', async () => {
  const { said, people, messages } = await read({ 'the Clerk': 'Mrs H Crowther' })
  expect(said).toEqual([
    ['NAMED', 'H Crowther', 'Clerk', 'ROLE_HOLDER'],
    ['NAMED', 'Ada Moss', null, null],
    ['ROLE', null, 'Usher', null],
    ['NAMED', 'H Crowther', 'CLERK', 'ROLE_HOLDER'],
  ])
  expect(people.find(({ name }) => name === 'H Crowther')?.printedNames).toEqual(['The Clerk', 'The CLERK'])
  expect(messages).toEqual([
    'NAME_VARIANT: “Clerk” is taken for “Mrs H Crowther”, who holds this office by the facts beside the record.',
  ])
})

test('a holder whom the record names is that person', async () => {
  const { said, people } = await read({ Usher: 'Ada Moss' })
  expect(said[2]).toEqual(['NAMED', 'Ada Moss', 'Usher', 'ROLE_HOLDER'])
  expect(people.map(({ name }) => name)).toEqual(['Ada Moss'])
})
