import type { Minutes } from '../support/record.js'

/** Minutes with every way of speaking, and with signs that XML has for itself. */
export const debate: Minutes = {
  title: 'Harbour & "coast" <board>',
  sections: ['Views & wishes', 'Dredging <again>'],
  present: [
    { name: 'Ada Moss', posts: [{ title: 'Director', organization: 'Port & Sea Authority' }] },
    { name: 'Bo Lind', posts: [{ organization: 'Sea Court' }] },
    { name: 'Cy Quist' },
  ],
  paragraphs: [
    { text: 'It was cold, & the basin < full.', section: 1 },
    { text: 'The chair opened the "meeting".', by: ['Ada Moss'], section: 1 },
    {
      theme: 'Lights',
      section: 2,
      text: 'Lights are too few & too dim.',
      by: ['Bo Lind', 'Cy Quist'],
      replies: [{ by: 'Ada Moss', text: 'There will be <more>.', acts: ['said'] }],
    },
    { text: 'The guild wants a bell.', party: 'Pilots Guild', section: 2 },
    { text: 'The vote is open.', role: 'Chair', section: 2 },
  ],
}
