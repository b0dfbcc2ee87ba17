import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import type { FieldExtensions } from '../schema/extensions.js'
import type { Read, RowRead } from '../schema/read-as.js'
import { extensionsOf, rowTypeExtensionsOf } from './extensions.js'
import { constant, type FieldPlan, type ObjectPlan } from './field-plan.js'
import { planFound } from './found.js'
import { planDerived, planFrame, planNumber } from './frame.js'
import { planLeaf } from './leaf.js'
import { planNodes } from './nodes.js'
import { planPage } from './page.js'
import {
  type Args,
  argumentsOf,
  type Catalog,
  columnOf,
  type Field,
  Planning,
  presenceOf,
  type Row,
} from './planning.js'
import { planRows } from './rows.js'
import { oneRow } from './selection.js'
import { planSpan } from './span.js'
import { type Bind, type Hole, joined, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { whereSql } from './where.js'

type JoinedRead = NonNullable<Read<Args>['joined']>

/** A query as planned: see `Planning` for what is beside the root. */
export interface Plan {
  root: ObjectPlan
  binders: readonly ((bind: Bind) => void)[]
  found: Planning['found']
  varies: boolean
}

/** What a validated query has to read. Throws Unsupported for what is not catalog. */
export function planQuery(
  catalog: Catalog,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Args,
): Plan {
  const planner = new Planner()
  const planning = new Planning(catalog, document, variables, (...asked) => planner.object(...asked))
  const type = catalog.schema.getQueryType()
  if (!type) throw new Unsupported('a schema without queries')
  const fields = collectFields(catalog.schema, planning.fragments, variables, type, operation.selectionSet)
  const plans = [...fields].map(([key, nodes]) => planner.field(planning, type, { key, nodes, row: undefined }))
  const root = { presence: '1', discriminator: undefined, branches: [{ label: null, fields: plans }] }
  const { binders, found, varies } = planning
  return { root, binders, found, varies }
}

interface Selected {
  key: string
  nodes: readonly FieldNode[]
  /** The parent's row; undefined at the root. */
  row: Row | undefined
}

interface Shared {
  row: Row | undefined
  nodes: readonly FieldNode[]
  options: unknown
  type: string
  plan: FieldPlan
}

class Planner {
  /** Fields by their first node: what two types of one table have from their interface is planned and read once. */
  private readonly shared = new Map<FieldNode, Shared[]>()

  object(planning: Planning, type: GraphQLNamedType, nodes: readonly FieldNode[], row: Row): ObjectPlan {
    const { pothosPrismaModel = type.name } = rowTypeExtensionsOf(type)
    if (pothosPrismaModel !== row.model.name) throw new Unsupported(`${type.name} from ${row.model.name}`)
    const presence = presenceOf(row)
    const fieldsOf = (found: GraphQLObjectType) =>
      planning.collect(found, nodes).map(([key, own]) => this.field(planning, found, { key, nodes: own, row }))
    if (isObjectType(type))
      return { presence, discriminator: undefined, branches: [{ label: null, fields: fieldsOf(type) }] }
    const read = isInterfaceType(type) ? type.extensions.read : undefined
    if (!read) throw new Unsupported(`rows of ${type.name}`)
    const { column, types } = read.variants
    const branches = Object.entries(types).map(([label, name]) => {
      const variant = planning.catalog.schema.getType(name)
      if (!isObjectType(variant)) throw new Unsupported(`rows of ${name}`)
      return { label, fields: fieldsOf(variant) }
    })
    return { presence, discriminator: `${columnOf(row, column).at}::text`, branches }
  }

  field(planning: Planning, parent: GraphQLObjectType, selected: Selected): FieldPlan {
    const { key, nodes, row } = selected
    const [node] = nodes
    if (!node) throw new Unsupported('a field without a node')
    const name = node.name.value
    if (name === '__typename') return constant(key, parent.name)
    const field = parent.getFields()[name]
    if (!field) throw new Unsupported(`${parent.name}.${name}`)
    const options = extensionsOf(field).pothosOptions
    const sharing = this.shared.get(node) ?? []
    const before = sharing.find(
      (other) =>
        other.row === row &&
        other.options === options &&
        other.type === String(field.type) &&
        other.nodes.length === nodes.length &&
        other.nodes.every((each, i) => each === nodes[i]),
    )
    if (before) return before.plan
    const plan = planField(planning, { ...selected, node, parent: parent.name, field })
    this.shared.set(node, [...sharing, { row, nodes, options, type: String(field.type), plan }])
    return plan
  }
}

interface Definite extends Selected {
  node: FieldNode
  parent: string
  field: Field
}

function planField(planning: Planning, { key, nodes, row, node, parent, field }: Definite): FieldPlan {
  const extensions = extensionsOf(field)
  const { read } = extensions
  const name = `${parent}.${field.name}`
  const nullable = !isNonNullType(field.type)
  const inner = getNullableType(field.type)
  const isList = isListType(inner)
  const type = getNamedType(field.type)
  const args = argumentsOf(field, node)
  if (read?.nodes && isAbstractType(type)) {
    const orNull = isList ? !isNonNullType(inner.ofType) : nullable
    return planNodes(planning, { key, type, isList, nullable: orNull, nodes, row, args }, read.nodes)
  }
  if (isList && (!isNonNullType(inner.ofType) || isListType(getNullableType(inner.ofType)))) throw new Unsupported(name)
  if (read?.page && isObjectType(type)) return planPage(planning, { key, type, nodes, row, args }, read.page)
  if (read?.frame && !row) return planFrame(planning, { key, type, nodes, args }, read.frame)
  if (read?.found && !row && isObjectType(type)) return planFound(planning, { key, type, nodes, args }, read.found)
  if (read?.row && !row) return planRow(planning, { key, nullable, type, nodes, args }, read.row)
  if (!row) throw new Unsupported(name)
  if (read?.number) return planNumber(key, row, read.number)
  if (read?.rows) return planDerived(planning, { key, type, nodes, args, row }, read.rows)
  if (isLeafType(type)) return planLeaf(planning, { key, name, type, isList, nullable, row, extensions })
  if (read?.span && isObjectType(type)) return planSpan(planning, { key, type, nodes, row, nullable }, read.span)
  if (read?.joined && !isList) return planJoined(planning, { key, name, nullable, type, nodes, row }, read.joined)
  const nested = read?.nested ?? (isPlainRelation(extensions) ? {} : undefined)
  if (!nested) throw new Unsupported(name)
  return planRows(planning, { key, name, type, isList, nullable, nodes, row, extensions, args }, nested)
}

const isPlainRelation = ({ pothosPrismaRelationField, pothosPrismaFallback }: FieldExtensions<Args>) =>
  pothosPrismaRelationField !== undefined && pothosPrismaFallback === undefined

type JoinedField = Pick<RowField, 'key' | 'nullable' | 'type' | 'nodes'> & { name: string; row: Row }

function planJoined(planning: Planning, { name, row: from, ...field }: JoinedField, read: JoinedRead): FieldPlan {
  const { row, join } = planning.joined(from, name, () => read)
  const { key, nullable, type, nodes } = field
  return oneRow({ key, nullable, joins: [join], object: planning.object(type, nodes, row) })
}

interface RowField {
  key: string
  nullable: boolean
  type: GraphQLNamedType
  nodes: readonly FieldNode[]
  args: (bind: Bind) => Args
}

/** A row that the root finds by a key. */
function planRow(planning: Planning, { key, nullable, type, nodes, args }: RowField, read: RowRead<Args>): FieldPlan {
  const found = planning.newRow(read.model)
  const { row, joins } = planning.along(found, read.through ? [read.through] : [])
  const filter: Hole = (bind) =>
    whereSql(planning.catalog.models, found.model, found.alias, read.where(args(bind)), bind)
  const count = read.mayBeSeveral ? ', count(*) over ()::int as "#n"' : ''
  const source = sql`select ${row.alias}.*${count} from ${found.model.table} ${found.alias}${joined(joins, '')} where ${filter} limit 1`
  const join = sql` left join lateral (${source}) ${row.alias} on true`
  const object = planning.object(type, nodes, row)
  return oneRow({ key, nullable, joins: [join], object, ...(count ? { count: `${row.alias}."#n"` } : {}) })
}
