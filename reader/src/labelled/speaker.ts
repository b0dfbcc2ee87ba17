import { isCountry } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { fold, nameTokens, splitHonorific } from '../names.js'
import { inReadingOrder, isPersonName } from '../people/person-name.js'
import { addPerson, bodyOf, personOf, type Roster } from '../people/roster.js'
import { addAlias, identify } from '../people/within-meeting.js'
import type { Draft } from '../proposal/draft.js'
import { holderOf, noteHolder } from '../prose/office-holders.js'
import { isBodyName, jointParts, natureOf, officeAndName, partsOf, withoutOfficeWord } from './nature.js'

/** Whom a label names. */
export interface LabelledSpeaker {
  readonly by: readonly string[]
  /** The form of the label that shows who speaks. */
  readonly as: string
  readonly role: string | null
  readonly for: readonly string[]
  /** Why nobody is named; null where that is no doubt. */
  readonly doubt: string | null
}

type Named = Omit<LabelledSpeaker, 'as'>

const nobody: Named = { by: [], role: null, for: [], doubt: null }
const doubtful = (doubt: string): Named => ({ ...nobody, doubt })

/** What somebody of the list calls themselves in a chat: "aroe", "ada_r", "RoeA", where only one can be meant. */
const byNick = ({ cast }: Roster, text: string): string | null => {
  if (/\s/.test(text)) return null
  const nick = fold(text).replace(/[^\p{L}]/gu, '')
  const [only, other] = nick.length < 2 ? [] : (cast.byNick.get(nick) ?? [])
  return only && !other ? only.key : null
}

const pronouns = /^(?:she|he|they|ze|xe|any)\b.{0,20}$/i
const where =
  /^(?:remote|online|virtual|phone|by phone|on zoom|zoom|via \w+|in person|host|guest|external|me|inaudible)$/i

/** Bodies that stand behind a name: "(Mill Trust)", "(Delegate, Norland)". */
const bodiesIn = (roster: Roster, asides: readonly string[]): string[] =>
  asides.flatMap((words) =>
    words.length > 80 || /\d/.test(words) || pronouns.test(words) || where.test(words)
      ? []
      : words
          .split(/,\s+|\s[–—-]\s/)
          .filter((part) => isBodyName(part) && (isCountry(part) || !holdsTitle(part)))
          .map((part) => bodyOf(roster, part)),
  )

/** A name that nobody has yet is somebody's; one that two could have is nobody's. */
const personNamed = (roster: Roster, printed: string, spoken: readonly string[]): Named => {
  const name = inReadingOrder(printed)
  const known = identify(roster.cast, name)
  if (known.person !== null) {
    if (name !== printed) addPrinted(roster, known.person, printed)
    return { ...nobody, by: [known.person], for: spoken }
  }
  if (known.candidates.length > 0) return nobody
  const held = splitHonorific(name).honorific === null ? officeAndName(name) : null
  if (held) {
    const { person } = personOf(roster, held.name)
    if (person === null) return nobody
    addPrinted(roster, person, printed)
    return { ...nobody, by: [person], for: spoken }
  }
  const { honorific, name: bare } = splitHonorific(name)
  const made = addPerson(roster, { name: bare, printed: [printed], ...(honorific === null ? {} : { honorific }) })
  return { ...nobody, by: [made.person], for: spoken }
}

const addPrinted = (roster: Roster, key: string, printed: string): void => {
  const line = roster.personByKey.get(key)
  if (line && !line.printed?.includes(printed)) line.printed = [...(line.printed ?? []), printed]
}

/** "The Chair", "The Chair (Ms Roe)", "The Minister for Rivers (Ada Roe)". */
const roleSpeaker = (roster: Roster, role: string, asides: readonly string[]): Named => {
  const inside = asides.find((words) => isPersonName(words) && !isBodyName(words))
  if (inside !== undefined) {
    const { person } = personOf(roster, inside)
    if (person !== null) {
      noteHolder(roster, role, person)
      addPrinted(roster, person, role)
      return { ...nobody, by: [person], role }
    }
  }
  const holder =
    holderOf(roster, role) ?? (/^(?:the |mr |madam )?speaker$/i.test(role) ? holderOf(roster, 'Chair') : null)
  if (holder === null) return { ...nobody, role, for: bodiesIn(roster, asides) }
  addPrinted(roster, holder, role)
  return { ...nobody, by: [holder], role }
}

