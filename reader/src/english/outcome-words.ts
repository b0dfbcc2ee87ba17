import { fold } from '../names.js'
import type { decisionResults, motionResults, voteKinds, voteOptions } from '../record.js'

type Option = (typeof voteOptions)[number]
export type MotionResult = (typeof motionResults)[number]
export type DecisionResult = (typeof decisionResults)[number]
type VoteKind = (typeof voteKinds)[number]

type ByWord<Value> = ReadonlyMap<string, Value>

const byWord = <Value extends string>(words: Readonly<Partial<Record<Value, string>>>): ByWord<Value> =>
  new Map(
    Object.entries<string | undefined>(words).flatMap(([value, list = '']) =>
      list.split('|').map((word) => [fold(word), value as Value] as const),
    ),
  )

/** How somebody may vote. */
export const optionWords = byWord<Option>({
  YES: 'yes|yea|yeas|aye|ayes|for|in favour|in favor|favour|favor|pro|affirmative|support|supported|approve',
  NO: 'no|noes|nay|nays|against|contra|opposed|opposing|negative|objected|disapprove',
  ABSTAIN: 'abstain|abstains|abstained|abstaining|abstention|abstentions',
  ABSENT: 'absent|absents|absence|away|excused',
  NOT_VOTING: 'not voting|present not voting|did not vote|recused|recusal',
})

/** What becomes of a motion. */
export const motionWords = byWord<MotionResult>({
  PASSED: 'passed|pass|passes|carried|carries|adopted|approved|agreed|agreed to|accepted|so ordered|so resolved',
  FAILED:
    'failed|fail|fails|lost|rejected|negatived|defeated|not carried|not passed|not agreed|not adopted|not approved|not accepted',
  WITHDRAWN: 'withdrawn',
  DEFERRED: 'deferred|postponed|referred|tabled',
})

/** What a meeting does with what is before it. */
export const decisionWords = byWord<DecisionResult>({
  ADOPTED: 'adopted|passed|carried',
  AGREED: 'agreed|agreed to|accepted',
  APPROVED: 'approved',
  REJECTED:
    'rejected|failed|lost|negatived|defeated|not carried|not passed|not agreed|not adopted|not approved|not accepted',
  DEFERRED: 'deferred|postponed|referred|tabled',
  WITHDRAWN: 'withdrawn',
  NOTED: 'noted',
})

/** By what a record says how a vote was taken. */
const kindWords: Readonly<Partial<Record<VoteKind, RegExp>>> = {
  VOICE: /\bvoice vote|\bviva voce|\bon the voices\b/i,
  HANDS: /\bhands?\b/i,
  ROLL_CALL: /\broll[ -]?call|\brecorded vote|\bcalled the roll\b|\bdivision\b|\bdivided\b/i,
  BALLOT: /\bballot/i,
  POLL: /\bpoll(?:s|ed)?\b|\bstraw\b|\bhumm?\b|\bpreference/i,
  UNANIMOUS:
    /\bunanim|\bnem\.? ?(?:con|diss)\b|\bwithout (?:dissent|objection|opposition|a vote)\b|\ball (?:were )?in favou?r\b/i,
}

/** Whether words say that a vote was taken so; of OTHER nothing need be said. */
export const saysKind = (kind: VoteKind, words: string): boolean => kindWords[kind]?.test(words) ?? true

/** How a vote was taken, by what is said of it; null where nothing is. */
export const kindIn = (words: string): VoteKind | null =>
  (['ROLL_CALL', 'BALLOT', 'POLL', 'UNANIMOUS', 'HANDS', 'VOICE'] as const).find((kind) => saysKind(kind, words)) ??
  null

const numerals =
  'no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty'
const numbers: ReadonlyMap<string, number> = new Map([
  ...numerals.split('|').map((word, i) => [word, i] as const),
  ...(['none', 'nil', 'zero', 'nobody'] as const).map((word) => [word, 0] as const),
])

/** The number that a word states ("7", "seven", "none"); null for none. */
export const numberOf = (word: string): number | null =>
  /^\d{1,7}$/.test(word) ? Number(word) : (numbers.get(word.toLowerCase()) ?? null)
