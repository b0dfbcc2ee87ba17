import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql'

/** One violation of the contract. */
export interface Breach {
  /** The schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Union.Member` or `Type implements Interface`. */
  at: string
  /** What the contract says, and what the schema has. */
  is: string
}

/**
 * Where the schema differs from the contract in names, types, arguments or nullability. The schema may have more, provided that a
 * client that knows only the contract never has to send it.
 */
export function breachesOf(contract: GraphQLSchema, schema: GraphQLSchema): Breach[] {
  return Object.values(contract.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => inType(type, schema.getType(type.name)))
}

/**
 * The breaches that no line excuses, and the lines that no longer excuse anything, so that the list of what is still missing can
 * only shrink.
 *
 * @param lines coordinates as in {@link Breach.at}, one per line; empty lines and those that begin with # are ignored
 */
export function unexcused(breaches: Breach[], lines: string[]): string[] {
  const excused = new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')))
  const broken = new Set(breaches.map(({ at }) => at))
  return [
    ...breaches.filter(({ at }) => !excused.has(at)).map(({ at, is }) => `${at}: ${is}`),
    ...[...excused]
      .filter((at) => !broken.has(at))
      .map((at) => `${at}: excuses nothing any more; take its line off the list`),
  ]
}

function inType(wanted: GraphQLNamedType, found: GraphQLNamedType | undefined): Breach[] {
  if (!found) return [{ at: wanted.name, is: 'is missing' }]
  const [should, is] = [wanted[Symbol.toStringTag], found[Symbol.toStringTag]]
  if (should !== is) return [{ at: wanted.name, is: `should be a ${should}, and is a ${is}` }]

  if ((isObjectType(wanted) || isInterfaceType(wanted)) && (isObjectType(found) || isInterfaceType(found)))
    return [
      ...missing(wanted.getInterfaces(), found.getInterfaces(), (name) => `${wanted.name} implements ${name}`),
      ...Object.values(wanted.getFields()).flatMap((field) =>
        inField(`${wanted.name}.${field.name}`, field, found.getFields()[field.name]),
      ),
    ]
  if (isInputObjectType(wanted) && isInputObjectType(found))
    return inInputs(wanted.getFields(), found.getFields(), isRequiredInputField, (name) => `${wanted.name}.${name}`)
  if (isEnumType(wanted) && isEnumType(found))
    return missing(wanted.getValues(), found.getValues(), (name) => `${wanted.name}.${name}`)
  if (isUnionType(wanted) && isUnionType(found))
    return missing(wanted.getTypes(), found.getTypes(), (name) => `${wanted.name}.${name}`)
  return []
}

type Field = GraphQLField<unknown, unknown>

function inField(at: string, wanted: Field, found: Field | undefined): Breach[] {
  if (!found) return [{ at, is: 'is missing' }]
  return [
    ...ofType(at, wanted, found),
    ...inInputs(byName(wanted.args), byName(found.args), isRequiredArgument, (name) => `${at}(${name}:)`),
  ]
}

/** Arguments of a field, or fields of an input object. */
function inInputs<Input extends GraphQLArgument | GraphQLInputField>(
  wanted: Record<string, Input>,
  found: Record<string, Input>,
  isRequired: (input: Input) => boolean,
  coordinate: (name: string) => string,
): Breach[] {
  const kept = Object.values(wanted).flatMap((input) => {
    const at = coordinate(input.name)
    const counterpart = found[input.name]
    return counterpart ? ofType(at, input, counterpart) : [{ at, is: 'is missing' }]
  })
  const demanded = Object.values(found).filter((input) => !wanted[input.name] && isRequired(input))
  return [
    ...kept,
    ...demanded.map(({ name }) => ({ at: coordinate(name), is: 'is required, and not in the contract' })),
  ]
}

function ofType(at: string, wanted: { type: unknown }, found: { type: unknown }): Breach[] {
  const [should, does] = [String(wanted.type), String(found.type)]
  return should === does ? [] : [{ at, is: `should be ${should}, and is ${does}` }]
}

function missing(
  wanted: readonly { name: string }[],
  found: readonly { name: string }[],
  coordinate: (name: string) => string,
): Breach[] {
  const names = new Set(found.map(({ name }) => name))
  return wanted.filter(({ name }) => !names.has(name)).map(({ name }) => ({ at: coordinate(name), is: 'is missing' }))
}

function byName<Named extends { name: string }>(list: readonly Named[]): Record<string, Named> {
  return Object.fromEntries(list.map((named) => [named.name, named]))
}
