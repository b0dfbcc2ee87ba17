import { peopleOfEntry } from '../present/entry.js'
import { addListed } from '../present/listed.js'
import type { Draft } from '../proposal/draft.js'
import { labelOf } from './label.js'

/** "Present: roe, poe", "present+ Ada_Roe": how those in a chat tell a program that they are there. */
const sign = /^present\s?(?:\+:?|:)\s*/i

/** Adds those whom the lines of a chat give as present to the roster; "present+" by itself means who writes it. */
export const readRoll = ({ outline, roster }: Draft, chat: ReadonlySet<number>): void => {
  for (const block of outline.blocks) {
    if (!chat.has(block.id)) continue
    const label = labelOf(block)
    const words = block.flow.text.slice(label?.mark === 'chat' ? label.wordsAt : 0)
    const said = sign.exec(words)?.[0]
    if (said === undefined) continue
    const names = words.slice(said.length) || (label?.mark === 'chat' ? label.text : '')
    for (const person of peopleOfEntry(names, { single: true }))
      addListed(roster, { person, at: block.id, mode: 'PRESENT', body: null, role: null })
  }
}