const speakerOfOne = (roster: Roster, core: string, asides: readonly string[]): Named => {
  const nick = identify(roster.cast, withoutOfficeWord(roster, core)).person ?? byNick(roster, core)
  if (nick !== null) {
    if (/^[\p{L}\p{N}_.`^|~-]+$/u.test(core)) addAlias(roster.cast, core, nick)
    addPrinted(roster, nick, core)
    return { ...nobody, by: [nick], for: bodiesIn(roster, asides) }
  }
  switch (natureOf(roster, core)) {
    case 'role':
      return roleSpeaker(roster, core, asides)
    case 'body':
      return { ...nobody, by: [bodyOf(roster, core)] }
    case 'nobody':
    case 'bot':
      return nobody
    case 'device':
      return doubtful(`“${core}” is a device, a number or a room`)
    case 'field':
    case 'words':
      // Where "PR" labels turns it is somebody's initials, and no pull request.
      if (/^\p{Lu}{2,3}$/u.test(core)) return personNamed(roster, core, bodiesIn(roster, asides))
      return byComma(roster, core) ?? doubtful(`“${core}” names nobody who can be told`)
    default:
      return byComma(roster, core) ?? personNamed(roster, core, bodiesIn(roster, asides))
  }
}

/** "Ada Roe, Mill Trust", "Ada Roe – Delegate". */
const byComma = (roster: Roster, core: string): Named | null => {
  const [before = '', ...rest] = core.split(/,\s+|\s[–—-]\s/)
  if (rest.length === 0 || inReadingOrder(core) !== core) return null
  if (identify(roster.cast, before).person === null && !isPersonName(before)) return null
  return personNamed(roster, before, bodiesIn(roster, rest))
}

/** Whom a label names: somebody, several jointly, a role, a body, or nobody. */
export const speakerOfLabel = ({ roster }: Draft, printed: string): LabelledSpeaker => {
  const { core, asides } = partsOf(printed)
  const spoken = asides.join(' ')
  if (/\?$/.test(printed) && !/^\?+$/.test(printed))
    return { ...doubtful(`The record is not sure of “${printed}”`), as: printed }
  const parts = identify(roster.cast, core).person === null ? jointParts(core) : [core]
  const held = parts.length === 1 ? null : parts.map((part) => speakerOfOne(roster, part, []))
  if (held?.every(({ by }) => by.length > 0))
    return { ...nobody, by: [...new Set(held.flatMap(({ by }) => by))], for: bodiesIn(roster, [spoken]), as: core }
  return { ...speakerOfOne(roster, core, asides), as: core }
}

/** Full names come first, so that a family name by itself is known as part of one, and offices are held by those whom labels name. */
export const introduce = (draft: Draft, labels: readonly string[]): void => {
  for (const label of labels) {
    const { core, asides } = partsOf(label)
    const isFull = nameTokens(splitHonorific(core).name).length > 1 && isPersonName(inReadingOrder(core))
    if (isFull || (asides.length > 0 && natureOf(draft.roster, core) === 'role')) speakerOfLabel(draft, label)
  }
}

const spokesman =
  /^(?:(?:permanent|deputy permanent|alternate|acting) )?(?:representative|delegate|delegation|observer)$/i

/** "Norland | Ada Roe | Delegate": a body, a person, a role, in any order; a representative without a name is a role. */
export const speakerOfBars = ({ roster }: Draft, label: string): LabelledSpeaker => {
  const parts = label.split(/\s[|¦]\s/).map((part) => part.trim())
  const isPerson = (part: string) =>
    identify(roster.cast, part).person !== null || (isPersonName(part) && !isBodyName(part))
  const person = parts.find(isPerson)
  const others = parts.filter((part) => part !== person)
  const title =
    others.find((part) => spokesman.test(part)) ?? others.find((part) => holdsTitle(part) && !isCountry(part))
  const body = others.find((part) => part !== title)
  const spoken = body === undefined ? [] : [bodyOf(roster, body)]
  if (person === undefined)
    return { ...nobody, by: title === undefined ? [] : spoken, role: title ?? body ?? null, as: title ?? label }
  const found = personOf(roster, person)
  const line = roster.personByKey.get(found.person ?? '')
  if (line && !line.posts && others.length > 0) line.posts = [{ title: title ?? null, body: spoken[0] ?? null }]
  return { ...nobody, by: found.person === null ? [] : [found.person], as: person }
}
