import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  visit,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import type { FoundRead, Read } from '../schema/read-as.js'
import type { ObjectPlan } from './field-plan.js'
import { type Column, type Model, type Models, requireColumn, requireModel, requireRelation } from './model.js'
import { type Bind, type Sql, sql } from './sql.js'

/** What a query is planned against: the GraphQL schema, and the tables that its fields are read from. */
export interface Catalog {
  schema: GraphQLSchema
  models: Models
}

/** A table in the statement, by its alias there. */
export interface Row {
  alias: string
  model: Model
  /** Of an object without a row: its number among the frames. */
  frame?: number
}

/** A row that joins lead to from another. */
export interface JoinedRow {
  row: Row
  joins: readonly Sql[]
}

/** The arguments of a field, coerced. */
export type Args = Readonly<Record<string, unknown>>

/** A field of the schema, with what is kept in its `extensions`. */
export type Field = GraphQLField<unknown, unknown, Args>

/** Plans the fields that are selected of a row. */
export type PlanObject = (
  planning: Planning,
  type: GraphQLNamedType,
  nodes: readonly FieldNode[],
  row: Row,
) => ObjectPlan

/** What the parts of one plan share: names, joins, and the query that it is made for. */
export class Planning {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** How many connections the plan has, and how many fields that arguments name the rows of. */
  pages = 0
  ids = 0
  /** Objects without a row. */
  frames = 0
  /** Fields whose results a statement finds, and what they ask. */
  readonly found: { read: FoundRead<Args>; args: (bind: Bind) => Args }[] = []
  /** Whether each run may want another plan of Postgres. */
  varies = false
  /** Run before a statement is filled: what is asked of each connection. */
  readonly binders: ((bind: Bind) => void)[] = []
  private aliases = 0
  private readonly reached = new Map<string, { row: Row; join: Sql }>()

  constructor(
    readonly catalog: Catalog,
    document: DocumentNode,
    readonly variables: Args,
    private readonly planObject: PlanObject,
  ) {
    this.fragments = Object.fromEntries(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    )
  }

  object(type: GraphQLNamedType, nodes: readonly FieldNode[], row: Row): ObjectPlan {
    return this.planObject(this, type, nodes, row)
  }

  newAlias(): string {
    return `a${this.aliases++}`
  }

  newRow(model: string): Row {
    return { alias: this.newAlias(), model: requireModel(this.catalog.models, model) }
  }

  collect(type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    return [...collectSubfields(this.catalog.schema, this.fragments, this.variables, type, nodes)]
  }

  /** The rows at the end of relations to one, each joined once, however often it is asked for. */
  along(from: Row, path: readonly string[]): JoinedRow {
    const joins: Sql[] = []
    let row = from
    for (const name of path) {
      const found = this.one(row, name)
      joins.push(found.join)
      row = found.row
    }
    return { row, joins }
  }

  private one(from: Row, name: string): { row: Row; join: Sql } {
    return this.joined(from, name, () => {
      const relation = requireRelation(from.model, name)
      const link = (parent: string, found: string) => `${found}.${relation.to.sql} = ${parent}.${relation.from.sql}`
      return { model: relation.model, on: link }
    })
  }

  /** The row that a join leads to, which is known by a name, and joined once. */
  joined(from: Row, name: string, make: () => NonNullable<Read<Args>['joined']>): { row: Row; join: Sql } {
    const key = `${from.alias}.${name}`
    const before = this.reached.get(key)
    if (before) return before
    const { model, on } = make()
    const row = this.newRow(model)
    const found = { row, join: sql` left join ${row.model.table} ${row.alias} on ${on(from.alias, row.alias)}` }
    this.reached.set(key, found)
    return found
  }
}

/** Where a column stands in a statement. */
export const placeOf = ({ alias, model }: Row, name: string): string => `${alias}.${requireColumn(model, name).sql}`

/** A column of a row, and where it stands in the statement. Throws Unsupported if there is none. */
export const columnOf = ({ alias, model }: Row, name: string): Column & { at: string } => {
  const column = requireColumn(model, name)
  return { ...column, at: `${alias}.${column.sql}` }
}

/** Where the column stands that is null only if the row is missing. */
export const presenceOf = ({ alias, model }: Row): string => `${alias}.${model.presence.sql}`

/** The arguments that a field is given, coerced; worked out once where no variable is among them. */
export function argumentsOf(field: Field, node: FieldNode): (bind: Bind) => Args {
  let variables = false
  for (const argument of node.arguments ?? [])
    visit(argument, {
      Variable: () => {
        variables = true
      },
    })
  if (variables) return ({ variables: given }) => getArgumentValues(field, node, given)
  const args = getArgumentValues(field, node)
  return () => args
}
