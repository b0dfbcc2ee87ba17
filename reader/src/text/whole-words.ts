import type { Range } from '../outline/outline.js'

/** Scripts that part no words by spaces. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const surrogatePair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/
/** Letters, marks on them, and digits. */
const letter = /[\p{L}\p{M}\p{N}]/u
/** An apostrophe or the sign inside of a number, on both sides of which one word stands. */
const innerSign = /^(?:\p{L}['’ʼ`]\p{L}|\p{N}[.,:]\p{N})$/u

/** Whether an offset is inside of a word: it is no edge of anything that is printed. */
export const cutsWord = (text: string, at: number): boolean => {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at)]
  if (unspaced.test(before) || unspaced.test(behind)) return false
  if (surrogatePair.test(before + behind)) return true
  if (letter.test(before) && letter.test(behind)) return true
  return innerSign.test(text.slice(at - 1, at + 2)) || innerSign.test(text.slice(at - 2, at + 1))
}

/** Where words stand in a part of a text to the letter, and cut none; -1 where they do not. */
export const wholeWordsAt = (text: string, words: string, [from, to]: Range): number => {
  for (let at = text.indexOf(words, from); at >= 0 && at + words.length <= to; at = text.indexOf(words, at + 1))
    if (!cutsWord(text, at) && !cutsWord(text, at + words.length)) return at
  return -1
}
