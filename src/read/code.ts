/** JavaScript that makes a text: constants, and expressions whose values are texts. */
export type Code = readonly ({ text: string } | { js: string })[]

/** A constant text. */
export const text = (constant: string): Code => [{ text: constant }]

/** An expression whose value is a text. */
export const js = (expression: string): Code => [{ js: expression }]

/** One expression; neighbouring constants are one. */
export function printed(code: Code): string {
  const parts: string[] = []
  let constant = ''
  const flush = () => {
    if (constant !== '' || parts.length === 0) parts.push(JSON.stringify(constant))
    constant = ''
  }
  for (const part of code) {
    if ('text' in part) constant += part.text
    else {
      flush()
      parts.push(part.js)
    }
  }
  if (constant !== '') flush()
  return parts.length === 0 ? '""' : parts.join('+')
}

/** A JSON object. */
export const braces = (entries: readonly (readonly [key: string, value: Code])[]): Code => [
  ...text('{'),
  ...entries.flatMap(([key, value], i) => [...text(`${i > 0 ? ',' : ''}${JSON.stringify(key)}:`), ...value]),
  ...text('}'),
]
