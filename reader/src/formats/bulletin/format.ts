import { withOwnText, withPlainSpaces } from '../../plain-spaces.js'
import type { Format } from '../format.js'
import { parseBulletin } from './parse.js'
import { atMostBulletin, recogniseBulletin } from './recognise.js'

/** A news digest of a negotiation, in which parties speak: "The EU said …". */
export const bulletin: Format = {
  name: 'bulletin',
  version: '7',
  atMost: (source) => atMostBulletin(withPlainSpaces(source)),
  recognise: (source) => recogniseBulletin(withPlainSpaces(source)),
  parse: (source, options) => withOwnText(source, parseBulletin(withPlainSpaces(source), options)),
}
