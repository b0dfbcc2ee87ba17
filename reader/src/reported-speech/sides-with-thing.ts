import type { VerbInText } from '../english/verb-group.js'

/** Words for what somebody said before; whoever sides with those answers. */
const said =
  /^(?:(?:the|that|this|these|those|his|her|their|an?|both|all)\s+)?(?:(?:earlier|previous|last|preceding|other)\s+)?(?:points?|views?|comments?|concerns?|suggestions?|proposals?|remarks?|statements?|assessments?|opinions?|ideas?|interventions?|observations?|motions?|speakers?|representatives?|observers?|members?|colleagues?|delegates?|delegations?|chair\w*)\b(?!\s+(?:to|that|for)\s+\p{L})/iu
const determiner = "(?:the|an?|any|all|this|these|such|its|their|his|her|\\p{L}+['’]s)\\s+"
/** What follows a verb of siding and is no thing: a clause, a pronoun, how or why somebody sides. */
const elsewhere =
  '(?!(?:that|what|how|why|and|but|as|because|since|in|by|to|for|when|while|if|it|him|them|so|once|here|there|with|on|of|upon|\\p{L}+ing|\\p{L}+ly|\\p{L}+sel(?:f|ves))\\b|(?:this|these|those|all|both|her)\\s*(?:[.,;]|$|and\\s|but\\s|as\\s))'
/** How a thing begins that is not said to be anybody's words: "the ordinance", "management's recommendation". */
const thing = new RegExp(
  `^\\s+(?:(?:with|on|of|upon)\\s+)?${elsewhere}(?=${determiner}\\p{Ll}|(?!${determiner})\\p{Ll})`,
  'u',
)
const ofSomebody = /^[^.;]*?\b(?:by|of|from)\s+(?:the\s+)?\p{Lu}/u

/**
 * Whether a verb of siding says with what, and that is no word of another speaker: "did not agree with management's
 * recommendation", "opposed the penalties". Such words answer nobody of whom the record speaks.
 */
export const sidesWithThing = (verb: VerbInText, after: string): boolean => {
  if (!/^(?:agree|concur|disagree|support|oppos|endors|favou?r|back)/.test(verb.word)) return false
  const lead = thing.exec(after)?.[0]
  return lead !== undefined && !said.test(after.slice(lead.length)) && !ofSomebody.test(after)
}
