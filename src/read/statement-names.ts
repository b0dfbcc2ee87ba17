import { createHash } from 'node:crypto'

const most = 500

/**
 * Names for statements: the same text has the same name in every process, for they may share connections. Postgres keeps a
 * named statement until the connection ends, so a text has a name from its second use on, and no more than 500 have.
 */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string | undefined>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (names.has(text)) {
      const name = `read_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
      names.set(text, name)
      return name
    }
    if (names.size < most) names.set(text, undefined)
    return undefined
  }
}
