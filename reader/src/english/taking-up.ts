import type { VerbInText } from './verb-group.js'

/** What was said right before, as an object: "accepted this", "welcomed the suggestion", "was happy with that". */
const justSaid =
  /^(?:\s+with)?\s+(?:(?:this(?=,)|(?:this|that)(?=\s*[.;]|\s+(?:and|but)\s|$))|(?:the|that|this)\s+(?:point|suggestion|proposal|comment|concern|idea|view|remark|offer|observation|explanation|answer|assurance)s?\b(?!\s+(?:that|of|to)\b))/u
/** Verbs that bring a point up, and answer none. */
const raising =
  /^(?:rais|express|mad|mak|voic|not|ask|quer|put|repeat|reiterat|describ|explain|present|introduc|add|outlin)/
const thisIs =
  /^\s+(?:that\s+)?(?:this|that|those|these)\s+(?:was|were|is|are|had|has|would|could|might|should|did|does|will|seemed|answered|satisfied|went|came|made)\b/u
const judging =
  /^\s+(?:this|that|it|the\s+\p{L}+|\p{L}+['’]s\s+\p{L}+)\s+(?:too|rather|quite|very|most|entirely|perfectly|hardly|not|\p{L}+(?:ive|ing|ent|ant|ful|able|ible|ous|ic|al))\b/u
const alike =
  /^\s+(?:the same\b|(?:much )?the same (?:way|point)|likewise|otherwise|differently|the (?:opposite|contrary|other) (?:view|position|line)|an? (?:different|opposite|contrary|similar) (?:view|position|line|point)|the point\b|issue\b|exception\b)/u
const promising =
  /^(?:undert(?:ook|ake)|promis|pledg|offer|apologi[sz]|conced|admit|acknowledg|confirm|clarif|specif|interven|interject|doubt|deplor|demur|disput|withdr)/
const thinking = /^(?:said|thought|considered|noted|observed|remarked|felt|believed|ventured|added)$/
const finding = /^(?:thought|found|considered|called|felt|took|made)$/

/**
 * Whether a verb and what follows it take up what was said right before: "accepted this", "shared the concern", "thanked her",
 * "apologised", "conceded that", "thought that imprudent", "undertook to look into it", "said that this was done".
 */
export const takesUp = ({ word }: VerbInText, after: string): boolean => {
  if (promising.test(word)) return true
  if (word === 'thanked') return /^\s+(?:her|him|them)\b/.test(after)
  if (thinking.test(word) && thisIs.test(after)) return true
  if (finding.test(word) && (judging.test(after) || alike.test(after))) return true
  return !raising.test(word) && justSaid.test(after)
}

const siding = /^(?:agree|concur|disagree|dissent|object|second|support|oppos|endors|echo)/
const said =
  /^(?:(?:the|that|this|these|those|his|her|their|an?|both|all)\s+)?(?:(?:earlier|previous|last|preceding|other)\s+)?(?:points?|views?|comments?|concerns?|suggestions?|proposals?|remarks?|statements?|assessments?|opinions?|ideas?|interventions?|observations?|motions?|speakers?|representatives?|observers?|members?|colleagues?|delegates?|delegations?|chair\w*)\b(?!\s+(?:to|that|for)\s+\p{L})/iu
const determiner = "(?:the|an?|any|all|this|these|such|its|their|his|her|\\p{L}+['’]s)\\s+"
/** What follows a verb of siding and is no thing: a clause, a pronoun, how or why somebody sides. */
const elsewhere =
  '(?!(?:that|what|how|why|and|but|as|because|since|in|by|to|for|when|while|if|it|him|them|so|once|here|there|with|on|of|upon|\\p{L}+ing|\\p{L}+ly|\\p{L}+sel(?:f|ves))\\b|(?:this|these|those|all|both|her)\\s*(?:[.,;]|$|and\\s|but\\s|as\\s))'
const thing = new RegExp(
  `^\\s+(?:(?:with|on|of|upon)\\s+)?${elsewhere}(?=${determiner}\\p{Ll}|(?!${determiner})\\p{Ll})`,
  'u',
)
const ofSomebody = /^[^.;]*?\b(?:by|of|from)\s+(?:the\s+)?\p{Lu}/u

/** Whether somebody sides with or against what another said: "agreed", "objected to that"; not "supported the penalties". */
export const sidesWithWords = ({ word }: VerbInText, after: string): boolean => {
  if (!siding.test(word)) return false
  const lead = thing.exec(after)?.[0]
  return lead === undefined || said.test(after.slice(lead.length)) || ofSomebody.test(after)
}

const ahead = '(?:that|said|thought|felt|replied|so|with|to|of|for|by|not|accept|support)'
const pronoun = '(?:it|this|that|these|those|they)'
const finite = '(?:was|were|had|would|could|might|should|did|does|is|are|has)'
/** "It would be unwise to": a pronoun that means nothing said before. */
const empty = '(?!\\s+(?:(?:not|be|been|\\p{L}+ly)\\s+){0,2}\\p{L}+\\s+(?:to|that)\\b)'
const pointing = new RegExp(
  `(?:^|(?<!ing)\\s)${ahead}\\s+(?:${pronoun}\\s+${finite}\\b${empty}|(?:this|that|these|those|it|them|so|such)(?=\\s*(?:[.,;]|$)|\\s+(?:and|but|as|in|on|provided)\\s))`,
  'u',
)

/** Whether a pronoun in somebody's first words can only mean what was said before: "said that it had been done". */
export const pointsBack = (words: string): boolean => pointing.test(words.slice(0, 240))
