import type { Format } from '../format.js'
import { parseAkomaNtoso } from './parse.js'
import { recogniseAkomaNtoso } from './recognise.js'

/** Debates in Akoma Ntoso (OASIS LegalDocML), of any of its namespaces. */
export const akomaNtoso: Format = {
  name: 'akoma-ntoso',
  version: '3',
  recognise: recogniseAkomaNtoso,
  parse: parseAkomaNtoso,
}
