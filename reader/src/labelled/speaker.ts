import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { addRoleHolder, identify, roleHolder } from '../identity/within-meeting.js'
import { fold, splitHonorific } from '../names.js'
import { inReadingOrder, isPersonName } from '../people/person-name.js'
import { addPerson, bodyOf, personOf } from '../people/roster.js'
import type { Draft } from '../proposal/draft.js'
import { bareLabel, isAnonymous, isDevice, isRoleLabel } from './survey.js'

/** Whom a label names. */
export interface LabelledSpeaker {
  readonly by: readonly string[]
  readonly role: string | null
  readonly for: readonly string[]
  /** The label names a device, a number, or nobody who can be told. */
  readonly doubtful: boolean
}

const nobody: LabelledSpeaker = { by: [], role: null, for: [], doubtful: false }

const jointly = /\s*(?:\/|&|\+|;|\band\b|,(?=\s*\p{Lu}{2,5}(?:\s*(?:,|\/|&|and|$))))\s*/u
const behind = /\s*[([]([^()[\]]*)[)\]]\s*$/

/** Several who speak together: "ABC/DEF", "Mr Roe and Ms Poe". */
const several = (draft: Draft, text: string): string[] | null => {
  const parts = text.split(jointly).map((part) => part.trim())
  const areAll =
    parts.length > 1 &&
    parts.every(
      (part) =>
        /^\p{Lu}[\p{L}\p{N}~]{1,4}$/u.test(part) ||
        identify(draft.roster.cast, part).person !== null ||
        (isPersonName(part) && splitHonorific(part).honorific !== null),
    )
  return areAll ? parts : null
}

const isBodyName = (text: string): boolean =>
  isCountry(text) || (holdsBodyWord(text) && !splitHonorific(text).honorific)

/** "aroe", "ada_r", "ada": what somebody of the list calls themselves in a chat, where only one can be meant. */
const byNick = ({ roster }: Draft, text: string): string | null => {
  const nick = fold(text).replace(/[^\p{L}]/gu, '')
  if (nick.length < 2 || /\s/.test(text.trim())) return null
  const meant = roster.cast.members.filter(({ tokens }) => {
    const [first = '', last = ''] = [tokens[0], tokens.at(-1)]
    const letters = tokens.map((token) => token.charAt(0)).join('')
    return [
      first,
      last,
      `${first.charAt(0)}${last}`,
      `${first}${last}`,
      `${first}${last.charAt(0)}`,
      `${last}${first.charAt(0)}`,
      letters,
    ].includes(nick)
  })
  const [only] = meant
  if (meant.length !== 1 || !only) return null
  const line = roster.persons.find(({ person }) => person === only.key)
  if (line && !line.printed?.includes(text)) line.printed = [...(line.printed ?? [line.name]), text]
  return only.key
}

/** Whom a label means; somebody who is not known is added to the roster where the label can be a name. */
export const speakerOfLabel = (draft: Draft, label: string): LabelledSpeaker => {
  const { roster } = draft
  const inside = behind.exec(label)?.[1]?.trim() ?? null
  const text = bareLabel(label).replace(/[,;]+$/, '')
  if (text === '' || isAnonymous(text)) return nobody
  const joint = several(draft, text)
  if (joint) return { ...nobody, by: joint.flatMap((part) => speakerOfLabel(draft, part).by) }
  const spoken = bodiesOf(draft, inside)
  const known = identify(roster.cast, text)
  const called = known.person === null ? byNick(draft, text) : null
  if (called !== null) return { ...nobody, by: [called], for: spoken }
  if (known.person !== null) return { ...nobody, by: [known.person], for: spoken }
  if (isDevice(text)) return { ...nobody, doubtful: true }
  if (isRoleLabel(text)) return roleSpeaker(draft, text, inside)
  const [first = text, ...rest] = text.split(/,\s+|\s[–—-]\s|\s\|\s/)
  if (rest.length > 0 && isPersonName(first) && !isPersonName(inReadingOrder(text))) {
    const inner = speakerOfLabel(draft, first)
    return { ...inner, for: [...inner.for, ...bodiesOf(draft, rest.join(', '))] }
  }
  if (isBodyName(text)) return { ...nobody, by: [bodyOf(roster, text)] }
  const name = inReadingOrder(text)
  if (isPersonName(name, { single: true }) || /^[\p{L}_][\p{L}\p{N}_.`^|~-]{0,30}$/u.test(text)) {
    if (name !== text) {
      const found = identify(roster.cast, name).person ?? addPerson(roster, { name, printed: [text] }).person
      return { ...nobody, by: [found], for: spoken }
    }
    const { person } = personOf(roster, text)
    return person === null ? { ...nobody, doubtful: true } : { ...nobody, by: [person], for: spoken }
  }
  return { ...nobody, doubtful: true }
}

const bodiesOf = ({ roster }: Draft, words: string | null): string[] => {
  if (words === null || words.length > 80 || /\d/.test(words)) return []
  const parts = words.split(/,\s+|\s[–—-]\s/)
  return parts
    .filter((part) => (isBodyName(part) || isAcronym(part)) && !(holdsTitle(part) && !isCountry(part)))
    .map((part) => bodyOf(roster, part))
}

/** "The Chair", "The Chair (Ms Roe)", "The Minister for Rivers (Mr Poe)". */
const roleSpeaker = (draft: Draft, role: string, inside: string | null): LabelledSpeaker => {
  const { roster } = draft
  if (inside !== null && isPersonName(inside)) {
    const { person } = personOf(roster, inside)
    if (person !== null) {
      addRoleHolder(roster.cast, role, person)
      return { ...nobody, by: [person], role }
    }
  }
  const holder = roleHolder(roster.cast, role)
  return holder === null ? { ...nobody, role } : { ...nobody, by: [holder], role }
}

/** "Norland | Ada Roe | Delegate": a body, a person, a role, in any order; a representative without a name is a role. */
export const speakerOfBars = (draft: Draft, label: string): LabelledSpeaker => {
  const parts = label.split(/\s\|\s/).map((part) => part.trim())
  const person = parts.find(
    (part) => identify(draft.roster.cast, part).person !== null || (isPersonName(part) && !isBodyName(part)),
  )
  const body =
    parts.find(
      (part) =>
        part !== person &&
        !/^(?:permanent |deputy )?representative$/i.test(part) &&
        (isBodyName(part) || isAcronym(part)),
    ) ?? parts.find((part) => part !== person && !holdsTitle(part))
  const title = parts.find((part) => part !== person && part !== body) ?? null
  const spoken = body === undefined ? [] : [bodyOf(draft.roster, body)]
  if (person === undefined) return { ...nobody, role: title ?? body ?? null, for: spoken }
  const found = personOf(draft.roster, person)
  const line = draft.roster.persons.find((one) => one.person === found.person)
  if (line && !line.posts && (title !== null || spoken.length > 0))
    line.posts = [{ title: title ?? null, body: spoken[0] ?? null }]
  return { ...nobody, by: found.person === null ? [] : [found.person], for: spoken }
}
