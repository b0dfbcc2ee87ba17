import { isWholeTitle } from '../english/titles.js'
import { fold, honorificGender, nameTokens, splitHonorific } from '../names.js'
import type { NameMatch } from '../record.js'
import { isWithoutMiddle } from './person-name.js'

/** Somebody whom the record names: from its list of those present, or, where that lacks them, as first met in its text. */
export interface Member {
  readonly key: string
  readonly name: string
  readonly honorific: string | null
  readonly tokens: readonly string[]
  readonly abbreviation: string | null
  readonly isListed: boolean
}

/** The people of one meeting, with what is needed to find them by a printed name. */
export interface Cast {
  readonly members: Member[]
  readonly byKey: Map<string, Member>
  readonly byName: Map<string, Member[]>
  readonly byToken: Map<string, Member[]>
  readonly byAbbreviation: Map<string, Member[]>
  /** By the first letters of the given name, as many as tell a short form of it. */
  readonly byBeginning: Map<string, Member[]>
  /** By what somebody may call themselves in a chat. */
  readonly byNick: Map<string, Member[]>
  /** Who holds a role at this meeting, by the folded role; absent where nobody or more than one does. */
  readonly roleHolders: Map<string, string>
  /** All who hold a role, by the folded role: "the Co-Chairs" are those two. */
  readonly sharedRoles: Map<string, string[]>
  /** What `identify` found for a printed name, until somebody is added. */
  readonly found: Map<string, Identification>
}

/** Whom a printed name means, and by which rule; several candidates mean nobody. */
export interface Identification {
  readonly person: string | null
  readonly match: NameMatch | null
  readonly candidates: readonly string[]
}

export const unknownPerson: Identification = { person: null, match: null, candidates: [] }

const put = (index: Map<string, Member[]>, key: string, member: Member): void => {
  const known = index.get(key)
  if (known) known.push(member)
  else index.set(key, [member])
}

/** So many letters of a given name tell a short form of it. */
const leastOfGiven = 3

const beginningOf = ([given = '']: readonly string[]): string => given.slice(0, leastOfGiven)

const inAnyOrder = (tokens: readonly string[]): string => `~${[...tokens].sort().join(' ')}`

/** "aroe", "adar", "roea", "ar" of Ada Roe. */
const nicksOf = (tokens: readonly string[]): Set<string> => {
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)]
  const [a, b] = [first.charAt(0), last.charAt(0)]
  return new Set([
    first,
    last,
    a + last,
    first + last,
    first + b,
    last + a,
    tokens.map((token) => token.charAt(0)).join(''),
  ])
}

export const emptyCast = (): Cast => ({
  members: [],
  byKey: new Map(),
  byName: new Map(),
  byToken: new Map(),
  byAbbreviation: new Map(),
  byBeginning: new Map(),
  byNick: new Map(),
  roleHolders: new Map(),
  sharedRoles: new Map(),
  found: new Map(),
})

export const addMember = (cast: Cast, member: Member): void => {
  cast.members.push(member)
  cast.byKey.set(member.key, member)
  cast.found.clear()
  put(cast.byName, member.tokens.join(' '), member)
  put(cast.byName, inAnyOrder(member.tokens), member)
  for (const token of new Set(member.tokens)) put(cast.byToken, token, member)
  // One word is short for nothing.
  if (member.tokens.length > 1) put(cast.byBeginning, beginningOf(member.tokens), member)
  for (const nick of nicksOf(member.tokens)) put(cast.byNick, nick, member)
  if (member.abbreviation !== null) put(cast.byAbbreviation, member.abbreviation, member)
}

/** Notes what else somebody is called: initials, a handle. */
export const addAlias = (cast: Cast, alias: string, person: string): void => {
  const member = cast.byKey.get(person)
  if (!member || cast.byAbbreviation.get(alias)?.includes(member)) return
  cast.found.clear()
  put(cast.byAbbreviation, alias, member)
}

/** "Ben Roe", and "Ben", is a Benjamin Roe: a given name's first letters, and the same family name if there is one. */
const isShortened = (tokens: readonly string[], member: readonly string[]): boolean => {
  const [first = '', own = ''] = [tokens[0], member[0]]
  if (member.length < 2 || Math.min(first.length, own.length) < leastOfGiven) return false
  if (tokens.length === 1) return own.length > first.length && own.startsWith(first)
  return (own.startsWith(first) || first.startsWith(own)) && tokens.at(-1) === member.at(-1)
}

