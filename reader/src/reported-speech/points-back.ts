const pronoun = '(?:it|this|that|these|those|they)'
const finite = '(?:was|were|had|would|could|might|should|did|does|is|are|has)'
/** "It would be unwise to", "it was likely that": a pronoun that means nothing said before. */
const empty = '(?!\\s+(?:(?:not|be|been|\\p{L}+ly)\\s+){0,2}\\p{L}+\\s+(?:to|that)\\b)'
const ahead = '(?:that|said|thought|felt|replied|so|with|to|of|for|by|not|accept|support)'
const pointing = new RegExp(
  `(?:^|(?<!ing)\\s)${ahead}\\s+(?:${pronoun}\\s+${finite}\\b${empty}|(?:this|that|these|those|it|them|so|such)(?=\\s*(?:[.,;]|$)|\\s+(?:and|but|as|in|on|provided)\\s))`,
  'u',
)

/** Whether a pronoun in somebody's first words can only mean what was said before: "said that it had been done", "could agree to that". */
export const pointsBack = (words: string): boolean => pointing.test(words.slice(0, 240))
