import type { FieldNode, GraphQLNamedType } from 'graphql'
import type { DerivedRead, FrameRead } from '../schema/read-as.js'
import type { FieldPlan } from './field-plan.js'
import type { Column, Model } from './model.js'
import type { Args, Planning, Row } from './planning.js'
import { listOfRows } from './rows.js'
import { type Bind, type Cells, type Hole, identifier, joined, type Sql, sql } from './sql.js'

interface FrameField {
  key: string
  type: GraphQLNamedType
  nodes: readonly FieldNode[]
  args: (bind: Bind) => Args
}

/** An object that is no row: its fields are SELECTs from tables that they share. */
export function planFrame(
  planning: Planning,
  { key, type, nodes, args }: FrameField,
  read: FrameRead<Args>,
): FieldPlan {
  const frame = planning.frames++
  planning.varies = true
  planning.binders.push((bind) => {
    bind.frames[frame] = read.make(args(bind))
  })
  const row: Row = { alias: planning.newAlias(), model: derived(type.name, []), frame }
  const object = planning.object(type, nodes, row)
  const tables: Hole = (bind) => read.tables(frameOf(row, bind), bind)
  const select: FieldPlan['select'] = (selection, scope) => {
    const { scope: inner, made: write } = selection.apart((apart) => selection.object(object, apart))
    const at = scope.add(sql`(with ${tables} select json_build_array(${joined(inner.columns, ', ')}))`)
    return (parent, bind) => write(parent[at] as Cells, bind)
  }
  return { key, isApart: true, select }
}

const frameOf = ({ frame = -1 }: Row, bind: Bind): object => bind.frames[frame] ?? {}

/** A number that a SELECT over the frame gives. */
export const planNumber = (key: string, row: Row, read: (frame: object, bind: Bind) => string): FieldPlan => ({
  key,
  isApart: true,
  select(_, scope) {
    const at = scope.add(sql`(${(bind) => read(frameOf(row, bind), bind)})`)
    return (parent) => String(parent[at])
  },
})

/** A list of rows that a SELECT makes. */
export function planDerived(planning: Planning, field: FrameField & { row: Row }, read: DerivedRead<Args>): FieldPlan {
  const { key, type, nodes, args } = field
  const row: Row = { alias: planning.newAlias(), model: derived(type.name, read.columns) }
  const source: Sql = [(bind) => read.select(frameOf(field.row, bind), args(bind))]
  const object = planning.object(type, nodes, row)
  return listOfRows({
    key,
    joins: [],
    source,
    order: [`${row.alias}."#place"`],
    row,
    object,
    once: false,
    except: undefined,
  })
}

/** Rows without a table: the columns that are named, which may be null. */
function derived(name: string, columns: readonly string[]): Model {
  const column = (of: string): Column => ({
    sql: identifier(of),
    type: 'Int',
    isEnum: false,
    isList: false,
    isRequired: false,
  })
  return {
    name,
    table: '',
    presence: column('#place'),
    columns: new Map(columns.map((of) => [of, column(of)])),
    relations: new Map(),
  }
}
