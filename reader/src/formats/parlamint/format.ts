import type { Format } from '../format.js'
import { parseParlamint } from './parse.js'
import { recogniseParlamint } from './recognise.js'

/** Sittings in TEI, as ParlaMint encodes them. */
export const parlamint: Format = {
  name: 'parlamint',
  version: '3',
  recognise: recogniseParlamint,
  parse: parseParlamint,
}
