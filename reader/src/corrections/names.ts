import { sortName } from '../names.js'
import { nameKey } from '../people/name-keys.js'
import type { Somebody } from './correction.js'
import type { Draft } from './draft.js'

/** A key that no row of the list has. */
const freshKey = (rows: readonly { readonly key: string }[], letter: string): string => {
  const taken = new Set(rows.map(({ key }) => key))
  let number = rows.length + 1
  while (taken.has(`${letter}${number}`)) number++
  return `${letter}${number}`
}

/** The key of somebody in the record, by any printed form of the name; of a person who is added where nobody is called so. */
export const personKey = (draft: Draft, { person, ref }: Somebody): string => {
  const { people } = draft.record
  const known = ref === undefined ? undefined : (draft.known.get(ref) ?? keyWithRef(draft, ref))
  if (known !== undefined) return known
  const name = nameKey(person)
  const isFree = ({ key }: { key: string }) => ref === undefined || !isKnownOtherwise(draft, key)
  const called =
    people.find((row) => nameKey(row.name) === name && isFree(row)) ??
    people.find((row) => row.printedNames.some((form) => nameKey(form) === name) && isFree(row))
  const key = called?.key ?? freshKey(people, 'p')
  if (!called) people.push({ key, name: person, sortName: sortName(person) || person, printedNames: [] })
  if (ref !== undefined) draft.refs.set(key, ref)
  return key
}

const keyWithRef = ({ refs }: Draft, ref: string): string | undefined =>
  [...refs].find(([, other]) => other === ref)?.[0]

/** Whether the archive knows the person of this key, as somebody else than is referred to. */
const isKnownOtherwise = ({ known, refs }: Draft, key: string): boolean =>
  refs.has(key) || [...known.values()].includes(key)

/** The key of a body of the record, which is added where none is called so. */
export const bodyKey = ({ record: { organizations } }: Draft, body: string): string => {
  const name = nameKey(body)
  const known =
    organizations.find((row) => nameKey(row.name) === name) ??
    organizations.find((row) => row.aliases.some((alias) => nameKey(alias) === name))
  if (known) return known.key
  const key = freshKey(organizations, 'o')
  organizations.push({ key, name: body, aliases: [], parent: null })
  return key
}

/** The key of a theme of the record, which is added where none has this title. */
export const themeKey = ({ record: { themes } }: Draft, title: string): string => {
  const known = themes.find((row) => nameKey(row.title) === nameKey(title))
  if (known) return known.key
  const key = freshKey(themes, 't')
  themes.push({ key, title })
  return key
}
