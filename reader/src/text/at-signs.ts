/**
 * All matches of a sticky pattern in a text, which can begin only at a character that `signs` (global) finds: as `matchAll` gives
 * them, and several times faster, for a pattern that looks at what stands before is not tried at every character.
 */
export const matchesAtSigns = (text: string, signs: RegExp, pattern: RegExp): RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  signs.lastIndex = 0
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    pattern.lastIndex = sign.index
    const match = pattern.exec(text)
    if (!match) continue
    found.push(match)
    signs.lastIndex = match.index + match[0].length
  }
  return found
}
