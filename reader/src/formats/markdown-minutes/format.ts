import type { Format } from '../format.js'
import { parseMarkdownMinutes } from './parse.js'
import { atMostMarkdownMinutes, recogniseMarkdownMinutes } from './recognise.js'

/** A list of those present with abbreviations, topics as headings, turns as "ABC: …". */
export const markdownMinutes: Format = {
  name: 'markdown-minutes',
  version: '10',
  atMost: atMostMarkdownMinutes,
  recognise: recogniseMarkdownMinutes,
  parse: parseMarkdownMinutes,
}
