import type { Binding } from '../schema/read-as.js'
import { containsAnyCase } from './contains.js'
import { type Column, type Model, type Models, requireModel } from './model.js'
import { Unsupported } from './unsupported.js'

/**
 * A filter in Prisma's language as SQL over the table `alias`: the part of the language that the archive's filters use.
 * Everything else is Unsupported. Where Prisma's meaning of an empty condition is not evident, neither is taken.
 *
 * `inOrder`: the rows are those of a parent and are read in the list's order until the page is full. Conditions on other tables are then
 * looked at row by row, unless they name rows, which may be few, to start from: Postgres cannot know how many rows fit a pattern,
 * takes them for few, and would read and sort all.
 */
export function whereSql(
  models: Models,
  model: Model,
  alias: string,
  filter: object,
  bind: Binding,
  inOrder = false,
): string {
  const conditions = Object.entries(filter).flatMap(([name, given]) => {
    if (given === undefined) return []
    if (name === 'AND') return listed(given).map((each) => whereSql(models, model, alias, each, bind, inOrder))
    if (name === 'OR') return [anyOf(models, model, alias, listed(given), bind)]
    const column = model.columns.get(name)
    if (column) return columnConditions(column, `${alias}.${column.sql}`, given, bind)
    return [related(models, model, { alias, name, given, inTurn: inOrder && !namesRows(given) }, bind)]
  })
  return all(conditions)
}

/** Whether a filter says by slug or id which rows it means. */
const namesRows = (filter: unknown): boolean =>
  typeof filter === 'object' &&
  filter !== null &&
  Object.entries(filter).some(([name, given]) => /^(slugs|id|\w+Id)$/.test(name) || namesRows(given))

const all = (conditions: readonly string[]) => (conditions.length > 0 ? conditions.join(' and ') : 'true')

const listed = (given: unknown): object[] => (Array.isArray(given) ? given : [given]).map(asObject)

function asObject(given: unknown): object {
  if (typeof given !== 'object' || given === null) throw new Unsupported('a filter that is no object')
  return given
}

function anyOf(models: Models, model: Model, alias: string, choices: readonly object[], bind: Binding): string {
  if (choices.length === 0 || choices.some((choice) => Object.values(choice).every((given) => given === undefined)))
    throw new Unsupported('an empty condition in OR')
  return `(${choices.map((choice) => `(${whereSql(models, model, alias, choice, bind)})`).join(' or ')})`
}

interface Related {
  alias: string
  name: string
  given: unknown
  /** Looked at for one row after the other: Postgres joins no subquery that has an OFFSET. */
  inTurn: boolean
}

/** A relation to one by its filter itself, a relation to many by `some`. */
function related(models: Models, model: Model, { alias, name, given, inTurn }: Related, bind: Binding): string {
  const relation = model.relations.get(name)
  if (!relation) throw new Unsupported(`a filter by ${model.name}.${name}`)
  const filter = asObject(given)
  const inner = relation.isList ? onlyOf(filter, 'some') : filter
  const to = requireModel(models, relation.model)
  const found = bind.alias()
  const link = `${found}.${relation.to.sql} = ${alias}.${relation.from.sql}`
  return `exists (select 1 from ${to.table} ${found} where ${link} and ${whereSql(models, to, found, inner, bind)}${inTurn ? ' offset 0' : ''})`
}

function onlyOf(filter: object, name: string): object {
  const [entry, ...others] = Object.entries(filter)
  if (entry?.[0] !== name || others.length > 0)
    throw new Unsupported(`a filter by ${Object.keys(filter).join(' and ')}`)
  return asObject(entry[1])
}

const compared: Readonly<Record<string, string>> = { equals: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' }

function columnConditions(column: Column, sql: string, given: unknown, bind: Binding): string[] {
  if (given === null) return [`${sql} is null`]
  // No cast: Postgres takes the type of the column for the parameter's.
  if (typeof given !== 'object' || given instanceof Date) return [`${sql} = ${bind.parameter(given)}`]
  const { mode, ...conditions } = given as Record<string, unknown>
  if (mode !== undefined && mode !== 'insensitive') throw new Unsupported(`the mode ${String(mode)}`)
  return Object.entries(conditions).flatMap(([name, value]) =>
    value === undefined ? [] : [condition(column, sql, { name, value, anyCase: mode === 'insensitive' }, bind)],
  )
}

interface Condition {
  name: string
  value: unknown
  anyCase: boolean
}

function condition(column: Column, sql: string, { name, value, anyCase }: Condition, bind: Binding): string {
  const like = anyCase ? 'ilike' : 'like'
  if (name === 'in' && Array.isArray(value)) return `${sql} = any(${list(column, bind.parameter(value))})`
  if (name === 'has' && column.isList && value != null) return `${bind.parameter(value)} = any(${sql})`
  if (name === 'not' && value === null) return `${sql} is not null`
  if (typeof value === 'string') {
    // As Prisma does: `equals` in any case is a pattern too, and none is escaped here.
    if (name === 'equals' && anyCase) return `${sql} ilike ${bind.parameter(value)}`
    if (name === 'contains')
      return anyCase ? containsAnyCase(sql, value, bind) : `${sql} like ${bind.parameter(`%${value}%`)}`
    if (name === 'startsWith') return `${sql} ${like} ${bind.parameter(`${value}%`)}`
  }
  const operator = compared[name]
  if (operator === undefined || value === null || anyCase) throw new Unsupported(`the condition ${name}`)
  return `${sql} ${operator} ${bind.parameter(value instanceof Date ? value.toISOString() : value)}`
}

/** An embedded database cannot send a list of an enum that was made after it was opened, but a list of texts. */
const list = ({ isEnum, type }: Column, parameter: string) => (isEnum ? `${parameter}::text[]::"${type}"[]` : parameter)
