import { holdsTitle } from '../english/titles.js'
import { fold } from '../names.js'

/** Who presides, as parliaments call it; compared folded, with or without "Mr" or "Madam" before it. */
const chairs: ReadonlySet<string> = new Set(
  (
    'speaker chair chairman chairwoman chairperson president presiding|officer moderator ' +
    'presidente presidenta presidencia presidence presidenza prasident prasidentin vorsitzender vorsitzende vorsitzenden ' +
    'voorzitter ordforande talmannen talman puhemies predsednik predsednica predseda predsedajici ' +
    'marszałek wicemarszałek ceann|comhairle leas|cheann|comhairle головуючий головуюча головуюча председател председательствующий председатель baskan ' +
    'predsjednik predsjednica predsjedatelj presedinte presedintele elnok προεδρος προεδρευων'
  )
    .split(' ')
    .map((word) => fold(word.replace('|', ' '))),
)

const modifiers =
  'deputy|acting|vice|temporary|first|second|third|alternate|provisional|interim|former|senior|assistant|chief|prime|majority|minority|right|hon|honourable|honorable'
const modifier = new RegExp(`^(?:${modifiers}) `)
const courtesy =
  /^(?:mr|mrs|ms|madam|madame|mme|m|monsieur|senor|senora|senhor|senhora|sr|sra|signor|signora|herr|frau) /
const article = /^(?:the|an|el|la|le|il|lo|los|las|les|der|die|das|o|a|l) /

/** Nouns that head an office of a parliament or a government, besides those that any title has. */
const offices =
  /^(?:minister|whip|leader|clerk|secretary|attorney|solicitor|sergeant|serjeant|usher|treasurer|chancellor|commissioner|ombudsman|governor|chief|general|justice|spokesperson|spokesman|spokeswoman|member|representative|rapporteur|ministro|ministra|ministre|ministru|minister|sekretar|secretario|secretaria|secretaire)$/

const stripped = (text: string, pattern: RegExp): string => {
  let rest = text
  while (pattern.test(rest)) rest = rest.replace(pattern, '')
  return rest
}

const isTitled = (word: string | undefined): boolean => offices.test(word ?? '')

/**
 * Whether a printed or encoded "name" is an office that somebody holds: "The SPEAKER", "Mr. Deputy Speaker", "Minister for
 * Roads". "Mr. Dean" and "Ann Marshall" are people.
 */
export const isOffice = (printed: string): boolean => {
  const folded = fold(printed)
  const isThe = folded.startsWith('the ')
  const bare = folded.replace(article, '')
  const core = stripped(bare.replace(courtesy, '').replace(article, ''), modifier).replace(/ responsible(?= for )/, '')
  const [head = '', ...rest] = core.split(/ (?:of|for|to|in|on|de|del|della|des|du|da|do|fur|der|pro|za)(?= |$)/)
  if (chairs.has(head) || chairs.has(core) || (isThe && holdsTitle(head))) return true
  const words = head.split(' ')
  if (rest.length > 0) return isTitled(words.at(-1)) || (holdsTitle(head) && /^\S+ (?:of|for|to) /.test(core))
  if (courtesy.test(bare)) return false
  return words.every(isTitled) || ((isThe || core !== bare) && isTitled(words.at(-1)))
}

/** A name without the chair that stands before it ("Speaker Ada Roe"); the whole where fewer than two words are left. */
export const withoutChair = (printed: string): string => {
  const words = printed.split(/\s+/)
  let at = chairs.has(fold(words[0] ?? '')) ? 1 : 0
  while (at > 0 && modifier.test(`${fold(words[at] ?? '')} `)) at++
  return at > 0 && words.length - at >= 2 ? words.slice(at).join(' ') : printed
}

/** An office without article and courtesy: "Mr. Speaker:" and "The Speaker" are one role. */
export const roleOf = (printed: string): string => {
  const text = printed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:.,]+$/, '')
  const bare = text
    .replace(/^(?:the|el|la|le|il|lo|der|die|den)\s+/i, '')
    .replace(
      /^(?:mr|mrs|ms|madam|madame|mme|m|monsieur|señor|señora|sr|sra|herr|frau)\.?\s+(?:(?:le|la|el)\s+)?(?=\S)/i,
      '',
    )
  return (isOffice(bare) || bare === text ? bare : text) || printed.trim()
}

/** Whether an office is that of whoever presides. */
export const isChair = (role: string): boolean => {
  const core = stripped(fold(role).replace(article, '').replace(courtesy, ''), modifier)
  return chairs.has(core) || chairs.has(core.split(' ')[0] ?? '')
}
