import type { Format } from '../formats/format.js'
import { parseAkomaNtoso } from './akoma-ntoso-parse.js'
import { recogniseAkomaNtoso } from './akoma-ntoso-recognise.js'

/** Debates in Akoma Ntoso (OASIS LegalDocML), of any of its namespaces. */
export const akomaNtoso: Format = {
  name: 'akoma-ntoso',
  version: '3',
  recognise: recogniseAkomaNtoso,
  parse: parseAkomaNtoso,
}
