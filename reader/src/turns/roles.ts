import { isTitleHead } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import { isFullName, isNoName, isOneWord } from './person-words.js'

const role =
  /^(?:the |madam |mister |mr\.? |acting )?(?:co-?\s?)?(?:vice[- ]?)?(?:chair(?:s|person|man|woman)?|president|secretary(?:[- ]general)?|moderator|facilitator|rapporteur|convenor|convener|speaker|host|clerk|treasurer|presiding officer|minute[- ]taker|note[- ]?taker|scribe|interviewer|secretariat)(?: [A-Z\d])?$/i

/** Offices of meetings, houses and courts in other languages than English, folded. */
const elsewhere: ReadonlySet<string> = new Set(
  (
    'president presidente presidenta presidentin prasident prasidentin vizeprasident vizeprasidentin alterprasident alterprasidentin alterspräsident vorsitzende vorsitzender ' +
    'vicepresident vicepresidente vicepresidenta ministre ministra ministro maire rapporteur rapporteure rapporteuse secretaire secretario secretaria alcalde alcaldesa ' +
    'bundesminister bundesministerin bundeskanzler bundeskanzlerin ministerprasident ministerprasidentin staatsminister staatsministerin staatssekretar staatssekretarin burgermeister burgermeisterin ' +
    'abgeordneter abgeordnete depute deputee deputado deputada diputado diputada senateur senatrice senador senadora sindaco voorzitter ordforer talman moderateur moderatrice animateur animatrice moderador moderadora relatore relator'
  ).split(' '),
)

/** Those who speak in English hearings, houses and calls, beside the officers of a meeting. */
const speakers =
  /^(?:the )?(?:(?:deputy|acting|assistant|assistant deputy|temporary|lord|hon\.?|honou?rable) )*(?:(?:speaker|chair(?:man|woman|person)?|president)(?: pro tem(?:pore)?)?|court|witness|judge|registrar|bailiff|operator|mayor|presiding officer|secretary|clerk(?: of the [\p{L} ]{3,20})?|usher|foreperson|foreman|convenor|counsel|legal counsel|executive director|reporter|interpreter)$/iu

