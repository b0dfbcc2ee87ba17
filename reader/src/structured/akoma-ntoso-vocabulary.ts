import type { Vocabulary } from './body.js'

/** The elements of debates (Akoma Ntoso 1.0, part 2, groups `speechSection` and `ANblock`). */
export const vocabulary: Vocabulary = {
  turns: new Set(['speech', 'question', 'answer']),
  headings: new Set(['heading', 'subheading']),
  numbers: new Set(['num']),
  isLabel: ({ name }) => name === 'from',
  unspoken: new Set(
    'from scene narrative summary recordedTime remark noteRef authorialNote note writtenStatements'.split(' '),
  ),
  directions: new Set(['scene', 'meta']),
  blocks: new Set('p ul ol blockList blockContainer table toc narrative summary block tblock authorialNote'.split(' ')),
}
