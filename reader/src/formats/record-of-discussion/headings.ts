import { datesIn } from '../../text/dates.js'

/** "First Meeting", "Afternoon session", "2nd sitting". */
const sitting =
  /^(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)|opening|closing|final|last|morning|afternoon|evening|plenary)\s+(?:(?:plenary|morning|afternoon|evening|formal|informal|working)\s+)?(?:meeting|session|sitting|day)\b/i
const ofSitting =
  /\b(?:a\.?\s?m|p\.?\s?m|noon|hours|hrs|o['’]clock|morning|afternoon|evening|commencing|beginning|resumed|session|sitting|meeting|day)\b/i

/** Whether a line says when one of several sittings was: a day with an hour, "Second session". */
export const isSitting = (text: string): boolean => {
  if (text.length > 140 || /[,;:]$/.test(text)) return false
  if (sitting.test(text)) return text.length <= 100 && !/\b(?:was|were|had|said)\b/.test(text)
  const [date] = datesIn(text)
  if (!date || date.start > 12 || /\b(?:was|were|had|said)\b/.test(text)) return false
  return ofSitting.test(text.slice(0, date.start) + text.slice(date.end))
}

/** Whether a line is a day and nothing else. */
export const isDay = (text: string): boolean => {
  if (text.length > 60) return false
  const [date] = datesIn(text)
  return date !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, date.start) + text.slice(date.end))
}

/** Whether a heading is over a text that was agreed or handed out, in which nobody speaks. */
export const isOverText = (text: string): boolean =>
  /^(?:\(?[a-z\d]{1,3}[).]\s+)?(?:the\s+)?(?:(?:draft|joint|agreed|final|text\s+of(?:\s+the)?|press|public|initial)\s+)*(?:minutes?|statements?|communiqu[eé]s?|press\s+(?:release|statement)s?|annex(?:es)?|appendix|attachments?|enclosures?|aide[-\s]m[eé]moire|conclusions|resolutions?|questionnaire)\b/i.test(
    text,
  ) && text.length <= 160

/** How secret a record is, or was, on a line by itself. */
export const isClassification = (text: string): boolean =>
  /^(?:(?:top\s+)?secret|confidential|restricted|unclassified|official use only|for official use only|limited official use|eyes only|in confidence|personal)(?:\s*[;/,-]?\s*(?:nodis|exdis|limdis|sensitive|eyes only|unclassified|personal|noforn|\([^()]{1,30}\)))*\.?$/i.test(
    text,
  )

/** An archive's or a document's number by itself, in brackets. */
export const isReference = (text: string): boolean => /^\[[^[\]]{2,160}\]$/.test(text)

/** Whether a short line is written as a heading is: no sentence, its first letter a capital. */
export const isHeadingLine = (text: string): boolean =>
  text.length <= 120 && /^["“‘'([]?[\p{Lu}\p{N}]/u.test(text) && !/[.,;:]$/.test(text) && /\p{L}/u.test(text)

/** Whether all letters of a line are capitals. */
export const isCapitals = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\([^()]*\)/g, ''))
