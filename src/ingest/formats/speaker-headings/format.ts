import type { Format } from '../format.js'
import { parseSpeakerHeadings } from './parse.js'
import { recogniseSpeakerHeadings } from './recognise.js'

/** Headings or bold lines with the speaker ("Body | Name | Role"), then the words. */
export const speakerHeadings: Format = {
  name: 'speaker-headings',
  version: '9',
  recognise: recogniseSpeakerHeadings,
  parse: parseSpeakerHeadings,
}
