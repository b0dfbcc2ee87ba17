import { expect, it } from 'vitest'
import { namesInText } from '../../src/ingest/identity/names-in-text.js'
import { emptyCast } from '../../src/ingest/identity/within-meeting.js'
import { addUnlisted } from '../../src/ingest/people/unlisted.js'

it('“Mr A. Lodge” is not “A. Reed”, with whom he shares an initial', () => {
  const cast = emptyCast()
  addUnlisted(cast, ['Cllr A. Reed'])
  const [name] = namesInText({ text: 'Mr A. Lodge spoke against it.' }, cast)
  expect(name).toMatchObject({ printed: 'Mr A. Lodge', person: null })
})
