const blank = (found: string): string => ' '.repeat(found.length)

const reference = /\[\^?[\d*†‡§]{1,3}\]\(#[^()\s]*\)/g
const link = /!?\[([^[\]]*)\]\([^()\s]*\)/g
const emphasis = /(?<![\p{L}\p{N}])[*_]{1,3}|[*_]{1,3}(?![\p{L}\p{N}])/gu
const slip = /(?<=\b(?:Mr|Mrs|Ms|Dr|Prof)):(?=\s)/g
const strayColon = /(?<=\p{L}):(?=\s*\()/gu

/**
 * A running text with what is printed for the eye alone as white space, and slips of the printer put right: marks of emphasis,
 * references to notes, "Mr:" for "Mr.", "Mr. Roe: (Treasury) asked". As long as the text, so that every offset stays.
 */
export const spokenText = (text: string): string =>
  text
    .replace(/([*_]{2,3})([,;])(?=\s)/g, (_, marks: string, stop: string) => stop + blank(marks))
    .replace(reference, blank)
    .replace(link, (all, words: string) => ` ${words}`.padEnd(all.length))
    .replace(emphasis, blank)
    .replace(slip, '.')
    .replace(strayColon, ' ')
