import type { Format } from '../format.js'
import { parseListMinutes } from './parse.js'
import { recogniseListMinutes } from './recognise.js'

/** Nested agenda items, turns as list items "ABC - …", actions and decisions. */
export const listMinutes: Format = {
  name: 'list-minutes',
  version: '10',
  recognise: recogniseListMinutes,
  parse: parseListMinutes,
}
