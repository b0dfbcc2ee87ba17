import { isCountry, holdsBodyWord } from '../english/bodies.js'
import { isTitleHead } from '../english/titles.js'
import { commonWords } from '../english/common-words.js'
import { fold, particles, splitHonorific } from '../names.js'

const nameWord = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+|[dDlLoO]['’]\p{Lu}[\p{L}\p{M}'’-]*|\(?["“'‘]\p{L}+["”'’]\)?)$/u
const months = /^(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday)$/
/** Words that begin a heading, a field or a sentence, and no name. */
const noName = new Set(
  ('action actions agenda apologies absent all any attendance attendees item items note notes minutes meeting present none nobody everyone everybody others other ' +
    'decision decisions discussion date time location place next new old page part annex appendix table figure section update updates report reports review questions question answer ' +
    'summary conclusion introduction background status topic topics subject issue issues pull request version release thanks hello hi yes no please see link links url http https todo ' +
    'resolved agreed motion vote votes quorum regrets guests guest members member public various several some many most both each every this that these those there here what when where who why how ' +
    'group team council committee board department ministry office company working project welcome opening closing adjournment the a an in on at of for and or but if it we you they he she i my our your his her their').split(' '),
)

export interface NameOptions {
  /** One word will do: where a list or a label vouches for it. */
  readonly single?: boolean | undefined
}

/**
 * Whether a printed string can be a person's name: one to six words (two at least without an honorific, unless `single`), each beginning as
 * names do, none a role, a body, a month or a word of sentences, and no second honorific.
 */
export const isPersonName = (text: string, { single = false }: NameOptions = {}): boolean => {
  const { honorific, name } = splitHonorific(text.trim())
  const words = name.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0 || words.length > 6 || name.length > 80) return false
  if (words.length === 1 && honorific === null && !single) return false
  if (!words.every((word, i) => nameWord.test(word) || (i > 0 && particles.has(word.toLowerCase())))) return false
  if (!nameWord.test(words.at(-1) ?? '') || !words.some((word) => /\p{L}{2}/u.test(word))) return false
  const folded = words.map((word) => fold(word))
  if (folded.some((word) => months.test(word))) return false
  if (words.length > 1 && splitHonorific(words.slice(1).join(' ')).honorific !== null && honorific !== null) return false
  if (folded.some((word, i) => (i === 0 || words.length < 3) && noName.has(word))) return false
  if (isCountry(name)) return false
  if (honorific !== null) return !folded.every((word) => isTitleHead(word))
  const isCommon = folded.every((word) => commonWords.has(word))
  return !isCommon && !folded.some((word) => isTitleHead(word)) && !holdsBodyWord(name)
}

const comma = /^([^,]{1,60}),\s+([^,]{1,60})$/

/** "Kowalski, Anna" is "Anna Kowalski"; a name without a comma is given back. */
export const inReadingOrder = (name: string): string => {
  const [, family, given] = comma.exec(name.trim()) ?? []
  if (family === undefined || given === undefined) return name.trim()
  const isGiven = given.split(/\s+/).length <= 3 && family.split(/\s+/).length <= 3 && isPersonName(`${given} ${family}`)
  return isGiven ? `${given} ${family}` : name.trim()
}
