const blank = (found: string): string => ' '.repeat(found.length)

const stopBehind = /([*_]{2,3})([,;])(?=\s)/g
const reference = /\[\^?[\d*†‡§]{1,3}\]\(#[^()\s]*\)/g
const link = /!?\[([^[\]]*)\]\([^()\s]*\)/g
const emphasis = /(?<![\p{L}\p{N}])[*_]{1,3}|[*_]{1,3}(?![\p{L}\p{N}])/gu
const slip = /(?<=\b(?:Mr|Mrs|Ms|Dr|Prof)):(?=\s)/g
const strayColon = /(?<=\p{L}):(?=\s*\()/gu

const withoutLinks = (text: string): string =>
  text.replace(reference, blank).replace(link, (all, words: string) => ` ${words}`.padEnd(all.length))

/**
 * A running text with what is printed for the eye alone as white space, and slips of the printer put right: marks of emphasis,
 * references to notes, "Mr:" for "Mr.", "Mr. Roe: (Treasury) asked". As long as the text, so that every offset stays.
 */
export const spokenText = (text: string): string => {
  const isMarked = /[*_]/.test(text)
  const stopped = isMarked ? text.replace(stopBehind, (_, marks: string, stop: string) => stop + blank(marks)) : text
  const linked = stopped.includes('](') ? withoutLinks(stopped) : stopped
  const words = isMarked ? linked.replace(emphasis, blank) : linked
  return words.includes(':') ? words.replace(slip, '.').replace(strayColon, ' ') : words
}
