import type { NodeId } from '../schema/ids.js'
import type { ListRequest } from '../schema/list.js'
import type { FoundRequest } from '../schema/read-as.js'

/** The columns of one row. */
export type Cells = readonly unknown[]

/** What is known when a plan is run: the request's variables and context, and the parameters as they are found. */
export class Bind {
  readonly values: unknown[] = []
  /** What the arguments of each connection ask for, by its number in the plan. */
  readonly pages: ListRequest[] = []
  /** The rows that arguments name, by the number of the field in the plan. */
  readonly ids: (readonly NodeId[])[] = []
  /** What objects without a row are made of, and what fields with results ask for, by their numbers in the plan. */
  readonly frames: object[] = []
  found: readonly FoundRequest[] = []
  /** What the statement has given. */
  rows: readonly Cells[] = []
  /**
   * Whether a plan that is good for one value is bad for another, so that the statement gets no name: of a named one Postgres soon
   * makes a plan for all values.
   */
  variesByValue = false
  /** Whether all rows that fit are read, so that nothing depends on how many Postgres takes to fit. */
  readsAll = false
  private aliases = 0

  constructor(
    readonly variables: Readonly<Record<string, unknown>>,
    readonly context: object,
  ) {}

  /** Takes a value in, and gives the text that stands for it. */
  parameter(value: unknown): string {
    return `$${this.values.push(value)}`
  }

  /** A table's name that no other part of the statement has. */
  alias(): string {
    return `f${this.aliases++}`
  }
}

/** Text that is known when the variables are: it may take parameters, and choose between a few texts. */
export type Hole = (bind: Bind) => string

/** SQL with holes. One plan has few texts, and each text is one prepared statement. */
export type Sql = readonly (string | Hole)[]

/** SQL from a template: texts are put in as they are, so values belong into `Bind.parameter`. */
export function sql(strings: TemplateStringsArray, ...values: readonly (string | Hole | Sql)[]): Sql {
  const parts: (string | Hole)[] = []
  for (const [i, text] of strings.entries()) {
    parts.push(text)
    const value = values[i]
    if (value === undefined) continue
    if (typeof value === 'string' || typeof value === 'function') parts.push(value)
    else parts.push(...value)
  }
  return merged(parts)
}

/** Neighbouring texts made one. */
function merged(parts: Sql): Sql {
  const found: (string | Hole)[] = []
  for (const part of parts) {
    const last = found.at(-1)
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part
    else if (part !== '') found.push(part)
  }
  return found
}

/** Like `join` of an array. */
export const joined = (parts: readonly Sql[], separator: string): Sql =>
  merged(parts.flatMap((part, i) => (i > 0 ? [separator, ...part] : part)))

/** The statement's text; its parameters are then in `bind.values`. */
export const filled = (parts: Sql, bind: Bind): string => {
  let text = ''
  for (const part of parts) text += typeof part === 'string' ? part : part(bind)
  return text
}

/** One SELECT in the making: the columns of its rows, by position, and its joins. */
export class Scope {
  readonly columns: Sql[] = []
  readonly joins: Sql[] = []
  readonly #places = new Map<string, number>()

  /** The position of a column, which is selected once. */
  column(sql: string): number {
    const place = this.#places.get(sql) ?? this.add([sql])
    this.#places.set(sql, place)
    return place
  }

  add(sql: Sql): number {
    return this.columns.push(sql) - 1
  }

  join(joins: readonly Sql[]): void {
    for (const join of joins) if (!this.joins.includes(join)) this.joins.push(join)
  }
}

/** A name, quoted. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text, quoted. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
