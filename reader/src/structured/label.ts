import { fold, splitHonorific } from '../names.js'
import { isOffice, roleOf, withoutChair } from './office.js'

/** What the words before a turn say of who speaks. */
export interface Label {
  readonly printed: string
  /** The personal name as printed, with its honorific. */
  readonly name: string | null
  readonly role: string | null
  /** "Several hon. Members": somebody spoke, and nobody says who. */
  readonly isNobody: boolean
}

const nobody =
  /^(?:(?:an?|some|several|many|all|other|various|the|unidentified|unknown) )*(?:hon(?:ou?rable)? )?(?:(?:opposition|government|other) )?(?:members?|senators?|deput(?:y|ies)|delegates?|speakers|voices?|interjections?|interruptions?|participants?)$/

/** Voices from the floor, as transcripts of parliaments in other languages name them; compared folded. */
const fromTheFloor: ReadonlySet<string> = new Set(
  'із залу|из зала|з залу|голос із залу|голос из зала|голоси із залу|голоса из зала|голос з места|głos z sali|głosy z sali|glas iz dvorane|glas iz klopi|glas iz publike|hlas ze sálu|hlas z pléna|zwischenruf|zwischenrufe|un député|une députée|plusieurs députés|voix diverses|una voce|voci dal centro|una voz|varias voces|vozes|um deputado|várias vozes'
    .split('|')
    .map(fold),
)

const withParentheses = /^([^()]+?)\s*\(([^()]+)\)$/

const isNobody = (text: string): boolean => {
  const folded = fold(text)
  if (fromTheFloor.has(folded)) return true
  return nobody.test(folded) && !/^(?:the )?(?:member|senator|deputy|delegate|speaker)$/.test(folded)
}

/** Of two parts of a label, the office and the name: "Minister for Roads (Ms. Roe)", "Ms. Roe (Minister for Roads)". */
const officeAndName = (one: string, other: string): Pick<Label, 'name' | 'role'> | null => {
  if (isOffice(one) && !isOffice(other)) return { name: other, role: roleOf(one) }
  return isOffice(other) && !isOffice(one) ? { name: one, role: roleOf(other) } : null
}

/** Words longer than this say more than who speaks. */
const longest = 300

/** Reads a label such as "Ms. Roe:", "The Speaker (Ms. Roe)", "Ada Roe, Minister for Roads" or "An hon. Member". */
export const readLabel = (words: string): Label | null => {
  const printed = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:]+$/, '')
  if (printed === '' || printed.length > longest) return null
  const as = (name: string | null, role: string | null): Label => ({ printed, name, role, isNobody: false })
  if (isNobody(printed)) return { printed, name: null, role: null, isNobody: true }
  const [, before, inside] = withParentheses.exec(printed) ?? []
  if (before !== undefined && inside !== undefined) {
    const parted = officeAndName(before, inside)
    if (parted) return as(parted.name, parted.role)
    // What else stands in parentheses after a name is where its bearer comes from.
    return isOffice(before) ? as(null, roleOf(before)) : as(before, null)
  }
  const comma = printed.indexOf(',')
  const parted = comma < 0 ? null : officeAndName(printed.slice(0, comma).trim(), printed.slice(comma + 1).trim())
  if (parted) return as(parted.name, parted.role)
  return isOffice(printed) ? as(null, roleOf(printed)) : as(printed, null)
}

/** How people are addressed in languages whose honorifics take an article. */
const courtesy =
  /^(?:(?:el|la|il|lo|o|a|der|die)\s+)?(?:señora?|senhora?|signora?|monsieur|herr|frau|diputad[oa]|deputad[oa])\s+/iu

/** A seat that stands before a name as an honorific does ("Deputy Ada Roe"). */
const seat =
  /^(?:(?:the )?(?:hon(?:ou?rable)?\.? )?)(?:deputy|councill?or|congress(?:man|woman)|assembly(?:man|woman|member)|delegate|député|députée|poseł|posłanka|poslanec|zastupnik|zastupnica)\s+(?=\p{Lu})/iu

/** A name in reading order, without its honorific: "Roe, Ada" and "Ms. Ada Roe" are "Ada Roe". */
export const personalName = (printed: string): string => {
  const bare = printed
    .replace(courtesy, '')
    .slice(0, longest)
    .replace(/[\s:.,]+$/, '')
    .replace(seat, '')
  const { name } = splitHonorific(withoutChair(bare))
  const [, family, given] = /^([^,]+), ([^,]+)$/.exec(name) ?? []
  if (family === undefined || given === undefined || isOffice(given)) return name || printed
  return `${splitHonorific(given).name} ${family}`
}
