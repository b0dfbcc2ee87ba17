import type { Bind, Cells } from './sql.js'

/** Writes JSON of something, such as a row, for one request. Throws NotAsPromised. */
export type Writer<Of = Cells> = (of: Of, bind: Bind) => string

/** What writes a value, or its JSON where that is always the same. */
export type Value<Of = Cells> = Writer<Of> | string

/** A member of a JSON object. */
export interface Member<Of = Cells> {
  key: string
  value: Value<Of>
}

/** A null where the schema promises a value, or a value that it does not know: the ordinary executor says it properly. */
export class NotAsPromised extends Error {
  override readonly name = 'NotAsPromised'
}

export function broken(what: string): never {
  throw new NotAsPromised(what)
}

/** A JSON object. Whatever is always the same is put together here, once. */
export function objectWriter<Of>(members: readonly Member<Of>[]): Writer<Of> {
  const texts: string[] = []
  const writers: Writer<Of>[] = []
  let text = '{'
  for (const [i, { key, value }] of members.entries()) {
    text += `${i > 0 ? ',' : ''}${JSON.stringify(key)}:`
    if (typeof value === 'string') text += value
    else {
      texts.push(text)
      writers.push(value)
      text = ''
    }
  }
  const end = `${text}}`
  const count = writers.length
  return (of, bind) => {
    let all = ''
    for (let i = 0; i < count; i++) all += (texts[i] as string) + (writers[i] as Writer<Of>)(of, bind)
    return all + end
  }
}

/** Which rows of a list are shown, and in which order. */
export interface Shown {
  readonly size: number
  readonly backward: boolean
}

/** All of a list that is no page. */
export const whole: Shown = { size: Number.POSITIVE_INFINITY, backward: false }

/** A JSON array of the rows that are shown. */
export function writeRows(rows: readonly Cells[], { size, backward }: Shown, write: Writer, bind: Bind): string {
  const count = Math.min(rows.length, size)
  let all = '['
  for (let i = 0; i < count; i++) {
    const row = rows[backward ? count - 1 - i : i]
    if (row) all += i > 0 ? `,${write(row, bind)}` : write(row, bind)
  }
  return `${all}]`
}

/** Any but what JSON takes as it is; halves of characters that take two are among them, for the other half may lack. */
const special = /[^ !#-[\]-\uD7FF\uE000-\uFFFF]/

/** A text as JSON has it: mostly as it is, which is seen faster than JSON.stringify copies it. */
export const quoted = (text: string): string => (special.test(text) ? JSON.stringify(text) : `"${text}"`)
