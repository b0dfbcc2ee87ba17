import { kindIn, numberOf, optionWords } from '../english/outcome-words.js'
import { fold } from '../names.js'
import type { VoteLine } from '../proposal/proposal.js'
import { namesAt, namesBefore } from './names.js'
import type { Unit } from './units.js'

/** What a sentence says of a vote. */
export interface VoteFound {
  readonly counts: Record<string, number>
  readonly votes: Record<string, string[]>
  readonly kind: VoteLine['kind'] | null
}

const options =
  'ayes?|noes|nays?|yeas?|yes|no|for|in favou?r|against|opposed|opposing|abstain(?:ed|ing|s)?|abstentions?|absent|approve|disapprove|recused|not voting'
const number = '\\d{1,5}|none|nil|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
/** "Ayes: Roe, Poe", "Against: 3", "Noes, 2: …", "For (4): …". */
const listed = new RegExp(
  `(?<![\\p{L}\\p{N}-])(${options})(?:\\s*\\((\\d{1,5})\\)|,\\s*(\\d{1,5}))?\\s*[:–-]\\s*`,
  'giu',
)
const wordFirst = /\b(ayes|noes|yeas|nays|for|against|abstentions?)\s+(\d{1,5})\b/gi
const numberFirst = new RegExp(
  `\\b(${number})\\s+(?:votes?\\s+|members?\\s+)?(${options})\\b(?!\\s*[:])(?:\\s*\\((?=\\p{L}))?`,
  'giu',
)
/** "carried 5-0", "voted 3 to 0", "by 4 votes to 1". */
const tally = new RegExp(
  `\\b(?:carrie[sd]|pass(?:ed|es)|failed|lost|approved|adopted|defeated|voted?|rejected|accepted|agreed)\\b[^.;\\d]{0,25}?\\b(${number})(?:\\s+votes?)?\\s*(?:-|–|to)\\s*(${number})\\b`,
  'i',
)
const dissent = /\b(opposed|opposing|dissenting|against|abstaining|abstained|voting (?:no|nay|against))\b/i
const manner =
  /\bunanimous|\bnem\.? ?con\b|\ball in favou?r\b|\ball agreed\b|\bvoice vote\b|\bshow of hands\b|\broll call\b|\bthe roll\b|\bdivided\b|\bby ballot\b/i

const optionOf = (word: string): string => {
  const plain = fold(word)
  return (
    optionWords.get(plain) ?? optionWords.get(plain.replace(/^voting /, '')) ?? (/dissent/.test(plain) ? 'NO' : 'OTHER')
  )
}

/** A choice that is all of some words: "aye", "Abstain.". */
const choiceIn = (words: string): string | null => optionWords.get(fold(words)) ?? null

const parted = /(?:^|[;:]\s*|,\s+(?=\p{Lu}))/gu

/** "Cllr Roe: Aye", "Roe | Yes", "Mr Roe - aye; Ms Poe - nay": voters, each with a choice. */
const rollIn = (unit: Unit): Record<string, string[]> => {
  const votes: Record<string, string[]> = {}
  for (const { index, 0: mark } of unit.text.matchAll(parted)) {
    const start = index + mark.length
    const names = namesAt(unit, start)
    if (names?.keys.length !== 1 || !names.keys[0]) continue
    const [, choice = ''] =
      /^\s*(?:[:|,–-]|voted|votes)?\s*(\p{L}+(?: \p{L}+)?)\s*(?=[;,.]|$)/u.exec(unit.text.slice(names.end)) ?? []
    const option = choiceIn(choice)
    if (option !== null) votes[option] = [...(votes[option] ?? []), names.keys[0]]
  }
  return votes
}

/** What a sentence says of how many, or who, voted how; null where it says nothing of a vote. */
export const voteIn = (unit: Unit): VoteFound | null => {
  const { text } = unit
  const counts: Record<string, number> = {}
  const votes: Record<string, string[]> = {}
  const count = (word: string, digits: string) => {
    const said = numberOf(digits)
    if (said !== null) counts[optionOf(word)] ??= said
  }
  const vote = (word: string, keys: readonly string[]) => {
    if (keys.length > 0) votes[optionOf(word)] = [...new Set([...(votes[optionOf(word)] ?? []), ...keys])]
  }
  for (const { index, 0: all, 1: word = '', 2: inside, 3: behind } of text.matchAll(listed)) {
    const start = index + all.length
    const digits = inside ?? behind ?? new RegExp(`^(?:${number})\\b`, 'i').exec(text.slice(start))?.[0]
    if (digits !== undefined) count(word, digits)
    vote(word, namesAt(unit, start, true)?.keys ?? [])
  }
  for (const [, word = '', digits = ''] of text.matchAll(wordFirst)) count(word, digits)
  for (const { index, 0: all, 1: digits = '', 2: word = '' } of text.matchAll(numberFirst)) {
    count(word, digits)
    if (all.endsWith('(')) vote(word, namesAt(unit, index + all.length)?.keys ?? [])
  }
  const [, yes, no] = tally.exec(text) ?? []
  if (yes !== undefined && no !== undefined) {
    count('yes', yes)
    count('no', no)
  }
  const against = dissent.exec(text)
  if (against) vote(against[0], namesBefore(unit, against.index, /^\s+$/)?.keys ?? [])
  const named = Object.keys(votes).length > 0
  for (const [option, keys] of Object.entries(named ? {} : rollIn(unit))) vote(option, keys)
  const kind = manner.test(text) ? (/all agreed/i.test(text) ? 'OTHER' : kindIn(text)) : null
  const isVote =
    kind !== null ||
    [...Object.keys(counts), ...Object.keys(votes)].some((one) => /^(?:YES|NO|ABSTAIN|ABSENT)$/.test(one))
  return isVote ? { counts, votes, kind } : null
}

/** "+1" of a chat, "Aye" behind a name: a choice, and nothing else, of whoever is named before it. */
export const plusIn = ({ text, speaker }: Unit): [option: string, key: string] | null => {
  if (speaker === null) return null
  const choice = text.length < 20 ? choiceIn(text) : null
  if (choice !== null) return [choice, speaker]
  const said = /^(\+1|[-−–]1|[+-]?0)(?:\s|[.!]|$)/.exec(text)
  if (!said?.[1]) return null
  return [said[1].endsWith('0') ? 'ABSTAIN' : said[1].startsWith('+') ? 'YES' : 'NO', speaker]
}

export const opensPoll = (text: string): boolean => /^(?:straw[ -])?poll\b|^\W*straw[ -]poll\b/i.test(text)

/** A choice of a poll with its number: "No opinion: 12", "Fox | 3". */
export const choiceOfPoll = (text: string): [choice: string, count: number] | null => {
  const [, choice, digits] = /^(\S.{0,60}?)(?:\s*[:|–-]\s*|\s+)(\d{1,5})\W*$/.exec(text) ?? []
  return choice === undefined || digits === undefined ? null : [optionWords.get(fold(choice)) ?? choice, Number(digits)]
}
