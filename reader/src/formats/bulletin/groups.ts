import { countryNames, isCountry } from '../../english/bodies.js'
import { fold } from '../../names.js'

/** Groups of states and constituencies that negotiate together, as bulletins name them, folded. */
const groups: ReadonlySet<string> = new Set(
  (
    'g 77|g77|g 77 china|g77 china|group of 77|group of 77 and china|african group|africa group|aosis|alliance of small island states|ldcs|ldc group|least developed countries|' +
    'umbrella group|jusscannz|juscanz|eig|environmental integrity group|grulac|latin american and caribbean group|latin american group|asian group|asia pacific group|asia group|' +
    'arab group|league of arab states|lmdcs|lmdc|like minded developing countries|like minded group|lmmc|ailac|alba|basic|brics|cairns group|' +
    'nordic countries|nordics|visegrad group|cis|sids|psids|pacific small island developing states|small island developing states|pacific islands forum|pif|caricom|cee|' +
    'central group|weog|western european and others group|coalition for rainforest nations|opec|oic|rio group|sica|mercosur|benelux|eu member states|major groups|' +
    'ngos|ngo|engos|environmental ngos|bingos|ringos|yougo|youngo|tuncs|youth|women|women and gender|farmers|trade unions|business and industry|' +
    'indigenous peoples|indigenous peoples organizations|indigenous peoples caucus|indigenous caucus|civil society|local authorities|international council of chemical associations'
  ).split('|'),
)

const bare = (text: string): string => fold(text).replace(/^the /, '')

/** The names of all delegations, folded, by their first words. */
const byFirstWord = new Map<string, string[]>()
for (const name of [...countryNames, ...groups]) {
  const [first = ''] = name.split(' ')
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), name])
}

const capitalized = /\p{Lu}[\p{L}\p{M}\p{N}'’ʼ`]*/gu

/** Whether any word of a text with a capital is the first of a delegation's name: a quick look, for most texts name none. */
export const mayNameDelegation = (text: string): boolean =>
  (text.match(capitalized) ?? []).some((word) => byFirstWord.has(fold(word)))

const lineEnd = /[\n\r\f\v\u0085\u2028\u2029]/
/** No name of a delegation is longer. */
const longestName = 120

/** How many times at most a text of several lines names a delegation: also where the line ends before the name may. */
export const mostDelegations = (text: string): number => {
  let count = 0
  for (const { 0: word, index } of text.matchAll(capitalized)) {
    const names = byFirstWord.get(fold(word))
    if (!names) continue
    const [line = ''] = text.slice(index, index + longestName).split(lineEnd, 1)
    const words = fold(line)
    if (names.some((name) => words.startsWith(name) || name.startsWith(words))) count++
  }
  return count
}

/** Whether a printed name is that of a state, or of a group of states or a constituency that speaks as one. */
export const isDelegation = (printed: string): boolean => isCountry(printed) || groups.has(bare(printed))

const groupEnding = /\b(?:group|countries|states|alliance|coalition|caucus|ngos|peoples|constituency|league)$/
const ofMeeting =
  /\b(?:working|contact|drafting|expert|ad hoc|open ended|small|advisory|sub|friends|negotiating|joint|informal|technical|legal|high level|member|these|those|developed|developing|industrialized|several|many|some|most|other|all|donor)\b/

/** Whether capitalized words are shaped like the name of a group that speaks as one, and not of a part of the meeting. */
export const isGroupShaped = (printed: string): boolean => {
  const words = bare(printed)
  return groupEnding.test(words) && !ofMeeting.test(words) && words.includes(' ')
}

const observer =
  /\b(?:cent(?:er|re)|institute|institution|university|foundation|association|federation|union|bank|organi[sz]ations?|network|alliance|coalition|fund|trust|society|programme|program|agency|league|confederation|international|consortium|museum|federations?)\b/
const partOfMeeting = /\b(?:working|contact|drafting|compliance|adaptation|trust|special|voluntary|multilateral|work)\b/

/** Whether capitalized words name an organization that observes a negotiation, and no part or fund of it. */
export const isObserver = (printed: string): boolean => {
  const words = bare(printed)
  return words.includes(' ') && observer.test(words) && !partOfMeeting.test(words) && !ofMeeting.test(words)
}
