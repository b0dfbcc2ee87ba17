/** A value in a row for COPY; an array becomes a one-dimensional Postgres array. */
export type CopyValue = string | number | bigint | boolean | null | readonly (string | number)[]

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text

const element = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `"${value.replace(/["\\]/g, '\\$&')}"`

function cell(value: CopyValue): string {
  if (typeof value === 'string') return escaped(value)
  if (value === null) return '\\N'
  if (typeof value === 'object') return escaped(`{${value.map(element).join(',')}}`)
  return String(value)
}

/** A row in COPY's text format (PostgreSQL documentation, COPY, "Text Format"), including the newline. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(cell).join('\t')}\n`
