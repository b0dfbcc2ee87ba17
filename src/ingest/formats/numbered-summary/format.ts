import type { Format } from '../format.js'
import { parseNumberedSummary } from './parse.js'
import { recogniseNumberedSummary } from './recognise.js'

/** Numbered paragraphs, themes with names in parentheses, and a list of those present. */
export const numberedSummary: Format = {
  name: 'numbered-summary',
  version: '1',
  recognise: recogniseNumberedSummary,
  parse: parseNumberedSummary,
}
