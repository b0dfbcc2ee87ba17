import { isNarration } from '../english/narration.js'

const inBrackets = /^(?:\[[^[\]]*\]|\([^()]*\))[.\s\\]*$/

/** "Cross-examined by MR. ROE": who asks from here on. */
const askedBy =
  /^(?:(?:further|re-?|cross-?)\s?)*(?:examin(?:ed|ation)|question(?:ed|s)) by (?:the )?\p{Lu}[^.?!;:]{1,60}$/iu

/** Whether a paragraph is a note of the note-taker, in brackets or in set words ("Motion agreed to."), and no speech. */
export const isStageNote = (text: string): boolean => inBrackets.test(text) || askedBy.test(text) || isNarration(text)
