import { findBreakingChanges, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'

/** The kinds of version bumps, from the smallest to the largest. */
const steps = ['none', 'patch', 'minor', 'major'] as const

type Step = (typeof steps)[number]

/**
 * Changes of the schema since the last release for which no changeset declares a sufficient version bump of the SDK: each breaking
 * change, or a sentence if the schema was only extended.
 *
 * @param changesets the texts of the changesets, whose front matter names packages and bumps
 * @param version the current version of the SDK
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
  return breaks.length > 0 ? breaks : [`The schema was extended, which needs a ${least} version bump.`]
}

/** A breaking change needs a major bump and an addition a minor one; before version 1, each needs the next smaller one. */
function leastStep(isBreak: boolean, isSame: boolean, version: string): Step {
  if (isSame) return 'none'
  if (version.startsWith('0.')) return isBreak ? 'minor' : 'patch'
  return isBreak ? 'major' : 'minor'
}

const isSame = (one: GraphQLSchema, other: GraphQLSchema) => sorted(one) === sorted(other)
const sorted = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema))

/** The bump that a changeset's front matter declares for the SDK. */
function declaredStep(changeset: string): Step {
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---/.exec(changeset) ?? []
  const [, step] = /^['"]?@rapporteur\/sdk['"]?:\s*(\w+)\s*$/m.exec(frontMatter) ?? []
  return steps.find((known) => known === step) ?? 'none'
}
