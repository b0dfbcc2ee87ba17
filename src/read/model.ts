import { identifier } from './sql.js'
import { Unsupported } from './unsupported.js'

/** A column of a table, as Prisma's schema has it. */
export interface Column {
  sql: string
  /** Prisma's name of its type, or that of its enum. */
  type: string
  isEnum: boolean
  isList: boolean
  isRequired: boolean
}

/** A relation, from either side, by one column here and one there. */
export interface Relation {
  model: string
  isList: boolean
  from: Column
  to: Column
}

/** A table, with Prisma's names of its columns and relations. */
export interface Model {
  name: string
  table: string
  /** A column that is null in no row: whether a joined row is there. */
  presence: Column
  columns: ReadonlyMap<string, Column>
  relations: ReadonlyMap<string, Relation>
}

/** Tables by Prisma's names of them. */
export type Models = ReadonlyMap<string, Model>

interface Field {
  name: string
  type: string
  kind: string
  isList: boolean
  isRequired: boolean
  isId: boolean
  relationName?: string
  relationFromFields?: readonly string[]
}

/** As the generator of Pothos writes it. It has no names of tables and columns: they are those of the Prisma schema. */
interface Datamodel {
  datamodel: {
    models: Readonly<Record<string, { fields: readonly Field[]; primaryKey: { fields: readonly string[] } | null }>>
  }
}

/** The tables, from Pothos' datamodel. A relation by several columns, or to another column than the id, is left out. */
export function modelsOf(given: object): Models {
  const { models } = (given as Datamodel).datamodel
  const columns = new Map(Object.entries(models).map(([name, { fields }]) => [name, columnsOf(fields)]))
  const idOf = (model: string) => models[model]?.fields.find(({ isId }) => isId)?.name
  const column = (model: string, name: string | undefined) => (name ? columns.get(model)?.get(name) : undefined)
  const relationOf = (model: string, field: Field): Relation | undefined => {
    const own = field.relationFromFields ?? []
    const other = models[field.type]?.fields.find(
      (found) =>
        found.relationName === field.relationName &&
        found.type === model &&
        !(field.type === model && found.name === field.name),
    )
    const keys = own.length > 0 ? own : (other?.relationFromFields ?? [])
    const [here, there] = own.length > 0 ? [keys[0], idOf(field.type)] : [idOf(model), keys[0]]
    const from = column(model, here)
    const to = column(field.type, there)
    return keys.length === 1 && from && to ? { model: field.type, isList: field.isList, from, to } : undefined
  }
  return new Map(
    Object.entries(models).map(([name, { fields, primaryKey }]) => {
      const presence = column(name, idOf(name) ?? primaryKey?.fields[0])
      if (!presence) throw new Error(`The table ${name} has no key.`)
      const relations = fields.flatMap((field) => {
        const relation = field.kind === 'object' ? relationOf(name, field) : undefined
        return relation ? [[field.name, relation] as const] : []
      })
      const own = columns.get(name) ?? new Map<string, Column>()
      return [name, { name, table: identifier(name), presence, columns: own, relations: new Map(relations) }]
    }),
  )
}

const columnsOf = (fields: readonly Field[]): ReadonlyMap<string, Column> =>
  new Map(
    fields
      .filter(({ kind }) => kind !== 'object')
      .map(({ name, type, kind, isList, isRequired }) => [
        name,
        { sql: identifier(name), type, isEnum: kind === 'enum', isList, isRequired },
      ]),
  )

/** Throws Unsupported if there is no such table. */
export const requireModel = (models: Models, name: string): Model => models.get(name) ?? refuse(`the table ${name}`)

/** Throws Unsupported if there is no such column. */
export const requireColumn = (model: Model, name: string): Column =>
  model.columns.get(name) ?? refuse(`the column ${model.name}.${name}`)

/** Throws Unsupported if there is no such relation. */
export const requireRelation = (model: Model, name: string): Relation =>
  model.relations.get(name) ?? refuse(`the relation ${model.name}.${name}`)

function refuse(what: string): never {
  throw new Unsupported(what)
}
