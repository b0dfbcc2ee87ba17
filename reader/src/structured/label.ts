import { holdsTitle } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(' ').map((word) => word.replaceAll('|', ' ')))

/** Who presides, as parliaments call it; compared folded. "|" stands for a space. */
const chairs = wordsIn(
  'speaker chair chairman chairwoman chairperson president presiding|officer moderator ' +
    'presidente presidenta presidencia presidence presidenza prasident prasidentin vorsitzender vorsitzende ' +
    'vorsitzenden voorzitter ordforande talmannen talman puhemies predsednik predsednica predseda predsedajici ' +
    'marszalek wicemarszalek ceann|comhairle leas|cheann|comhairle головуючии головуюча председатель ' +
    'председательствующии baskan predsjednik predsjednica predsjedatelj presedinte presedintele elnok ' +
    'προεδρος προεδρευων',
)
const modifiers = wordsIn(
  'deputy acting vice temporary first second third alternate provisional interim former senior assistant chief prime ' +
    'majority minority right hon honourable honorable',
)
const courtesies = wordsIn(
  'mr mrs ms madam madame mme m monsieur senor senora senhor senhora sr sra signor signora herr frau',
)
const articles = wordsIn('the an el la le il lo los las les der die das den o a l')

/** Those that are no part of the name of an office, as that in "An Taoiseach" is. */
const leading = wordsIn('the el la le il lo der die den')

/** Nouns that head an office of a parliament or a government, besides those that any title has. */
const offices = wordsIn(
  'minister whip leader clerk secretary attorney solicitor sergeant serjeant usher treasurer chancellor commissioner ' +
    'ombudsman governor chief general justice spokesperson spokesman spokeswoman member representative rapporteur ' +
    'ministro ministra ministre ministru sekretar secretario secretaria secretaire',
)
const prepositions = wordsIn('of for to in on de del della des du da do fur der pro za')
const englishPrepositions = wordsIn('of for to')

const isTitled = (word: string | undefined): boolean => offices.has(word ?? '')

/** Words behind those of one list at the beginning; of several in a row only with `all`. */
const behind = (words: readonly string[], list: ReadonlySet<string>, all = false): string[] => {
  let at = 0
  while (at < words.length - 1 && list.has(words[at] ?? '') && (all || at === 0)) at++
  return words.slice(at)
}

/** A folded label without article, courtesy and modifiers: "mr deputy speaker" is "speaker". */
const coreOf = (words: readonly string[]): string[] =>
  behind(behind(behind(behind(words, articles), courtesies), articles), modifiers, true)

/**
 * Whether a printed or encoded "name" is an office that somebody holds: "The SPEAKER", "Mr. Deputy Speaker", "Minister for
 * Roads". "Mr. Dean" and "Ann Marshall" are people.
 */
export const isOffice = (printed: string): boolean => {
  const words = fold(printed).split(' ')
  const bare = behind(words, articles)
  const core = coreOf(words).filter((word, i, all) => word !== 'responsible' || all[i + 1] !== 'for')
  const at = core.findIndex((word, i) => i > 0 && prepositions.has(word))
  const head = at < 0 ? core : core.slice(0, at)
  const isThe = words[0] === 'the'
  if (chairs.has(head.join(' ')) || chairs.has(core.join(' ')) || (isThe && holdsTitle(head.join(' ')))) return true
  if (at >= 0)
    return isTitled(head.at(-1)) || (at === 1 && holdsTitle(head[0] ?? '') && englishPrepositions.has(core[at] ?? ''))
  if (courtesies.has(bare[0] ?? '') && bare.length > 1) return false
  return head.every(isTitled) || ((isThe || core.length < bare.length) && isTitled(head.at(-1)))
}

/** Whether an office is that of whoever presides. */
export const isChair = (role: string): boolean => {
  const core = coreOf(fold(role).split(' '))
  return chairs.has(core.join(' ')) || chairs.has(core[0] ?? '')
}

const withoutEnd = (printed: string): string =>
  printed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:.,]+$/, '')

/** An office without article and courtesy: "Mr. Speaker:" and "The Speaker" are one role. */
export const roleOf = (printed: string): string => {
  const text = withoutEnd(printed)
  const words = text.split(' ')
  const folded = words.map(fold)
  const kept = behind(behind(behind(folded, leading), courtesies), leading).length
  const bare = words.slice(words.length - kept).join(' ')
  return (isOffice(bare) ? bare : text) || printed.trim()
}

/** A name without the chair that stands before it ("Speaker Ada Roe"); the whole where fewer than two words are left. */
const withoutChair = (printed: string): string => {
  const words = printed.split(/\s+/)
  if (!chairs.has(fold(words[0] ?? ''))) return printed
  let at = 1
  while (modifiers.has(fold(words[at] ?? ''))) at++
  return words.length - at >= 2 ? words.slice(at).join(' ') : printed
}

