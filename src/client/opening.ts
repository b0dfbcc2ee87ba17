const LONGEST_OPENING = 100

/** The first 100 characters of a text. */
export const opening = (text: string): string =>
  text.length > LONGEST_OPENING ? `${text.slice(0, LONGEST_OPENING - 1).trimEnd()}…` : text
