/** The lists of a record whose rows have ids of their own. */
export const rowLists = [
  'sections',
  'paragraphs',
  'attendances',
  'affiliations',
  'utterances',
  'remarks',
  'unattributed',
  'mentions',
  'decisions',
  'motions',
  'voteEvents',
  'votes',
  'actions',
] as const
