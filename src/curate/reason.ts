import { InvalidActError } from './errors.js'

const longest = 2000

/** The reason without the white space around it. @throws InvalidActError where nothing is said, or a book. */
export function checkReason(reason: string): string {
  const said = reason.trim()
  if (said === '')
    throw new InvalidActError(['reason'], 'It is empty. Say why: whoever reads the feed will want to know.')
  return checkText(['reason'], said, longest)
}

/** The text. @throws InvalidActError where it is too long, or holds what a database cannot store. */
export function checkText(path: string[], text: string, length: number): string {
  if (text.length > length) throw new InvalidActError(path, `It has ${text.length} characters; it can have ${length}.`)
  if (/\0|\p{Surrogate}/u.test(text))
    throw new InvalidActError(
      path,
      'It holds a NUL character or half of a surrogate pair, which a database cannot store.',
    )
  return text
}
