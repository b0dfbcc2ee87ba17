import type { Format } from '../formats/format.js'
import { parseParlamint } from './parlamint-parse.js'
import { recogniseParlamint } from './parlamint-recognise.js'

/** Sittings in TEI, as ParlaMint encodes them. */
export const parlamint: Format = {
  name: 'parlamint',
  version: '3',
  recognise: recogniseParlamint,
  parse: parseParlamint,
}
