import { withOwnText, withPlainSpaces } from '../../plain-spaces.js'
import type { Format } from '../format.js'
import { parseNumberedSummary } from './parse.js'
import { recogniseNumberedSummary } from './recognise.js'

/** Numbered paragraphs, themes with names in parentheses, and a list of those present. */
export const numberedSummary: Format = {
  name: 'numbered-summary',
  version: '10',
  recognise: (source) => recogniseNumberedSummary(withPlainSpaces(source)),
  parse: (source, options) => withOwnText(source, parseNumberedSummary(withPlainSpaces(source), options)),
}
