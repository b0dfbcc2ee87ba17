const state =
  'of the (?:view|opinion)|in favou?r|in agreement|against|concerned|reassured|critical|sceptical|skeptical|opposed|supportive|convinced|unconvinced|persuaded|unpersuaded|pleased|glad|happy|unhappy|grateful|surprised|impressed|sure|curious|open to|wary of|neutral|struck|satisfied|dissatisfied|disappointed|worried|alarmed|puzzled|relieved|doubtful|unsure|uneasy|wary|reluctant|sympathetic|willing|content|keen|agreeable|sorry|(?:in)?sensitive to|obliged to|anxious|afraid|conscious|confident|at a loss|at one'

/** What follows a subject that holds a view: "was not opposed to it", "had no objection", "took a different view", "would prefer". */
const attitude = new RegExp(
  `^\\s+(?:(?:both|all|each)\\s+)?(?:was|were)\\s+(?:(?:also|not|both|all|\\p{L}+ly)\\s+){0,2}(?:${state})\\b` +
    `|^\\s+had\\s+(?:(?:no|some|serious|grave|strong|several|every|much|great)\\s+)?(?:objections?|answer|comments?|questions?|reservations?|doubts?|concerns?|misgivings|sympathy|quarrel|difficulty|views?|(?:settled|fixed|strong)\\s+views?)\\b` +
    `|^\\s+(?:also\\s+)?took\\s+(?:an?|the)\\s+(?:\\p{L}+\\s+)?(?:view|line|position|stance)\\b` +
    `|^\\s+did\\s+not\\s+(?:know|think|believe|see|accept|share|like|read)\\b` +
    `|^\\s+(?:could|would|might)\\s+(?:(?:not|also|likewise)\\s+){0,2}(?:live\\s+with|go\\s+along|do\\s+(?:so|likewise|the\\s+same))\\b` +
    `|^\\s+found\\s+(?:the|this|that|these|those|it|his|her|their)\\b[^.,;]{0,60}?\\s(?:worth|too|hard|difficult|attractive|odd|strange|un\\p{L}+|\\p{L}+(?:ive|ous|ful|able|ible|ing))\\b` +
    `|^\\s+would\\s+(?:also\\s+)?(?:prefer|rather|like|welcome|value|have\\s+(?:preferred|liked|welcomed))\\b` +
    `|^\\s+saw\\s+(?:no|little|some|every|much)\\s+(?:difficulty|reason|need|objection|harm|merit|point|advantage|cause|room|case)\\b` +
    `|^['’]s\\s+(?:\\p{L}+\\s+)?(?:response|reply|answer|view|position|suggestion|comment|point|question|concern|proposal|recommendation|advice|understanding|impression|opinion|preference|reading|conclusion|guess|feeling|objection|argument)(?:\\s+of\\s+[^.,;]{1,40})?\\s+(?:was|is)\\b` +
    `|^\\s+did\\s+(?:so|likewise|the\\s+same)\\b` +
    `|^\\s+(?:was|were|did|could|would)\\s+not\\s*[,.;]` +
    `|^\\s+(?:had|did)\\s+not\\s+(?:been\\s+aware|mind|object|insist|agree|wish|want)\\b` +
    `|^\\s+(?:could|would)\\s+(?:(?:not|also)\\s+)?(?:accept|agree|support|be\\s+(?:glad|happy|willing|content|prepared|sorry|grateful))\\b`,
  'u',
)

/** Whom somebody came for, or what they are, between the subject and its verb. */
export const besideState =
  /^\s*\([^()]{1,90}\)|^,\s[^.;:]{2,90}?,(?=\s(?:was|were|had|took|did|could|would|might|saw|found)\b)/

/** Whether the words behind a subject say what it thinks, without a verb that reports. */
export const holdsView = (text: string, end: number, limit: number): boolean => {
  const from = end + (besideState.exec(text.slice(end, Math.min(limit, end + 100)))?.[0].length ?? 0)
  return attitude.test(text.slice(from, Math.min(limit, from + 90)))
}

const upon =
  /^\s+(?:(?:both|all|each)\s+)?(?:(?:was|were)\s+(?:(?:also|not|both|all|\p{L}+ly)\s+){0,2}(?:in favou?r|in agreement|against|sceptical|skeptical|opposed|unconvinced|persuaded|unpersuaded|happy|unhappy|surprised|struck|satisfied|dissatisfied|relieved|sympathetic|content)\b|had\s+(?:no\s+objections?|(?:\p{L}+\s+)?sympathy)|took\s+(?:an?|the)\s+(?:different|opposite|contrary|other|another|same|similar)\s|could\s+(?:not\s+)?(?:live\s+with|go\s+along)\b)/u

/** Whether such words are about what was just said: "was content with that", "took the opposite view". */
export const isUponLast = (text: string, end: number): boolean => upon.test(text.slice(end, end + 60))
