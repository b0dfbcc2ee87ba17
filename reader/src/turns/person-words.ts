import { honorificPattern, nameTokens, particles } from '../names.js'
import { whileReading } from '../once.js'

const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
const oneWord = new RegExp(`^${word}$`, 'u')
const lower = [...particles].map((particle) => particle.replace('.', '\\.')).join('|')
const fullName = new RegExp(
  `^(?:${honorificPattern})?(?:(?:${lower})\\s+)?${word}(?:\\s+(?:(?:${lower})\\s+){0,2}${word}){0,4}$`,
  'u',
)
/** "Baroness Roe of Almery", "The Earl of Marle", "The Lord Bishop of Wells": titles that hold a place. */
const peer = new RegExp(
  `^(?:[Tt]he )?(?:(?:Rt\\.? Hon\\.?|Right Reverend|Lord|Very Reverend) )?(?:(?:Baron(?:ess)?|Lord|Lady|Viscount(?:ess)?) ${word}|Earl|Countess|Marquess|Duke|Duchess|Viscount|Bishop|Archbishop) of (?:the )?${word}(?:[ -]${word}){0,2}$`,
  'u',
)
const withHonorific = new RegExp(`^${honorificPattern}\\p{Lu}`, 'u')
const initials = /^(?=.*\p{Lu}.*\p{Lu})\p{Lu}[\p{L}~]{1,4}$/u
const handle = /^@?\p{Ll}[\p{L}\p{N}._-]{1,29}$/u

/** Words in capitals that open a line and are nobody. */
const noInitials: ReadonlySet<string> = new Set(
  'OK NB PS FYI TODO TBD TBC AOB NOTE RE CC FAQ URL API ID ACTION WIP TLDR HTTP HTTPS JSON HTML AI TOC RFC EDIT DONE YES NO ETA RES VOTE AYES NAYS NOES BY'.split(
    ' ',
  ),
)

/** Words that headings and remarks of a note-taker begin with, and names do not. */
const noNames: ReadonlySet<string> = new Set(
  (
    'new next remaining strong positive negative neutral action actions item items topic topics conclusion conclusions decision decisions resolution agenda ' +
    'presenter presenters speakers champion champions date time location venue place present attendees attendance attending apologies absent regrets note notes ' +
    'summary outcome outcomes stage status reviewers reviewer link links slide slides question questions answer answers background discussion consensus ' +
    'minutes meeting subject title proposal option options example examples step steps reason reasons motion vote votes result results update updates ' +
    'participants invited guests members quorum recording transcript source sources http https see all no yes key follow other others misc previous current final ' +
    'first second third part section annex appendix table figure week day monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december the this that these our for and with from ' +
    'ayes nays noes abstentions abstain however also edit issue issues todo warning important tldr aside pros cons context goal goals ' +
    // What fields, changes and parts of manuals are called.
    'name names age city country email phone address type author license default returns input output required description host port user ' +
    'password level category size price total priority severity component expected actual environment cc subject added fixed changed removed ' +
    'deprecated security updated improved bug feature usage install requirements tip caution danger ingredients method url file path key value by'
  ).split(' '),
)

/** Whether a text holds a word that headings and notes of a note-taker begin with, and names do not. */
export const isNoName = (text: string): boolean =>
  text.split(/\s+/).some((each) => noNames.has(each.toLowerCase().replace(/[^a-z]/g, '')))

/** Whether a text is written as a person's name is: two to five capitalized words, or an honorific and a name. */
export const isFullName = whileReading(
  (text: string): boolean =>
    text.length <= 60 &&
    (fullName.test(text) || peer.test(text)) &&
    (/\s/.test(text) || withHonorific.test(text)) &&
    !isNoName(text),
)

/** Whether a text is one capitalized word. */
export const isOneWord = (text: string): boolean => oneWord.test(text)

export const isInitials = (text: string): boolean => initials.test(text) && !noInitials.has(text)

/** Whether a text is a name as chats and code hosts have them: "@amoss", "bolind". */
export const isHandle = (text: string): boolean => handle.test(text) && !isNoName(text)

/** Whether an entry of a list begins with a name: a full one, or one word (a nickname, a family name). */
export const isWrittenAsName = (text: string): boolean =>
  isFullName(text) || (/^\p{Lu}(?:\p{Ll}|[\p{L}'’-]{2,})$/u.test(text) && !isNoName(text))

export const beginsWithHonorific = (text: string): boolean => withHonorific.test(text)

/** Whether letters are those that the words of a name begin with: "OV" of "Ola Vik", "AR" of "Ann Mary Roe". */
export const areInitialsOf = (letters: string, name: string): boolean => {
  const wanted = letters.toLowerCase()
  const areFirst = (firsts: readonly string[]) =>
    wanted === firsts.join('') || wanted === `${firsts[0] ?? ''}${firsts.at(-1) ?? ''}`
  const tokens = nameTokens(name)
  // Of "Ann Roe-Poe" they are "ARP", "AP" or "AR".
  const words = tokens.length > 1 && name.includes('-') ? nameTokens(name.replace(/-\p{L}+/gu, '')) : tokens
  return [tokens, words].some((some) => areFirst(some.map((token) => token.slice(0, 1))))
}
