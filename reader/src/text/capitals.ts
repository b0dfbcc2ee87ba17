import { once } from '../once.js'
import { capital, digit, kindOf, letter } from './characters.js'

/** Whatever holds a text that does not change. */
export interface HasText {
  readonly text: string
}

/** Where in a text a capital letter stands that no letter or digit precedes: all places where a name may begin. */
export const capitalsIn = once(({ text }: HasText): readonly number[] => {
  const found: number[] = []
  let isInWord = false
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if ((kind & capital) !== 0 && !isInWord) found.push(i)
    isInWord = (kind & (letter | digit)) !== 0
  }
  return found
})

/**
 * All matches of a sticky pattern that begins with a capital letter at the start of a word: as `matchAll` gives them, and many
 * times faster, for a pattern is tried at these places only, and of them only where `mayBegin` does not say that none begins.
 */
export const matchesAtCapitals = (
  of: HasText,
  pattern: RegExp,
  mayBegin: (text: string, at: number) => boolean = () => true,
): RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  const { text } = of
  let from = 0
  for (const at of capitalsIn(of)) {
    if (at < from || !mayBegin(text, at)) continue
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    found.push(match)
    from = at + match[0].length
  }
  return found
}
