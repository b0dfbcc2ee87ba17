import type { Format } from '../format.js'
import { parseListMinutes } from './parse.js'
import { atMostListMinutes, recogniseListMinutes } from './recognise.js'

/** Nested agenda items, turns as list items "ABC - …", actions and decisions. */
export const listMinutes: Format = {
  name: 'list-minutes',
  version: '10',
  atMost: atMostListMinutes,
  recognise: recogniseListMinutes,
  parse: parseListMinutes,
}
