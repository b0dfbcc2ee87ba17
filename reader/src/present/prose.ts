/** No entry of a list is longer. */
const longest = 2_500

const verbs =
  /\b(?:was|were|is|are|has|have|had|will|would|could|should|noted|said|asked|agreed|opened|closed|called (?:the|to|upon|for)|welcomed|explained|does|did)\b/

/** Whether a block is running text, and no entry of a list. */
export const isProse = (text: string): boolean => {
  if (text.length > longest) return true
  const plain = text.replace(/\([^()]*\)/g, ' ')
  const separators = plain.match(/[;,]/g)?.length ?? 0
  return verbs.test(plain) && plain.length > 40 && separators < plain.length / 40
}
