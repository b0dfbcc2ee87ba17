import type { Proposal, RemarkLine } from '@rapporteur/reader/proposal/proposal'

/** The lines of people, bodies and themes that a later part may refer to. */
export const knownOf = ({ persons, bodies, themes, remarks }: Proposal): string => {
  const last = remarks.at(-1)
  return [
    ...bodies,
    ...persons.map(({ at: _, ...line }) => line),
    ...themes,
    ...(last ? [{ remark: last.remark, by: last.by, ids: last.ids }] : []),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')
}

type Renaming = ReadonlyMap<string, string>

/** Keys of a part that an earlier part gave to something else get a new name. */
const renamings = (
  known: ReadonlyMap<string, string>,
  lines: readonly (readonly [key: string, name: string])[],
): Renaming => {
  const taken = new Set(known.keys())
  const renamed = new Map<string, string>()
  for (const [key, name] of lines) {
    const before = known.get(key)
    if (before === undefined || before === name) continue
    let fresh = key
    for (let n = 2; taken.has(fresh); n++) fresh = `${key}-${n}`
    taken.add(fresh)
    renamed.set(key, fresh)
  }
  return renamed
}

const named = (proposal: Proposal): (readonly [string, string])[] => [
  ...proposal.persons.map(({ person, name }) => [person, name] as const),
  ...proposal.bodies.map(({ body, name }) => [body, name] as const),
  ...proposal.themes.map(({ theme, title }) => [theme, title] as const),
]

const union = (one: readonly string[] = [], other: readonly string[] = []): string[] => [...new Set([...one, ...other])]

/** What two parts say of the same key; forms of a name add up, and whoever is listed in either is listed. */
const merged = <Line extends { printed?: string[] | undefined; at?: string | null | undefined }>(
  before: readonly Line[],
  more: readonly Line[],
  keyOf: (line: Line) => string,
): Line[] => {
  const lines = new Map(before.map((line) => [keyOf(line), line]))
  for (const line of more) {
    const known = lines.get(keyOf(line))
    if (!known) lines.set(keyOf(line), line)
    else
      lines.set(keyOf(line), {
        ...line,
        ...known,
        printed: union(known.printed, line.printed),
        ...((known.at ?? line.at) ? { at: known.at ?? line.at } : {}),
      })
  }
  return [...lines.values()]
}

/** Joins the answer to a part to those before: one cast, remarks numbered on. */
export const joinPart = (before: Proposal, part: Proposal): Proposal => {
  const renamed = renamings(new Map(named(before)), named(part))
  const key = (one: string): string => renamed.get(one) ?? one
  const last = before.remarks.at(-1)?.remark ?? 0
  const first = part.remarks[0]?.remark ?? 0
  const shift = part.remarks.length > 0 && first <= last ? last + 1 - first : 0
  const number = (one: number): number => (shift > 0 && one < first ? one : one + shift)
  const remark = (line: RemarkLine): RemarkLine => ({
    ...line,
    remark: line.remark + shift,
    by: line.by.map(key),
    ...(line.for ? { for: line.for.map(key) } : {}),
    ...(line.answers ? { answers: line.answers.map(number) } : {}),
    ...(line.theme ? { theme: key(line.theme) } : {}),
  })
  const persons = part.persons.map((line) => ({
    ...line,
    person: key(line.person),
    ...(line.body ? { body: key(line.body) } : {}),
    ...(line.posts ? { posts: line.posts.map((post) => (post.body ? { ...post, body: key(post.body) } : post)) } : {}),
  }))
  return {
    header: before.header,
    meeting: before.meeting ?? part.meeting,
    persons: merged(before.persons, persons, ({ person }) => person),
    bodies: merged(
      before.bodies,
      part.bodies.map((line) => ({ ...line, body: key(line.body) })),
      ({ body }) => body,
    ),
    themes: [
      ...before.themes,
      ...part.themes
        .map((line) => ({ ...line, theme: key(line.theme) }))
        .filter(({ theme }) => !before.themes.some((one) => one.theme === theme)),
    ],
    remarks: [...before.remarks, ...part.remarks.map(remark)],
    nobody: [...before.nobody, ...part.nobody],
  }
}
