import { pastForms } from '../english/reporting-verbs.js'

/** No entry of a list is longer. */
const longest = 2_500

/** Verbs that make a sentence; those of saying are known already. */
const verbs =
  /\b(?:was|were|is|are|has|have|had|will|would|could|should|did|does|who took|gave|opened|closed|handed|met|held|made|called (?:the|to|upon|for))\b/

const reports = (text: string): boolean => text.split(/\s+/).some((word) => pastForms.has(word.replace(/[,;.]$/, '')))

/** Whether a block is running text, and no entry of a list. */
export const isProse = (text: string): boolean => {
  if (text.length > longest) return true
  const plain = text.replace(/\([^()]*\)/g, ' ')
  const separators = plain.match(/[;,]/g)?.length ?? 0
  return plain.length > 40 && separators < plain.length / 40 && (verbs.test(plain) || reports(plain))
}
