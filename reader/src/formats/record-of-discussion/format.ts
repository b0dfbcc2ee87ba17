import type { Format } from '../format.js'
import { parseRecordOfDiscussion } from './parse.js'
import { mostSure, recogniseRecordOfDiscussion, recogniseRecordOfDiscussionFrom } from './recognise.js'

/** Prose in which each sentence says who said it ("Mr. ROE welcomed …"), and no number or heading parts the speakers. */
export const recordOfDiscussion: Format = {
  name: 'record-of-discussion',
  version: '9',
  atMost: () => mostSure,
  recognise: recogniseRecordOfDiscussion,
  recogniseFrom: recogniseRecordOfDiscussionFrom,
  parse: parseRecordOfDiscussion,
}
