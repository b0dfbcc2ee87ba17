import { createHash } from 'node:crypto'
import type { Bind, Sql } from './sql.js'

const MAX_NAMES = 500

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
    if (names.size < MAX_NAMES) names.set(text, undefined)
    return undefined
  }
}

/** A statement as it is sent; without a name it is prepared for one run. */
export interface FilledStatement {
  readonly name: string | undefined
  readonly text: string
}

/** Fills the holes of a statement. Its parameters are then in `bind.values`. */
export type FillStatement = (bind: Bind) => FilledStatement

/**
 * The text of a statement and its name. Mostly the holes are filled as they were the last time; then the text is the same one, and is
 * neither made nor looked up anew.
 */
export function namedStatement(parts: Sql, nameOf: (text: string) => string | undefined): FillStatement {
  const holes = parts.filter((part) => typeof part === 'function')
  let last: { fillings: readonly string[]; filled: FilledStatement } | undefined
  return (bind) => {
    const fillings = holes.map((hole) => hole(bind))
    const isSame = last?.fillings.every((filling, i) => filling === fillings[i]) ?? false
    if (isSame && last?.filled.name !== undefined) return last.filled
    let i = 0
    const text = parts.map((part) => (typeof part === 'string' ? part : fillings[i++])).join('')
    last = { fillings, filled: { text, name: bind.variesByValue ? undefined : nameOf(text) } }
    return last.filled
  }
}
