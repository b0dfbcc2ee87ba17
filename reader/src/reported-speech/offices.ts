import { isBody, isCountry } from '../english/bodies.js'
import { holdsTitle, isWholeTitle } from '../english/titles.js'
import { wordAt } from '../english/words.js'
import type { Office } from './voice.js'

const titleWord = "\\p{Lu}[\\p{L}'’-]*"
const words = `${titleWord}(?:\\s+(?:(?:of|for|the|and|to|at)\\s+){0,3}${titleWord}){0,8}`
const officeAt = new RegExp(`((?:[Tt]he|THE)\\s+|[Hh]is\\s+[Ee]xcellency\\s+the\\s+)(${words})`, 'uy')

/** Offices that are not told by the noun which heads a title. */
const others =
  /^(?:(?:crown )?(?:king|queen|emperor|empress|shah|pope|sultan|emir|amir|prince|princess)|chairperson|(?:co-?|vice-?)?chair|secretariat|presidency|premier|foreign secretary|generalissimo|marshal|aga khan|dalai lama|imam|bey|pasha|viceroy|regent)$/i

/** "THE CHAIRMAN" as "The Chairman". */
export const withoutCapitals = (text: string): string =>
  text
    .replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())
    .replace(/(?<=\S )(?:Of|For|The|And|To|At|In)(?= )/g, (word) => word.toLowerCase())

const isTitle = (text: string): boolean => others.test(text) || (/^\p{Lu}/u.test(text) && isWholeTitle(text))

/** Of capitalized words, the longest beginning that is the title of an office; null for none. */
export const titleIn = (text: string): string | null => {
  for (let end = text.length; end > 0; end = text.lastIndexOf(' ', end - 1)) {
    const part = text.slice(0, end).trim()
    if (/\s(?:of|for|the|and|to|at)$/i.test(part)) continue
    if (isTitle(/\p{Ll}/u.test(part) ? part : withoutCapitals(part))) return part
  }
  return null
}

const bodyWord = "\\p{Lu}[\\p{L}\\p{N}&.'’-]*"
const delegateAt =
  /(the|an?)\s+((?:(?:permanent|deputy|acting|alternate|chief|government|employers?['’]?|workers?['’]?)\s+)*(?:representative|delegate|delegation|observer|member|spokes(?:person|man|woman))(s)?)\s+(?:of|for|from)\s+(?:the\s+)?/iuy
