import type { Vocabulary } from './body.js'

/** The elements of transcribed speech (TEI P5, chapter 8; ParlaMint's guidelines, "Body of the transcription"). */
export const vocabulary: Vocabulary = {
  turns: new Set(['u', 'sp']),
  headings: new Set(['head']),
  numbers: new Set(),
  isLabel: ({ name, attributes }) => name === 'speaker' || (name === 'note' && attributes.type === 'speaker'),
  unspoken: new Set('speaker note incident kinesic vocal writing stage head gap'.split(' ')),
  directions: new Set(['incident', 'kinesic', 'vocal', 'writing', 'stage']),
  blocks: new Set(['p', 'ab', 'seg', 'list', 'table', 'note', 'lg', 'quote']),
}