/** What the words before a turn say of who speaks. */
export interface Label {
  readonly printed: string
  /** The personal name as printed, with its honorific. */
  readonly name: string | null
  readonly role: string | null
  /** "Several hon. Members": somebody spoke, and nobody says who. */
  readonly isNobody: boolean
}

const nobodyBefore = wordsIn(
  'a an some several many all other various the unidentified unknown hon honourable honorable opposition government',
)
const seatsOfOne = wordsIn('member senator deputy delegate speaker')
const nobodyHeads = wordsIn(
  'member members senator senators deputy deputies delegate delegates speaker speakers voice voices interjection ' +
    'interjections interruption interruptions participant participants',
)

/** Voices from the floor, as transcripts of parliaments in other languages name them. */
const fromTheFloor: ReadonlySet<string> = new Set(
  (
    'із залу|из зала|з залу|голос із залу|голос из зала|голоси із залу|голоса из зала|голос з места|głos z sali|' +
    'głosy z sali|glas iz dvorane|glas iz klopi|glas iz publike|hlas ze sálu|hlas z pléna|zwischenruf|zwischenrufe|' +
    'un député|une députée|plusieurs députés|voix diverses|una voce|voci dal centro|una voz|varias voces|vozes|' +
    'um deputado|várias vozes'
  )
    .split('|')
    .map(fold),
)

const isNobody = (text: string): boolean => {
  const folded = fold(text)
  const words = folded.split(' ')
  const [head = '', ...before] = words.toReversed()
  // "The Speaker" and "Member" are somebody.
  const isOne = seatsOfOne.has(head) && before.every((word) => word === 'the')
  const isSomeone = nobodyHeads.has(head) && before.every((word) => nobodyBefore.has(word))
  return fromTheFloor.has(folded) || (isSomeone && !isOne)
}

/** Of two parts of a label, the office and the name: "Minister for Roads (Ms. Roe)", "Ms. Roe (Minister for Roads)". */
const officeAndName = (one: string, other: string): Pick<Label, 'name' | 'role'> | null => {
  if (isOffice(one) === isOffice(other)) return null
  return isOffice(one) ? { name: other, role: roleOf(one) } : { name: one, role: roleOf(other) }
}

/** Words longer than this say more than who speaks. */
const longest = 300

/** Reads a label such as "Ms. Roe:", "The Speaker (Ms. Roe)", "Ada Roe, Minister for Roads" or "An hon. Member". */
export const readLabel = (words: string): Label | null => {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length > longest) return null
  // ".-" and ".—" end labels in Spanish and Portuguese.
  const printed = line.replace(/(?:[\s:]|\.?[-–—])+$/u, '')
  if (printed === '') return null
  if (isNobody(printed)) return { printed, name: null, role: null, isNobody: true }
  const [, before, inside] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(printed) ?? /^([^,]+), *(.+)$/.exec(printed) ?? []
  const parted = before !== undefined && inside !== undefined ? officeAndName(before, inside) : null
  if (parted) return { printed, ...parted, isNobody: false }
  // What else stands in parentheses after a name is where its bearer comes from.
  const alone = before !== undefined && printed.endsWith(')') ? before : printed
  const isRole = isOffice(alone)
  return { printed, name: isRole ? null : alone, role: isRole ? roleOf(alone) : null, isNobody: false }
}

/** How people are addressed where honorifics take an article; a seat that stands before a name as an honorific does. */
const addressed =
  /^(?:(?:el|la|il|lo|o|a|der|die)\s+)?(?:señora?|senhora?|signora?|monsieur|herr|frau|diputad[oa]|deputad[oa])\s+/iu
const seats =
  'deputy|councill?or|congress(?:man|woman)|assembly(?:man|woman|member)|delegate|député|députée|poseł|posłanka|' +
  'poslanec|zastupnik|zastupnica'
const seat = new RegExp(`^(?:(?:the )?(?:hon(?:ou?rable)?\\.? )?)(?:${seats})\\s+(?=\\p{Lu})`, 'iu')

/** A name in reading order, without its honorific: "Roe, Ada" and "Ms. Ada Roe" are "Ada Roe". */
export const personalName = (printed: string): string => {
  const bare = printed
    .replace(addressed, '')
    .slice(0, longest)
    .replace(/[\s:.,]+$/, '')
    .replace(seat, '')
  const { name } = splitHonorific(withoutChair(bare))
  const [, family, given] = /^([^,]+), ([^,]+)$/.exec(name) ?? []
  if (family === undefined || given === undefined || isOffice(given)) return name || printed
  return `${splitHonorific(given).name} ${family}`
}