/** "The Employer spokesperson", "the Workers' group": those who speak for one of the sides of a body. */
const sideAt =
  /(?:the|an?)\s+((?:employers?|workers?|government)['’]?)\s+((?:spokes(?:person|man|woman)|(?:vice-)?chair(?:person|man|woman)?|member|representative|coordinator|delegate)|group)(?![\p{L}-])/iuy

const sideOf = (text: string, at: number): { office: Office; also: Office[]; end: number } | null => {
  sideAt.lastIndex = at
  const found = sideAt.exec(text)
  if (!found) return null
  const [printed, side = '', noun = ''] = found
  const name = `${side} ${noun}`
  const isGroup = noun.toLowerCase() === 'group'
  const office = { printed, role: isGroup ? null : name, body: isGroup ? name : null }
  return { office, also: [], end: at + printed.length }
}

const bodyNames = new RegExp(
  `${bodyWord}(?:\\s+(?:(?:of|and|for|the|on|in)\\s+){0,2}${bodyWord}|,\\s+(?:and\\s+)?(?:the\\s+)?${bodyWord}){0,12}`,
  'uy',
)

/** A country that is printed in capitals to set it off, as elsewhere: "NORWAY" is "Norway". */
const plainCountry = (name: string): string =>
  isCountry(name) && name.length > 4 && !/\p{Ll}/u.test(name) ? withoutCapitals(name) : name

/** The bodies of a list in running text; a name that holds "and" itself is one. */
const bodiesIn = (names: string): string[] =>
  isCountry(names)
    ? [names]
    : names
        .split(/,\s+(?:and\s+)?(?:the\s+)?/)
        .flatMap((part) => (isCountry(part) ? [part] : part.split(/\s+and\s+(?:the\s+)?/)))

/**
 * "The representative of Norway", "the observer for the Tide Trust", "the delegations of Norway and Chad": those who speak for a
 * body, with their bodies; null where none begins at an offset.
 */
export const delegateOf = (text: string, at: number): { office: Office; also: Office[]; end: number } | null => {
  delegateAt.lastIndex = at
  const found = delegateAt.exec(text)
  if (!found) return null
  const [lead, article = '', role = '', plural] = found
  bodyNames.lastIndex = at + lead.length
  const names = bodyNames.exec(text)?.[0].replace(/[.'’]+$/u, '') ?? ''
  const listed = bodiesIn(names)
  // "The representative of Norway, Ms. Roe": what stands behind the comma is no body.
  const speakFor = /^(?:permanent )?(?:representatives|delegates|delegations|observers)$/i.test(role)
  const isListed = listed.every((name) => isBody(name) || (speakFor && !holdsTitle(name)))
  const bodies = plural !== undefined && listed.length > 1 && isListed ? listed : null
  const [first = ''] = names.split(/,\s/)
  const only = bodies ? null : isCountry(first) ? first : (/^(.+?)\s+and\s/.exec(first)?.[1] ?? first)
  if (names === '' || (only !== null && plural !== undefined && !isBody(only))) return null
  const end = at + lead.length + (only ?? names).length
  const isOfOffice = only !== null && !isCountry(only) && isWholeTitle(only)
  // "The member of Parliament", "a representative of Youth": without a body, only "the representative" is one.
  if (only !== null && !isOfOffice && !isBody(only) && (/^an?$/i.test(article) || /member$/i.test(role))) return null
  if (isOfOffice) {
    const title = text.slice(at + article.length, end).trim()
    return { office: { printed: text.slice(at, end), role: title, body: null }, also: [], end }
  }
  const one = (plural === undefined ? role : role.slice(0, -1)).replace(/^\p{Lu}(?=\p{Ll}+$)/u, (letter) =>
    letter.toLowerCase(),
  )
  // A delegation is the body itself; whoever represents it has a part at the meeting.
  const [office, ...also] = (bodies ?? [only ?? '']).map(
    (body): Office => ({
      printed: text.slice(at, end),
      role: /^delegation$/i.test(one) ? null : one,
      body: plainCountry(body),
    }),
  )
  return office ? { office, also, end } : null
}

/** What any of these begins with: "His Excellency the Ambassador". */
const articles = new Set(['the', 'a', 'an', 'his'])

/** "The Prime Minister", "the Secretary of State": an office that begins at an offset. */
export const officeOf = (
  text: string,
  at: number,
): { office: Office; also?: readonly Office[]; end: number } | null => {
  if (!articles.has(wordAt(text, at)?.lowered ?? '')) return null
  const delegate = delegateOf(text, at) ?? sideOf(text, at)
  if (delegate) return delegate
  officeAt.lastIndex = at
  const found = officeAt.exec(text)
  if (!found) return null
  const [, article = '', capitalized = ''] = found
  const whole = titleIn(capitalized)
  if (whole === null) return null
  // "The Foreign Minister and the Secretary" are two.
  const [role = whole, second] = whole.split(/\s+and\s+the\s+/)
  const end = at + article.length + whole.length
  if (second !== undefined && isTitle(role) && isTitle(second)) {
    const also = [{ printed: `the ${second}`, role: second, body: null }]
    return { office: { printed: `${article}${role}`, role, body: null }, also, end }
  }
  if (/^['’]/.test(text[end] ?? '')) return null
  return { office: { printed: text.slice(at, end), role: whole, body: null }, end }
}

const particle =
  /^(?:Prime|Assistant|Deputy|Under|Vice|Parliamentary|Permanent|Private|First|Second|Third|Chief|Acting|Associate|Executive)$/

/** What a title is called for short where only one can be meant: "Foreign Minister" is "the Minister"; null for "Prime Minister". */
export const shortTitle = (title: string): string | null => {
  const core =
    title
      .split(/\s+(?:of|for|to|at|in)\s+|,/)[0]
      ?.trim()
      .split(/\s+/) ?? []
  const [first = '', last = ''] = [core[0], core.at(-1)]
  if (particle.test(first.replace(/-.*$/, '')) || /-/.test(last)) return null
  return last === '' || last === title ? null : last
}
