import { isNarration } from '../english/narration.js'

const inBrackets = /^(?:\[[^[\]]*\]|\([^()]*\))[.\s\\]*$/

/** Whether a paragraph is a note of the note-taker, in brackets or in set words ("Motion agreed to."), and no speech. */
export const isStageNote = (text: string): boolean => inBrackets.test(text) || isNarration(text)
