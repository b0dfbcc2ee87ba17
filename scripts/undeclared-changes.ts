import { findBreakingChanges, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'

/** The steps of a version, from the least to the greatest. */
const steps = ['none', 'patch', 'minor', 'major'] as const

type Step = (typeof steps)[number]

/**
 * What the schema's changes since the last release ask of the SDK's next version, and no changeset declares: each change
 * that breaks clients, or a sentence where the schema was added to.
 *
 * @param changesets the texts of the changesets, whose front matter names packages and steps.
 * @param version the present version of the SDK.
 */
export function undeclaredChanges(
  released: GraphQLSchema,
  present: GraphQLSchema,
  changesets: string[],
  version: string,
): string[] {
  const breaks = findBreakingChanges(released, present).map(({ description }) => description)
  const least = leastStep(breaks.length > 0, isSame(released, present), version)
  const declared = changesets.map(declaredStep)
  if (declared.some((step) => steps.indexOf(step) >= steps.indexOf(least)) || least === 'none') return []
  return breaks.length > 0 ? breaks : [`The schema was added to: that asks for a step of ${least}.`]
}

/** A break is a major step, and an addition a minor one; before version 1, each is the step below. */
function leastStep(isBreak: boolean, isSame: boolean, version: string): Step {
  if (isSame) return 'none'
  if (version.startsWith('0.')) return isBreak ? 'minor' : 'patch'
  return isBreak ? 'major' : 'minor'
}

const isSame = (one: GraphQLSchema, other: GraphQLSchema) => sorted(one) === sorted(other)
const sorted = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema))

/** The step that a changeset's front matter declares for the SDK. */
function declaredStep(changeset: string): Step {
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---/.exec(changeset) ?? []
  const [, step] = /^['"]?@rapporteur\/sdk['"]?:\s*(\w+)\s*$/m.exec(frontMatter) ?? []
  return steps.find((known) => known === step) ?? 'none'
}
