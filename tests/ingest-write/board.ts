import type { Minutes } from '../support/record.js'

/** Minutes in which every kind of row occurs. */
export const board: Minutes = {
  sections: ['Views'],
  present: [
    {
      name: 'Ada Moss',
      honorific: 'Ms.',
      posts: [
        { title: 'Director', organization: 'Port Authority' },
        { title: 'Fellow', organization: 'Sea Institute' },
      ],
    },
    { name: 'Bo Lind', honorific: 'Mr.', posts: [{ title: 'Judge', organization: 'Sea Court', status: 'FORMER' }] },
    { name: 'Cy Quist' },
  ],
  paragraphs: [
    { text: 'The chair opened the meeting and thanked everybody.', by: ['Ada Moss'], section: 1 },
    {
      theme: 'Dredging of the north basin',
      section: 1,
      text: 'Dredging should start before the winter storms come in.',
      by: ['Bo Lind', 'Cy Quist'],
      replies: [
        { by: 'Ada Moss', text: 'Ms. Moss agreed and noted the cost.', acts: ['agreed', 'noted'], stance: 'SUPPORTS' },
      ],
      cites: ['Ola of Skagen'],
    },
    {
      theme: 'Night work',
      text: 'The Pilots Guild asked for lights along the outer pier.',
      party: 'Pilots Guild',
      onBehalfOf: ['Tug Owners'],
      unattributed: ['one participant'],
    },
  ],
}
