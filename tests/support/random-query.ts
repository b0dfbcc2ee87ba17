import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'

/** Values that arguments are given, by the argument's name or the type's: JSON values. */
export type Values = Readonly<Record<string, readonly unknown[]>>

export interface RandomQuery {
  text: string
  variables: Record<string, unknown>
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A query that fits the schema, the same for the same seed: aliases, named and inline fragments, directives, variables that
 * are given, left out, null or have a default, the same field twice, and arguments from `values`.
 */
export function randomQuery(schema: GraphQLSchema, seed: number, { values }: { values: Values }): RandomQuery {
  return new Generator(schema, numbers(seed), values).query()
}

/** Fields of the root that are made of no rows, and so answered by their resolvers alone. */
const notOfRows: ReadonlySet<string> = new Set(['annotationTask', 'proposal', 'readingProgress'])

class Generator {
  private readonly declared: string[] = []
  private readonly given: Record<string, unknown> = {}
  private readonly fragments: string[] = []
  private names = 0
  private objects: number

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    private readonly values: Values,
  ) {
    this.objects = 5 + this.below(14)
  }

  query(): RandomQuery {
    const body = this.selection(this.schema.getQueryType(), 3 + this.below(5))
    const declared = this.declared.length > 0 ? `(${this.declared.join(' ')})` : ''
    return { text: `query${declared} ${body} ${this.fragments.join(' ')}`, variables: this.given }
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit)
  }

  private chance(of: number): boolean {
    return this.random() < of
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('Nothing to choose from.')
    return item
  }

  private selection(type: GraphQLNamedType | null | undefined, depth: number): string {
    if (isUnionType(type)) return `{ ${this.fragment(type, depth)} ${this.fragment(type, depth)} __typename }`
    if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }'
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: of }) => !notOfRows.has(name) && (depth > 0 || isLeafType(getNamedType(of))),
    )
    const isRoot = type === this.schema.getQueryType()
    const parts: string[] = []
    for (let left = 1 + this.below(isRoot ? 2 : 5); left > 0; left--) {
      if (this.chance(0.08)) parts.push(`${this.chance(0.3) ? `t${this.below(3)}: ` : ''}__typename${this.directive()}`)
      else if (depth > 0 && this.chance(isInterfaceType(type) ? 0.45 : 0.12)) parts.push(this.fragment(type, depth))
      else if (fields.length > 0) parts.push(this.field(this.pick(fields), depth))
    }
    return `{ ${parts.filter(Boolean).join(' ') || '__typename'} }`
  }

  private field(
    field: { name: string; type: GraphQLArgument['type'] | object; args: readonly GraphQLArgument[] },
    depth: number,
  ): string {
    const type = getNamedType(field.type as GraphQLArgument['type']) as GraphQLNamedType
    const isLeaf = isLeafType(type)
    if (!isLeaf && this.objects-- <= 0) return ''
    const hasAlias = isLeaf ? this.chance(0.2) : field.args.length > 0 || this.chance(0.25)
    const alias = hasAlias ? `a${this.names++}: ` : ''
    const text = `${alias}${field.name}${this.arguments(field)}${this.directive()}`
    return isLeaf ? text : `${text} ${this.selection(type, depth - 1)}`
  }

  /** Variants of an interface are where a compiler has most to get wrong. */
  private fragment(type: GraphQLNamedType, depth: number): string {
    const others = isAbstractType(type)
      ? this.schema.getPossibleTypes(type)
      : isObjectType(type)
        ? type.getInterfaces().filter((found) => this.schema.getPossibleTypes(found).length < 5)
        : []
    const choices: GraphQLNamedType[] = isUnionType(type) ? [...others] : [type, ...others]
    const on = this.pick(choices)
    const body = this.selection(on, depth - 1)
    if (this.chance(0.5))
      return `... ${on === type && this.chance(0.3) ? '' : `on ${on.name}`}${this.directive()} ${body}`
    const name = `F${this.names++}`
    this.fragments.push(`fragment ${name} on ${on.name} ${body}`)
    return `...${name}${this.directive()}${this.chance(0.2) ? ` ...${name}` : ''}`
  }

  private directive(): string {
    if (!this.chance(0.1)) return ''
    const value = this.chance(0.5)
    const text = this.chance(0.7) ? this.variable('Boolean!', value, String(value)) : String(value)
    return ` @${this.pick(['include', 'skip'])}(if: ${text})`
  }

  private arguments({ name: field, args }: { name: string; args: readonly GraphQLArgument[] }): string {
    const size = this.chance(0.7) ? 'first' : 'last'
    const both = this.chance(0.02)
    const chosen = args.filter(({ name, type }) => {
      if (name === 'first' || name === 'last') return (name === size || both) && this.chance(0.85)
      return isNonNullType(type) || this.chance(name === 'filter' ? 0.45 : 0.25)
    })
    const texts = chosen.flatMap(({ name, type }) => {
      const value = this.value(type, name, `${field}.${name}`)
      if (value === undefined) return []
      const literal = literalOf(value, type)
      return [`${name}: ${this.chance(0.35) ? this.variable(String(type), value, literal) : literal}`]
    })
    return texts.length > 0 ? `(${texts.join(', ')})` : ''
  }

  private value(type: GraphQLInputType, name: string, place: string): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, name, place) ?? this.value(type, name, place)
    if (this.chance(0.05)) return null
    const known = this.values[place] ?? this.values[name]
    if (known && !isListType(type)) return this.pick(known)
    if (isListType(type)) {
      if (this.chance(0.1)) return this.value(type.ofType, name, place) ?? []
      return Array.from({ length: this.below(4) }, () => this.value(type.ofType, name, place)).filter(
        (item) => item != null,
      )
    }
    if (isEnumType(type)) return this.pick(type.getValues()).name
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.chance(0.3))
      return Object.fromEntries(
        fields.map((field) => [field.name, this.value(field.type, field.name, `${type.name}.${field.name}`)]),
      )
    }
    return this.pick(this.values[getNamedType(type).name] ?? [null])
  }

  private variable(type: string, value: unknown, literal: string): string {
    const name = `v${this.names++}`
    const hasDefault = !type.endsWith('!') && this.chance(0.3)
    this.declared.push(`$${name}: ${type}${hasDefault ? ` = ${literal}` : ''}`)
    if (type.endsWith('!') || !this.chance(hasDefault ? 0.5 : 0.15)) this.given[name] = value
    return `$${name}`
  }
}

function literalOf(value: unknown, given: GraphQLInputType): string {
  const type = getNullableType(given)
  if (value === null || value === undefined) return 'null'
  if (isListType(type))
    return Array.isArray(value)
      ? `[${value.map((item) => literalOf(item, type.ofType)).join(', ')}]`
      : literalOf(value, type.ofType)
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${fields[name] ? literalOf(inner, fields[name].type) : 'null'}`)
      .join(', ')} }`
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value)
}