const isEdgeOf = (tokens: readonly string[], member: readonly string[]): boolean =>
  tokens.length < member.length &&
  (tokens.every((token, i) => token === member[member.length - tokens.length + i]) ||
    tokens.every((token, i) => token === member[i]))

/** Family names stand last in most names; only where nobody's last words fit do the first ones count. */
const byFamilyName = (tokens: readonly string[], members: readonly Member[]): Member[] => {
  // "Mr A." of "Mr A. Lodge" is no family name of "A. Reed".
  if (tokens.every((token) => token.length === 1)) return []
  const last = members.filter(
    ({ tokens: own }) =>
      tokens.length < own.length && tokens.every((token, i) => token === own[own.length - tokens.length + i]),
  )
  return last.length > 0 ? last : members.filter(({ tokens: own }) => isEdgeOf(tokens, own))
}

/** Whether two honorifics cannot be of one person: "Mr." and "Mrs.". */
const contradicts = (a: string | null, b: string | null): boolean => {
  const [ofA, ofB] = [honorificGender(a), honorificGender(b)]
  return ofA !== null && ofB !== null && ofA !== ofB
}

/** Of several people, those whom the printed honorific fits: the same one, else none that contradicts it. */
const fitting = (members: readonly Member[], honorific: string | null): readonly Member[] => {
  if (members.length < 2 || honorific === null) return members
  const same = members.filter((member) => fold(member.honorific ?? '') === fold(honorific))
  if (same.length === 1) return same
  // "Cllr Mrs. Roe" is the one who is a "Mrs."
  const gender = honorificGender(honorific)
  const ofGender = members.filter((member) => gender !== null && honorificGender(member.honorific) === gender)
  if (ofGender.length === 1) return ofGender
  const possible = members.filter((member) => !contradicts(member.honorific, honorific))
  return possible.length === 1 ? possible : members
}

const identified = (members: readonly Member[], match: NameMatch, honorific: string | null): Identification | null => {
  const unique = [...new Set(members)]
  if (unique.length === 0) return null
  const fit = fitting(unique, honorific)
  const [only] = fit
  if (fit.length === 1 && only) return { person: only.key, match, candidates: [] }
  return { person: null, match: null, candidates: fit.map(({ key }) => key) }
}

/** An office stands before a name as an honorific does: "Minister Roe", "Foreign Minister Roe", "Commissioner Ada Roe". */
export const withoutOffice = (name: string): string => {
  const words = name.split(' ')
  if (!/^\p{Lu}/u.test(name)) return name
  for (let length = Math.min(words.length - 1, 5); length > 0; length--)
    if (isWholeTitle(words.slice(0, length).join(' ')))
      return words
        .slice(length)
        .join(' ')
        .replace(/^pro tem(?:pore)? (?=\S)/i, '')
  return name
}

const search = (cast: Cast, printed: string): Identification => {
  const { honorific, name: whole } = splitHonorific(printed)
  const found = searchName(cast, whole, honorific)
  const bare = withoutOffice(whole)
  return found === unknownPerson && bare !== whole ? searchName(cast, bare, honorific) : found
}

const withAnyOf = ({ byToken }: Cast, tokens: readonly string[]): Member[] => [
  ...new Set(tokens.flatMap((token) => byToken.get(token) ?? [])),
]

const fewestOf = (some: readonly (readonly Member[])[]): readonly Member[] =>
  some.reduce((fewest, members) => (members.length < fewest.length ? members : fewest))

/** Members among whom are all that have each of the words: those with the rarest one, for a thousand may have one given name. */
const withAllOf = ({ byToken }: Cast, tokens: readonly string[]): readonly Member[] =>
  fewestOf(tokens.map((token) => byToken.get(token) ?? []))

