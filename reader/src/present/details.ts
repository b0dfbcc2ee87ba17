import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { holdsTitle, isWholeTitle, titleAcronyms } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import type { Mode } from './label.js'
import { absentCues, nobodyWords, officeWords, remoteCues } from './words.js'

export interface ListedPost {
  readonly title: string | null
  readonly body: string | null
  readonly status?: 'FORMER' | 'INCOMING'
  readonly note?: string
}

/** What stands behind a name. */
export interface Details {
  /** Initials, a handle: what the record calls them for short. */
  readonly short: readonly string[]
  readonly role: string | null
  readonly mode: Mode | null
  readonly posts: readonly ListedPost[]
}

interface Collected {
  short: string[]
  role: string | null
  mode: Mode | null
  posts: ListedPost[]
}

/** A part behind a name: in parentheses or not. */
interface Part {
  readonly words: string
  readonly inParentheses: boolean
}

const handle = /(?<![\p{L}\p{N}])@([\w-]{2,40})/u
const initials = /^\p{Lu}[\p{L}\p{N}~]{1,4}$/u
/** When and by what they came: "arrived 6:12 p.m.", "from item 4", "items 1-6", "late", "item 5 only". */
const came =
  /^(?:from|until|till|arrived|left|joined|departed|items?|agenda|minutes?|part|by|via|late|only|day|to|as|at|in|with|and|who|also|accepted|work|holiday|ill)\b/i
const dottedLetters = /^(?:\p{Lu}\.\s?){2,}$/u
const former = /^(?:former|formerly|ex-|past|retired)(?=\b)/i
const ofBody = /^(?:(?:formerly|representing|speaking for|on behalf of|of|for|with)\s+)(?:the\s+)?(?=\p{Lu})/u

/** Initials begin as the name does; those of several letters hold the first letter of another of its words, or are its first letters. */
const isInitialsOf = (short: string, name: string): boolean => {
  const [first = '', ...others] = fold(name).split(' ')
  const own = fold(short).replace(/ /g, '')
  const isLikeName =
    own.length === 2 ||
    others.length === 0 ||
    first.startsWith(own) ||
    others.some((word) => own.includes(word.charAt(0), 1))
  return own.length >= 2 && own.length <= 5 && own.charAt(0) === first.charAt(0) && isLikeName
}

const hasToken = (words: string, tokens: ReadonlySet<string>): boolean =>
  fold(words)
    .split(' ')
    .some((token) => tokens.has(token))

/** Whether words say how somebody took part, and nothing else. */
export const modeIn = (words: string, inParentheses: boolean): Mode | null => {
  const tokens = fold(words).split(' ')
  if (tokens.length > 6) return null
  if (absentCues.has(tokens[0] ?? '') || (tokens.length < 3 && hasToken(words, absentCues))) return 'APOLOGIES'
  const isRemote = hasToken(words, remoteCues) && (inParentheses || tokens.length <= 3)
  if (isRemote && !holdsTitle(words) && !holdsBodyWord(words)) return 'REMOTE'
  return tokens[0] === 'present' ? 'PRESENT' : null
}

const isRole = (words: string): boolean =>
  (officeWords.has(fold(words).replace(/^the |^meeting /, '')) && !/^(?:minutes|notes)$/i.test(words)) ||
  /^(?:meeting |acting |outgoing )?(?:co-?|vice[- ]?)?chair(?:man|woman|person)?$/i.test(words)

/** A title is headed by one; "Student Association" holds the head of one, and is a body. */
const isTitle = (words: string): boolean =>
  titleAcronyms.has(words) || isWholeTitle(words) || (holdsTitle(words) && !holdsBodyWord(words) && !isCountry(words))

/** Adds a title or a body to what somebody is: a title opens a post, a body closes the one that has none. */
const addPost = (said: Collected, words: string): void => {
  const status = former.test(words) ? ({ status: 'FORMER' } as const) : {}
  const last = said.posts.at(-1)
  const named = words.replace(ofBody, '').replace(/^the\s+(?=\p{Lu})/u, '')
  if (isTitle(named) && !ofBody.test(words)) {
    if (last?.title === null && last.body !== null && !('status' in last))
      said.posts[said.posts.length - 1] = { ...last, title: named, ...status }
    else said.posts.push({ title: named, body: null, ...status })
  } else if (/^\p{Lu}/u.test(named) && !dottedLetters.test(named) && !/\d{3}|\d$/.test(named)) {
    if (last?.body === null) said.posts[said.posts.length - 1] = { ...last, body: named }
    else said.posts.push({ title: null, body: named, ...status })
  }
}

const take = (said: Collected, { words, inParentheses }: Part, name: string): void => {
  const text = words.trim().replace(/[.,;:]+$/, '')
  const own = handle.exec(text)?.[1]
  const mode = modeIn(text, inParentheses)
  if (text === '' || text.length > 160) return
  if (own !== undefined) said.short.push(own)
  else if (mode !== null) said.mode ??= mode
  else if (isRole(text)) said.role ??= text
  else if (came.test(text) && (/\d/.test(text) || !isTitle(text))) return
  else if (initials.test(text) && !titleAcronyms.has(text) && isInitialsOf(text, name)) said.short.push(text)
  else if (inParentheses && /^[\p{Ll}_][\w.~-]{1,29}$/u.test(text) && !nobodyWords.has(text)) said.short.push(text)
  else if (!nobodyWords.has(fold(text))) addPost(said, text)
}

const between = /[,;|\t]\s*|\s[–—-]+\s|\s\/\s|:\s+|\s{3,}/
const inside = /[,;]\s+|\s[–—-]\s/

/** The parts behind a name: in parentheses, behind commas, dashes, bars. */
const partsOf = (rest: string): Part[] =>
  [...rest.matchAll(/\(([^()]*)\)|\[([^[\]]*)\]|([^()[\]]+)/g)].flatMap(([, round, square, open]): Part[] => {
    const words = round ?? square
    const split = words === undefined ? (open ?? '').split(between) : words.split(inside)
    return split.map((each) => ({ words: each.replace(/^[\s:–—-]+/, ''), inParentheses: words !== undefined }))
  })

/** What the words behind a name say of somebody. */
export const detailsOf = (rest: string, name: string): Details => {
  const said: Collected = { short: [], role: null, mode: null, posts: [] }
  for (const part of partsOf(rest)) take(said, part, name)
  return said
}

/** Whether words behind a name can only be a detail of it, and not somebody else: a title, a body, an address, words in small letters. */
export const isDetail = (words: string): boolean => {
  const text = words.replace(/\s*\(.*$/s, '').trim()
  if (splitHonorific(text).honorific !== null) return false
  return (
    /^[\p{Ll}\p{N}"“(]/u.test(text) ||
    isTitle(text) ||
    isCountry(text) ||
    holdsBodyWord(text) ||
    (isAcronym(text) && text.length > 2) ||
    dottedLetters.test(text)
  )
}
