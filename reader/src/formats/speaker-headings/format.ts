import type { Format } from '../format.js'
import { parseSpeakerHeadings } from './parse.js'
import { atMostSpeakerHeadings, recogniseSpeakerHeadings } from './recognise.js'

/** Headings or bold lines with the speaker ("Body | Name | Role"), then the words. */
export const speakerHeadings: Format = {
  name: 'speaker-headings',
  version: '9',
  atMost: atMostSpeakerHeadings,
  recognise: recogniseSpeakerHeadings,
  parse: parseSpeakerHeadings,
}
