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

/** The same, with outcomes of every kind, in which some have a part who say nothing. */
export const boardThatDecides: Minutes = {
  ...board,
  outcomes: {
    motions: [
      {
        ...{ text: 'Mr. Quist moved that the north basin be dredged.', paragraph: 2, requirement: 'two thirds' },
        ...{ theme: 'Dredging of the north basin', result: 'PASSED', movers: ['Cy Quist'] },
        seconders: [{ body: 'Pilots Guild' }, { role: 'a member' }],
      },
      { text: 'To put "deepened" for "dredged".', amends: 1, movers: ['Bo Lind'], result: 'WITHDRAWN' },
    ],
    votes: [
      {
        ...{
          text: 'The motion was put to the vote.',
          section: 1,
          motion: 1,
          result: 'PASSED',
          counts: { YES: 2, NO: 0 },
        },
        by: [
          { who: 'Ada Moss', option: 'YES', optionAsPrinted: 'aye' },
          { who: 'Cy Quist', option: 'YES' },
          { who: { body: 'Tug Owners' }, option: 'ABSTAIN' },
        ],
      },
      { text: 'Which day suits best?', kind: 'POLL', choices: { Monday: 3, 'as Mr. Quist likes': 1 } },
    ],
    decisions: [{ text: 'It was agreed to dredge.', paragraph: 2, motion: 1, verb: 'agreed', result: 'ADOPTED' }],
    actions: [
      {
        ...{ text: 'Fay Orr and the Clerk to write to Mr. Quist.', paragraph: 3, theme: 'Night work' },
        ...{ assignees: ['Fay Orr', { role: 'the Clerk' }, { body: 'Port Authority' }] },
        ...{ due: '2021-04-01', dueAsPrinted: 'by April' },
      },
      { text: 'Ada Moss wrote.', assignees: ['Ada Moss'], isDone: true },
    ],
  },
}
