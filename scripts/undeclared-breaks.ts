import { findBreakingChanges, type GraphQLSchema } from 'graphql'

/**
 * The changes that break clients of the last release, unless a changeset declares one: a step of `major`, or before
 * version 1 of `minor`.
 *
 * @param changesets the texts of the changesets, whose front matter names packages and steps.
 * @param version the present version of the project.
 */
export function undeclaredBreaks(
  released: GraphQLSchema,
  present: GraphQLSchema,
  changesets: string[],
  version: string,
): string[] {
  const breaking = version.startsWith('0.') ? /:\s*(major|minor)\s*$/m : /:\s*major\s*$/m
  const isDeclared = changesets.some((text) => breaking.test(frontMatterOf(text)))
  return isDeclared ? [] : findBreakingChanges(released, present).map(({ description }) => description)
}

function frontMatterOf(text: string): string {
  return /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''
}