const address =
  /^(?:(?:madam|mister|mr\.?|ms\.?|mrs\.?)\s+(?=(?:speaker|chair|president|deputy|acting))|(?:m|mme)\.?\s+(?=l(?:e|a|['’])\b)|(?:el|la|o|a)\s+(?:señora?|senhora?|sr\.?|sra\.?)\s+|(?:herr|frau)\s+(?=\p{L}+(?:präsident|vorsitzend)))/iu

const iberian = /^(?:el|la|o|a)\s+(?:señora?|senhora?|sr\.?|sra\.?)\s+/iu

/** An article before an office; what stands behind "the" and before "of" or "for" must be a title. */
const definite = /^(?:the|le|la|l['’]|der|die|el|il)\s*/i

const beginsWithOffice = (text: string): boolean => elsewhere.has(fold(text).split(' ')[0] ?? '')

const isOfficeElsewhere = (text: string): boolean => {
  const [first = ''] = fold(text.replace(definite, '')).split(' ')
  return elsewhere.has(first) && (definite.test(text) || !/\s/.test(text.trim()))
}

/** "The Minister for Harbours", "The Parliamentary Under-Secretary of State": a title behind an article. */
const isTheTitle = (text: string): boolean => {
  if (!/^the\s/i.test(text) || text.length > 100) return false
  const head = fold(
    text
      .slice(4)
      .replace(/-/g, '')
      .split(/\s+(?:of|for|to|at|in)\s+/i)[0] ?? '',
  ).split(' ')
  return isTitleHead(head.at(-1) ?? '') && head.length <= 5
}

/** A name as Spanish and Portuguese records address it, without that: "El señor LÓPEZ GIL". */
export const withoutAddress = (text: string): string => text.replace(iberian, '')

/** Whether a label names an office and no person: "The Chair", "Madam Speaker", "THE WITNESS", "M. le président". */
export const isRole = (text: string): boolean => {
  if (role.test(text) || speakers.test(text)) return true
  const bare = text.replace(address, '')
  if (bare !== text) return speakers.test(bare) || beginsWithOffice(bare) || definite.test(bare)
  return isTheTitle(text) || isOfficeElsewhere(text)
}

const isOfficeWord = (word: string): boolean => {
  const bare = fold(word.replace(/-/g, ''))
  return (
    isTitleHead(bare) ||
    elsewhere.has(bare) ||
    /^(?:resident|citizen|rep|cllr|pcso|pc|congress(?:wo)?man|alder(?:wo)?man|reeve)$/.test(bare)
  )
}

/** An office before the name of who holds it, in two: "Mayor Moss", "City Manager Abel Rho", "Präsidentin Dr. Ada Moos". */
export const officeAndName = (text: string): { office: string; name: string } | null => {
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 8 || !/^\p{Lu}/u.test(text)) return null
  const last = words.slice(0, -1).findLastIndex(isOfficeWord)
  // "Mayor Pro Tem Ada Roe"
  const at = last < 0 ? last : last + (/^pro\s+tem(?:pore)?\b/i.exec(words.slice(last + 1).join(' ')) ? 2 : 0)
  if (at < 0 || at > 4) return null
  const office = words.slice(0, at + 1)
  const name = words.slice(at + 1).join(' ')
  const bare = splitHonorific(name).name
  const isName = isFullName(name) || (isOneWord(bare) && bare.length > 1)
  if (!isName || isNoName(bare) || bare.split(' ').some(isOfficeWord) || !office.every((word) => /^\p{Lu}/u.test(word)))
    return null
  return { office: office.join(' '), name }
}

/** An office in the plural before names, in two: "Councillors Ada Roe, Bo Poe", of each of whom it is said. */
export const groupOffice = (text: string): { office: string; names: string } | null => {
  const match = /^((?:\p{Lu}[\p{L}-]+\s+){0,2}\p{Lu}[\p{L}-]+s)\s+(\p{Lu}.+)$/u.exec(text)
  const office = (match?.[1] ?? '').replace(/s$/, '')
  const last = office.split(' ').at(-1) ?? ''
  return match && last !== '' && isOfficeWord(last) ? { office, names: match[2] ?? '' } : null
}

const crowd =
  /^(?:(?:an?|some|several|many|various|all|other)\s+(?:hon(?:\.|ourable|orable)?\s+)?|hon(?:\.|ourable|orable)?\s+)(?:members?|senators?|deputies|delegates|delegations|voices?|participants)(?:\s+opposite)?$|^(?:several|everyone|everybody|multiple speakers|crowd)$|^(?:plusieurs|quelques|un|une|de nombreux)\s+(?:députée?s?|sénat(?:eurs?|rices?)|voix|membres?|orateurs?).{0,40}$|^voix.{0,30}$|^(?:varios|un|una)\s+señor(?:a|es|as)?\s+.{3,40}$|^(?:zurufe?|zwischenrufe?)\b.{0,40}$/iu
const numbered =
  /^(?:speakers?|participant|attendee|delegate|person|resident|citizen|panel(?:l)?ist|audience(?: member)?|voice|student|caller|guest|unknown|member|man|woman|male|female|sprecher(?:in)?|intervenant)[\s_#-]*(?:no\.?\s*)?(?:\d{1,3}|[?(]+\??\)?)$/iu
const nobody =
  /^(?:\?+|(?:un(?:known|identified|named)|anonymous)(?:\s\p{L}+){0,2}|(?:someone|somebody|an? voice|voice)(?: (?:on|from|in|at|off) .{2,30})?|(?:an? )?(?:man|woman|lady|gentleman|girl|boy|young (?:man|woman)|resident|neighbour|neighbor|member) (?:on|from|in|at|by|near|with|behind) (?:the|a|an|row|seat) ?.{0,30}|participant|audience(?: member)?|(?:an? |hon(?:\.|ourable|orable)? )?members?(?: of the (?:audience|public|panel))?|questioner|attendee|inaudible|(?:male|female|off-?mic(?:rophone)?)(?: (?:speaker|voice))?|q\d*|from the floor|the floor|floor)$/iu

/** Whether a label says that somebody speaks, and of no one in particular: "???", "SPEAKER 2", "Several hon. Members". */
export const isNobody = (text: string): boolean => nobody.test(text) || numbered.test(text) || crowd.test(text)
