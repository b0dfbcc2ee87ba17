import { fold } from '@rapporteur/reader/names'
import type { Proposal, RemarkLine, ThemeLine } from '@rapporteur/reader/proposal/proposal'

/** The lines of people, bodies and themes that a later part may refer to, with the last remark and the last motion. */
export const knownOf = ({ persons, bodies, themes, remarks, motions }: Proposal): string => {
  const last = remarks.at(-1)
  return [
    ...bodies,
    ...persons.map(({ at: _, ...line }) => line),
    ...themes,
    ...(last ? [{ remark: last.remark, by: last.by, ids: last.ids }] : []),
    ...motions.slice(-1),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')
}

/** A person or a body under the key, the name and the printed forms that one part gives. */
interface Known {
  readonly key: string
  readonly name: string
  readonly forms: ReadonlySet<string>
}

const knownAs = (key: string, name: string, printed: readonly string[] = []): Known => ({
  key,
  name: fold(name),
  forms: new Set([name, ...printed].map(fold)),
})

const personsOf = ({ persons }: Proposal): Known[] =>
  persons.map(({ person, name, printed }) => knownAs(person, name, printed))
const bodiesOf = ({ bodies }: Proposal): Known[] =>
  bodies.map(({ body, name, printed }) => knownAs(body, name, printed))

/** The name of one is a form of the other: a family name alone, which two people may have, does not do. */
const isSame = (one: Known, other: Known): boolean => one.forms.has(other.name) || other.forms.has(one.name)

type Renaming = ReadonlyMap<string, string>

/**
 * New names of a part's keys: whoever is known under another key gets that one, and a key that stands for somebody else before gets a
 * fresh one.
 */
const renamings = (known: readonly Known[], part: readonly Known[]): Renaming => {
  const byKey = new Map(known.map((one) => [one.key, one]))
  const taken = new Set([...byKey.keys(), ...part.map(({ key }) => key)])
  const renamed = new Map<string, string>()
  for (const one of part) {
    const before = byKey.get(one.key)
    if (before && isSame(before, one)) continue
    const same = known.filter((other) => isSame(other, one))
    if (same.length === 1 && same[0]) renamed.set(one.key, same[0].key)
    else if (before) renamed.set(one.key, freshKey(one.key, taken))
  }
  return renamed
}

/** A theme stands at one place: one whose key is taken gets a fresh one; the gate joins those of one title. */
const themeRenamings = (known: readonly ThemeLine[], part: readonly ThemeLine[]): Renaming => {
  const taken = new Set([...known, ...part].map(({ theme }) => theme))
  const clashes = part.filter((line) => known.some(({ theme, at }) => theme === line.theme && at !== line.at))
  return new Map(clashes.map(({ theme }) => [theme, freshKey(theme, taken)]))
}

/** Keys of motions and of votes are a part's own, but for a motion of an earlier part that it refers to. */
const fresh = (known: readonly string[], part: readonly string[]): Renaming => {
  const taken = new Set([...known, ...part])
  return new Map(part.filter((key) => known.includes(key)).map((key) => [key, freshKey(key, taken)]))
}

const freshKey = (key: string, taken: Set<string>): string => {
  let n = 2
  while (taken.has(`${key}-${n}`)) n++
  taken.add(`${key}-${n}`)
  return `${key}-${n}`
}

const union = (one: readonly string[] = [], other: readonly string[] = []): string[] => [...new Set([...one, ...other])]

/** What two parts say of the same key; forms of a name add up, and whoever is listed in either is listed. */
const merged = <Line extends { name: string; printed?: string[] | undefined; at?: string | null | undefined }>(
  before: readonly Line[],
  more: readonly Line[],
  keyOf: (line: Line) => string,
): Line[] => {
  const lines = new Map(before.map((line) => [keyOf(line), line]))
  for (const line of more) {
    const known = lines.get(keyOf(line))
    const at = known?.at ?? line.at
    if (!known) lines.set(keyOf(line), line)
    else {
      const others = line.name === known.name ? [] : [line.name]
      const printed = union(known.printed, [...(line.printed ?? []), ...others])
      lines.set(keyOf(line), { ...line, ...known, printed, ...(at ? { at } : {}) })
    }
  }
  return [...lines.values()]
}

const keysOf = <Key extends string>(lines: readonly { readonly [K in Key]: string }[], key: Key): string[] =>
  lines.map((line) => line[key])

/** Joins the answer to a part to those before: one cast, remarks numbered on. */
export const joinPart = (before: Proposal, part: Proposal): Proposal => {
  const renamed = new Map([
    ...renamings(personsOf(before), personsOf(part)),
    ...renamings(bodiesOf(before), bodiesOf(part)),
    ...themeRenamings(before.themes, part.themes),
  ])
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
  const bodies = part.bodies.map((line) => ({
    ...line,
    body: key(line.body),
    ...(line.parent ? { parent: key(line.parent) } : {}),
  }))
  const themes = part.themes.map((line) => ({ ...line, theme: key(line.theme) }))
  const motionKeys = fresh(keysOf(before.motions, 'motion'), keysOf(part.motions, 'motion'))
  const voteKeys = fresh(keysOf(before.votes, 'vote'), keysOf(part.votes, 'vote'))
  const motion = (one: string): string => motionKeys.get(one) ?? one
  const on = <Line extends { on?: string | null | undefined }>(line: Line): Line =>
    line.on ? { ...line, on: motion(line.on) } : line
  const motions = part.motions.map((line) => ({
    ...line,
    motion: motion(line.motion),
    ...(line.movers ? { movers: line.movers.map(key) } : {}),
    ...(line.seconders ? { seconders: line.seconders.map(key) } : {}),
    ...(line.amends ? { amends: motion(line.amends) } : {}),
  }))
  const votes = part.votes.map((line) => ({
    ...on(line),
    vote: voteKeys.get(line.vote) ?? line.vote,
    ...(line.votes
      ? { votes: Object.fromEntries(Object.entries(line.votes).map(([option, voters]) => [option, voters.map(key)])) }
      : {}),
  }))
  const actions = part.actions.map((line) => (line.assignees ? { ...line, assignees: line.assignees.map(key) } : line))
  return {
    header: before.header,
    meeting: before.meeting ?? part.meeting,
    persons: merged(before.persons, persons, ({ person }) => person),
    bodies: merged(before.bodies, bodies, ({ body }) => body),
    themes: [...before.themes, ...themes.filter(({ theme }) => !before.themes.some((one) => one.theme === theme))],
    remarks: [...before.remarks, ...part.remarks.map(remark)],
    nobody: [...before.nobody, ...part.nobody],
    decisions: [...before.decisions, ...part.decisions.map(on)],
    motions: [...before.motions, ...motions],
    votes: [...before.votes, ...votes],
    actions: [...before.actions, ...actions],
  }
}
