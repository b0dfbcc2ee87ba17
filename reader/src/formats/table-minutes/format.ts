import { withOwnText, withPlainSpaces } from '../../plain-spaces.js'
import type { Format } from '../format.js'
import { parseTableMinutes } from './parse.js'
import { atMostTableMinutes, recogniseTableMinutes } from './recognise.js'

/** Minutes in prose, with a table of those present by department. */
export const tableMinutes: Format = {
  name: 'table-minutes',
  version: '9',
  atMost: (source) => atMostTableMinutes(withPlainSpaces(source)),
  recognise: (source) => recogniseTableMinutes(withPlainSpaces(source)),
  parse: (source, options) => withOwnText(source, parseTableMinutes(withPlainSpaces(source), options)),
}