/** Members among whom are all whose given name begins alike; a family name behind it is theirs too. */
const beginningLike = ({ byBeginning, byToken }: Cast, tokens: readonly string[]): readonly Member[] => {
  const alike = byBeginning.get(beginningOf(tokens)) ?? []
  return tokens.length === 1 ? alike : fewestOf([alike, byToken.get(tokens.at(-1) ?? '') ?? []])
}

const searchName = (cast: Cast, name: string, honorific: string | null): Identification => {
  const tokens = nameTokens(name)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined) return unknownPerson
  const same = identified(sameName(cast, tokens, honorific), 'EXACT', honorific)
  if (same) return same
  return (
    identified(
      withAnyOf(cast, tokens.slice(1)).filter((member) => isWithoutMiddle(tokens, member.tokens)),
      'WITHOUT_MIDDLE_NAMES',
      honorific,
    ) ??
    identified(tokens.length > 1 ? (cast.byName.get(inAnyOrder(tokens)) ?? []) : [], 'OTHER_ORDER', honorific) ??
    identified(
      byFamilyName(tokens, withAllOf(cast, tokens)).filter((member) => !contradicts(member.honorific, honorific)),
      'FAMILY_NAME',
      honorific,
    ) ??
    identified(cast.byAbbreviation.get(name) ?? [], 'ABBREVIATION', honorific) ??
    identified(
      // "Mr. Ben" is of the family Ben.
      tokens.length === 1 && honorific !== null
        ? []
        : beginningLike(cast, tokens).filter(({ tokens: own }) => isShortened(tokens, own)),
      'ABBREVIATION',
      honorific,
    ) ??
    // "Dev P.": a given name, and the first letter of another.
    identified(
      tokens.length === 2 && last.length === 1 && first.length > 1
        ? withAnyOf(cast, [first]).filter(
            ({ tokens: own }) => own[0] === first && own.slice(1).some((token) => token.startsWith(last)),
          )
        : [],
      'ABBREVIATION',
      honorific,
    ) ??
    unknownPerson
  )
}

/** Those of exactly this name; by a family name alone, "Mr." is not "Mrs.". */
const sameName = (cast: Cast, tokens: readonly string[], honorific: string | null): Member[] => {
  const same = cast.byName.get(tokens.join(' ')) ?? []
  return tokens.length > 1 ? same : same.filter((member) => !contradicts(member.honorific, honorific))
}

/**
 * Finds whom a printed name means, by the first rule that anybody fits: the same name; without middle names and initials;
 * the same words in another order; the family name; initials that the record defines. Two who fit are nobody.
 */
export const identify = (cast: Cast, printed: string): Identification => {
  const known = cast.found.get(printed)
  if (known) return known
  const found = search(cast, printed)
  cast.found.set(printed, found)
  return found
}

/** Notes who holds a role; a role that two people hold is nobody's. */
export const addRoleHolder = (cast: Cast, role: string, person: string): void => {
  const key = fold(role)
  const all = cast.sharedRoles.get(key) ?? []
  if (!all.includes(person)) cast.sharedRoles.set(key, [...all, person])
  const known = cast.roleHolders.get(key)
  if (known === undefined) cast.roleHolders.set(key, person)
  else if (known !== person) cast.roleHolders.set(key, '')
}

const roleSpellings = [' person', ' man', ' woman']

/** Offices below the one that they are named after. */
const below = /^(?:deputy|vice|assistant|associate|former|acting|past|junior|under|co) /

/** Those who hold an office of which a record says the last words only: "the Mayor" is the Town Mayor, and no Deputy Mayor. */
const holdersByEnding = (cast: Cast, role: string): Set<string> =>
  new Set(
    [...cast.roleHolders].flatMap(([held, person]) => (held.endsWith(` ${role}`) && !below.test(held) ? person : [])),
  )

export const roleHolder = (cast: Cast, role: string): string | null => {
  const folded = fold(role)
    .replace(/^(?:the|mr|madam|mister) /, '')
    .replace(/^chair(?:person|man|woman)$/, 'chair')
  const names = [folded, ...roleSpellings.map((ending) => `${folded}${ending.trim()}`)]
  const own = new Set(names.flatMap((name) => cast.roleHolders.get(name) ?? []))
  const holders = own.size > 0 ? own : holdersByEnding(cast, folded)
  const [only] = holders
  return holders.size === 1 && only ? only : null
}
