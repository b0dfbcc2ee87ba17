import { type Code, js, printed } from './code.js'
import type { Flattening, SelectedRow } from './flat.js'
import type { ChoicePlan, NodesPlan } from './plan.js'
import { Scope } from './scope.js'
import { type Hole, joined, literal, type Sql, sql } from './sql.js'
import { Unsupported } from './unsupported.js'

/** Rows of whichever tables: each comes as an array that begins with the name of its table. */
export function nodesCode(flattening: Flattening, plan: NodesPlan, { scope, row }: SelectedRow): Code {
  const { source, alias, choices, has, isList, nullable } = plan
  const { of, written } = choicesCode(flattening, choices, { table: `${alias}."table"`, id: `${alias}."id"`, has })
  const chosen = isList ? sql`json_agg(${of} order by ${alias}."place")` : of
  const value = `${row}[${scope.add(sql`(select ${chosen} from (${source}) ${alias})`)}]`
  const name = flattening.variable()
  const writing = `function(${name}){return ${printed(written(name))}}`
  if (isList) return js(`'['+nodes(${value}??[],${nullable},${writing})+']'`)
  return js(`node(${value},${nullable},${writing})`)
}

/** SQL that says which row is meant. */
interface RowReference {
  /** The name of its table. */
  table: string
  id: string
  /** Whether it can be a row of that table. */
  has: NodesPlan['has']
}

/** An expression that selects the row, and the code that writes it from the variable that holds what was selected. */
export function choicesCode(flattening: Flattening, choices: readonly ChoicePlan[], { table, id, has }: RowReference) {
  const name = flattening.variable()
  const made = choices.map((choice) => choiceCode(flattening, choice, id, name))
  const cases = made.map(({ label, selected }) => {
    const filled: Sql = sql` when ${literal(label)} then ${selected}`
    return { label, filled }
  })
  const none: Hole = (bind) => (cases.some(({ label }) => has(bind, label)) ? '' : ' when null then null::json')
  const of: Sql = sql`case ${table}${joined(
    cases.map(({ label, filled }) => onlyIf((bind) => has(bind, label), filled)),
    '',
  )}${none} end`
  const choose = made.map(({ label, code }) => `${name}[0]===${JSON.stringify(label)}?${code}`).join(':')
  const written = (value: string): Code => js(`(function(${name}){return ${choose}:broken("table")})(${value})`)
  return { of, written }
}

/** Text that is there, with its parameters, only where it is wanted. */
const onlyIf = (wanted: (bind: Parameters<Hole>[0]) => boolean, text: Sql): Sql => [
  (bind) => (wanted(bind) ? filledWith(text, bind) : ''),
]

const filledWith = (text: Sql, bind: Parameters<Hole>[0]) =>
  text.map((part) => (typeof part === 'string' ? part : part(bind))).join('')

function choiceCode(flattening: Flattening, { table, row, object }: ChoicePlan, id: string, name: string) {
  const scope = new Scope()
  scope.column(literal(table))
  const code = flattening.apart(() => printed(flattening.object(object, { scope, row: name })))
  if (scope.columns.length > 100) throw new Unsupported('more than 100 columns in a row')
  const selected = sql`(select json_build_array(${joined(scope.columns, ', ')}) from ${row.model.table} ${row.alias}${joined(scope.joins, '')} where ${row.alias}."id" = ${id})`
  return { label: table, code, selected }
}
