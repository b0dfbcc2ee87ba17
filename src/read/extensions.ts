import { defaultFieldResolver, type GraphQLNamedType, isInterfaceType, isObjectType } from 'graphql'
import type { FieldExtensions, RowTypeExtensions } from '../schema/extensions.js'
import type { Args, Field } from './planning.js'
import { Unsupported } from './unsupported.js'

/** Options that change no answer, or that the compiler knows. A field or type with any other is not compiled. */
const harmless = new Set([
  'args',
  'deprecationReason',
  'description',
  'extensions',
  'fields',
  'interfaces',
  'name',
  'nullable',
  'query',
  'resolve',
  'resolveType',
  'select',
  'type',
  'variant',
])

/** The extensions of a field. Throws Unsupported if it has an option that the compiler does not know. */
export function extensionsOf(field: Field): FieldExtensions<Args> {
  refuseOthers(field.name, field.extensions.pothosOptions)
  return field.extensions
}

/**
 * The extensions of an object type or an interface, which rows can have. Throws Unsupported if it is another type, or has an option
 * that the compiler does not know.
 */
export function rowTypeExtensionsOf(type: GraphQLNamedType): RowTypeExtensions {
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Unsupported(`rows of ${type.name}`)
  refuseOthers(type.name, type.extensions.pothosOptions)
  return type.extensions
}

function refuseOthers(name: string, options: object = {}): void {
  const other = Object.keys(options).find((option) => !harmless.has(option))
  if (other) throw new Unsupported(`the option ${other} of ${name}`)
}

/** The column that a field exposes. */
export const exposedColumn = ({
  pothosExposedField,
  pothosOriginalResolve,
}: FieldExtensions<Args>): string | undefined =>
  pothosOriginalResolve === undefined || pothosOriginalResolve === defaultFieldResolver ? pothosExposedField : undefined
