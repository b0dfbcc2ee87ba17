/** Shapes of single lines of plain text, told without knowing who or what stands in them. */

/** `<nick>`, `[12:01] <nick>`, `12:01:22 nick:`, "Name: words", "**Name:** words", "@nick: …". */
const chat = /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?: ?[ap]m)?\]?\s+)?(?:<[^<>\n]{1,60}>|\*\\?<[^>\n]{1,60}>)/i
const timed = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s|$)/
const colon = /^(?:\*\*|__|_|\*)?[\p{L}@\d(«“"'’?][^:\n]{0,60}?(?:\*\*|__|_|\*)?:(?:\*\*|__|_|\*)?(?:\s|$)/u
const dash = /^[\p{Lu}][\p{L}/]{1,5}\s[-–—]\s\S/u

/** Whether a line may open a turn, or state a field: it begins with a label. */
export const beginsLabelled = (text: string): boolean => {
  if (chat.test(text) || timed.test(text) || dash.test(text)) return true
  const match = colon.exec(text)
  if (!match || /^(?:https?|ftp|mailto):?/i.test(text)) return false
  return match[0].trim().split(/\s+/).length <= 9
}

export const isInCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

const small = /^(?:a|an|the|of|and|or|for|in|on|to|by|with|at|from|de|la|le|du|des|der|die|das|und|et|y|en|del)$/i

/** Whether most of a line's words have a capital, as titles do. */
export const isTitleCase = (text: string): boolean => {
  const words = (text.match(/[\p{L}\p{M}’'-]+/gu) ?? []).filter((word) => !small.test(word))
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 4 >= words.length * 3
}

const longestHeading = 150

/** Whether a line could be a heading by its words: short, beginning with a capital or a figure, and no sentence. */
export const canBeHeading = (text: string): boolean =>
  text.length <= longestHeading &&
  text.split(/\s+/).length <= 18 &&
  /^["“‘'([]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
  /\p{L}{2}/u.test(text) &&
  !/[.,;!]$|\|/.test(text)
