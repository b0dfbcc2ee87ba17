import { formats } from '@rapporteur/reader/formats/registry'
import { describe, expect, it } from 'vitest'
import { sourceOf } from './formats/read.js'

/** Texts with labels, lists and headings of names that are no record of a meeting, each for a reason of its own. */
const others: Record<string, string> = {
  'cards.txt': ['Ada Moss', 'Bo Lind', 'Cy Hart', 'Dov Eland']
    .map((name, i) => `Name: ${name}\nAge: ${40 + i}\nCity: Almery\n\n`)
    .join(''),
  'letters.txt': `From: Ada Moss <ada@example.org>\nTo: Bo Lind <bo@example.org>\nSubject: Lamps\n\nDear Bo,\n\nthe lamps are dark.\n\nAda\n\nFrom: Bo Lind <bo@example.org>\nTo: Ada Moss <ada@example.org>\nSubject: Re: Lamps\n\nDear Ada,\n\nyes.\n`,
  'changes.md': `# Changes\n\n${['1.2', '1.1', '1.0'].map((version) => `## ${version}\n\n- Added: a lamp\n- Fixed: the wick\n- Changed: the oil\n\n`).join('')}`,
  'questions.md': `# Questions\n\n${['light', 'fill', 'mend'].map((verb) => `**Q: How do I ${verb} the lamp?**\n\nA: Turn the wick.\n\n`).join('')}`,
  'manual.md':
    '# Lamp\n\nExample: run it.\n\nNote: no candles.\n\nWarning: oil burns.\n\n- Wick: its length\n- Oil: its kind\n\nNote: it is hot.\n\nExample: stop it.\n\nNote: see the manual.\n',
  'words.txt':
    'Words\n\nWick: a string in a lamp.\nOil: what burns.\nFlame: what is seen.\nGlass: what is around it.\n',
  'recipe.txt': 'LAMP SOUP\n\nINGREDIENTS\nTwo onions\n\nMETHOD\nCut the onions.\n\nSERVES\nFour\n',
  'log.txt': '12:00:01 server: started\n12:00:02 server: listening\n12:00:03 database: slow\n12:00:05 database: gone\n',
  'speakers.md':
    '# Speakers\n\n**Ada Moss**\n\nAda Moss lights lamps.\n\n**Bo Lind**\n\nBo Lind teaches oil.\n\n**Cy Hart**\n\nCy Hart writes about wicks.\n',
}

describe('a text with labels that is no record of a meeting', () => {
  it.each(Object.keys(others))('is of no kind of record: %s', (fileName) => {
    const source = sourceOf(others[fileName] ?? '', fileName)
    const sure = formats.map(({ name, recognise }) => [name, recognise(source).confidence] as const)
    expect(sure.filter(([, confidence]) => confidence >= 0.5)).toEqual([])
  })
})
