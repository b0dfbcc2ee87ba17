const plain = (text: string): string =>
  text
    .replace(/^#+\s*/, '')
    .replace(/\*\*|__/g, '')
    .trim()

/** Whether a text can be a heading: short, capitalized, and with no full stop, comma or semicolon at its end. */
export const isHeadingText = (text: string): boolean => {
  if (text.length > 170 || /^[-–—*•·]\s/.test(text)) return false
  const words = plain(text)
  if (words.length > 150 || words.split(/\s+/).length > 20 || /^#/.test(text))
    return /^#{1,6}\s/.test(text) && text.length <= 170
  return /^["“‘'([]?[\p{Lu}\p{Lo}\p{N}]/u.test(words) && !/[.,;]$/.test(words) && /\p{L}/u.test(words)
}
