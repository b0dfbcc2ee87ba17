import type { Minutes } from './record.js'

/** Minutes of a council in its own words: a motion with an amendment and a roll call, a vote by hands, a poll, things to do. */
export const council: Minutes = {
  title: 'Quay council',
  date: '2031-03-04',
  sections: ['The crane', 'Any other business'],
  present: [
    { name: 'Ada Moss', posts: [{ title: 'Chair', organization: 'Quay Council' }] },
    { name: 'Bo Lind' },
    { name: 'Cy Quist', posts: [{ organization: 'Pilots Guild' }] },
  ],
  paragraphs: [
    {
      number: '1',
      section: 1,
      theme: 'The crane',
      text: 'The crane is slow & loud.',
      by: ['Bo Lind'],
      replies: [{ by: 'Cy Quist', text: 'Mr. Quist agreed.', acts: ['agreed'] }],
    },
    {
      number: '2',
      section: 1,
      theme: 'The crane',
      text: 'Bo Lind moved, and Cy Quist seconded, that the crane be sold. Ada Moss moved to put "lent" for "sold". On a roll call the motion as amended was carried by 2 to 1. RESOLVED: That the crane be lent to the guild.',
    },
    {
      number: '3',
      section: 2,
      text: 'The minutes were approved. The Clerk is to write to the guild before the spring tide.',
    },
    { number: '4', section: 2, text: 'Who would come on a Monday was asked: four would.' },
  ],
  outcomes: {
    motions: [
      {
        text: 'Bo Lind moved, and Cy Quist seconded, that the crane be sold.',
        ...{ movers: ['Bo Lind'], seconders: ['Cy Quist'], requirement: 'a simple majority', result: 'PASSED' },
        ...{ paragraph: 2, section: 1, theme: 'The crane' },
      },
      {
        text: 'Ada Moss moved to put "lent" for "sold".',
        ...{ movers: ['Ada Moss'], amends: 1, paragraph: 2, section: 1, theme: 'The crane' },
      },
    ],
    votes: [
      {
        text: 'On a roll call the motion as amended was carried by 2 to 1.',
        ...{ kind: 'ROLL_CALL', result: 'PASSED', motion: 1, decision: 1, counts: { YES: 2, NO: 1 } },
        ...{ paragraph: 2, section: 1, theme: 'The crane' },
        by: [
          { who: 'Ada Moss', option: 'YES', optionAsPrinted: 'aye' },
          { who: 'Bo Lind', option: 'NO' },
          { who: { body: 'Pilots Guild' }, option: 'YES' },
        ],
      },
      {
        text: 'Who would come on a Monday was asked: four would.',
        ...{ kind: 'POLL', choices: { Monday: 4, Friday: 0 }, paragraph: 4, section: 2 },
      },
    ],
    decisions: [
      {
        text: 'RESOLVED: That the crane be lent to the guild.',
        ...{ result: 'ADOPTED', verb: 'RESOLVED', motion: 1, paragraph: 2, section: 1, theme: 'The crane' },
      },
      { text: 'The minutes were approved.', result: 'APPROVED', verb: 'approved', paragraph: 3, section: 2 },
    ],
    actions: [
      {
        text: 'The Clerk is to write to the guild before the spring tide.',
        assignees: [{ role: 'The Clerk' }],
        dueAsPrinted: 'before the spring tide',
        ...{ paragraph: 3, section: 2 },
      },
      {
        text: 'ACTION: Ada Moss and the Pilots Guild to paint the bell by 1 May',
        assignees: ['Ada Moss', { body: 'Pilots Guild' }],
        ...{ due: '2031-05-01', dueAsPrinted: 'by 1 May', section: 2 },
      },
    ],
  },
}
