import { isUsableText } from '../database/usable-text.js'
import { InvalidActError } from './errors.js'

/** In UTF-16 units. */
const MAX_REASON_LENGTH = 2000

/** The trimmed reason. @throws InvalidActError if it is empty or too long */
export function checkReason(reason: string): string {
  const said = reason.trim()
  if (said === '')
    throw new InvalidActError(['reason'], 'It is empty. Give a reason: readers of the feed will want to know.')
  return checkText(['reason'], said, MAX_REASON_LENGTH)
}

/** Returns the text. @throws InvalidActError if it is too long, or contains what the database cannot store */
export function checkText(path: string[], text: string, maxLength: number): string {
  if (text.length > maxLength)
    throw new InvalidActError(path, `It has ${text.length} characters; the limit is ${maxLength}.`)
  if (!isUsableText(text))
    throw new InvalidActError(
      path,
      'It contains a NUL character or half of a surrogate pair, which the database cannot store.',
    )
  return text
}
