import { defaultFieldResolver, type GraphQLNamedType } from 'graphql'
import type { Select } from '../schema/nested-rows.js'
import type { Read, VariantsRead } from '../schema/read-as.js'
import type { ComputedPlan } from './plan.js'
import type { Field } from './planning.js'
import { Unsupported } from './unsupported.js'

/** What Pothos and plugin-prisma keep with a field: internals of the pinned versions, each compiled by a test. */
interface FieldExtensions {
  read?: Read
  pothosExposedField?: string
  pothosPrismaRelationField?: { name: string }
  pothosPrismaFallback?: unknown
  pothosPrismaSelect?: object | Select
  pothosOptions?: Readonly<Record<string, unknown>>
  pothosOriginalResolve?: ComputedPlan['resolve']
}

interface TypeExtensions {
  read?: VariantsRead
  pothosPrismaModel?: string
  pothosOptions?: Readonly<Record<string, unknown>>
}

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

export function extensionsOf(field: Field): FieldExtensions {
  const extensions: FieldExtensions = field.extensions
  refuseOthers(field.name, extensions.pothosOptions)
  return extensions
}

export function typeExtensionsOf(type: GraphQLNamedType): TypeExtensions {
  const extensions: TypeExtensions = type.extensions
  refuseOthers(type.name, extensions.pothosOptions)
  return extensions
}

function refuseOthers(name: string, options: object = {}): void {
  const other = Object.keys(options).find((option) => !harmless.has(option))
  if (other) throw new Unsupported(`the option ${other} of ${name}`)
}

/** The column that a field exposes. */
export const exposedColumn = ({ pothosExposedField, pothosOriginalResolve }: FieldExtensions): string | undefined =>
  pothosOriginalResolve === undefined || pothosOriginalResolve === defaultFieldResolver ? pothosExposedField : undefined

export type { FieldExtensions }
