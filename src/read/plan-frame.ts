import type { FieldNode, GraphQLNamedType } from 'graphql'
import type { DerivedRead, FrameRead } from '../schema/read-as.js'
import type { Column, Model } from './model.js'
import type { FramePlan, ListPlan, NumberPlan } from './plan.js'
import type { Args, Planning, Row } from './planning.js'
import { type Bind, identifier } from './sql.js'

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
): FramePlan {
  const frame = planning.frames++
  planning.varies = true
  planning.binders.push((bind) => {
    bind.frames[frame] = read.make(args(bind))
  })
  const row: Row = { alias: planning.newAlias(), model: derived(type.name, []), frame }
  const object = planning.object(type, nodes, row)
  return { kind: 'frame', key, tables: [(bind) => read.tables(frameOf(row, bind), bind)], object }
}

const frameOf = ({ frame = -1 }: Row, bind: Bind): object => bind.frames[frame] ?? {}

/** A number that a SELECT over the frame gives. */
export const planNumber = (key: string, row: Row, read: (frame: object) => string): NumberPlan => ({
  kind: 'number',
  key,
  select: [(bind) => read(frameOf(row, bind))],
})

/** A list of rows that a SELECT makes. */
export function planDerived(planning: Planning, field: FrameField & { row: Row }, read: DerivedRead<Args>): ListPlan {
  const { key, type, nodes, args } = field
  const row: Row = { alias: planning.newAlias(), model: derived(type.name, read.columns) }
  return {
    kind: 'list',
    key,
    joins: [],
    source: [(bind) => read.select(frameOf(field.row, bind), args(bind))],
    order: [`${row.alias}."#place"`],
    object: planning.object(type, nodes, row),
    once: false,
    except: undefined,
  }
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
