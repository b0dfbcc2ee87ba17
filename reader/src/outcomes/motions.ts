import type { MotionResult } from '../english/outcome-words.js'
import { namesAt, namesBefore } from './names.js'
import type { Unit } from './units.js'

/** Who moves, who seconds: one grammar for all forms. A word, and names behind it ("moved by", "Mover:"), or before it ("Roe moved"). */
const moverWords = /\b(?:moved|moves|proposed|proposer|mover|motion)\b/gi
const seconderWords = /\b(?:seconded|seconds?|seconder|2nd)\b/gi
const behind = /(?:\s+(?:was|is|were))?(?:\s+(?:made|duly))?(?:\s+(?:by|of|from)\b|\s*[:–-])\s*/y
const right = /\s+/y
const gap = /^\s+(?:(?:then|so|also|duly|further)\s+|(?:made|makes)\s+(?:a|the)\s+)?$/
const pair = /\bM\/S(?:\/C)?:?\s+/

interface Role {
  readonly keys: readonly string[]
  /** By a form that nothing but a motion has: "Moved by", "Motion:". */
  readonly isFormal: boolean
  /** "Proposed" is a word of debate too. */
  readonly isProposed: boolean
  readonly end: number
}

const at = (pattern: RegExp, text: string, offset: number): number | null => {
  pattern.lastIndex = offset
  const found = pattern.exec(text)
  return found ? offset + found[0].length : null
}

const roleOf = (unit: Unit, words: RegExp): Role | null => {
  for (const { index, 0: word } of unit.text.matchAll(words)) {
    const end = index + word.length
    const formal = at(behind, unit.text, end)
    const named = formal === null ? null : namesAt(unit, formal, true)
    const isProposed = /^propos/i.test(word)
    if (named) return { ...named, isFormal: true, isProposed }
    const before = namesBefore(unit, index, gap)
    if (before) return { keys: before.keys, isFormal: false, isProposed, end }
    const next = /^mo/i.test(word) ? null : at(right, unit.text, end)
    const bare = next === null ? null : namesAt(unit, next)
    if (bare) return { ...bare, isFormal: false, isProposed }
  }
  return null
}

/** What a sentence says of who moves and who seconds. */
export interface Moving {
  readonly mover: Role | null
  readonly seconder: Role | null
}

export const movingIn = (unit: Unit): Moving => {
  const both = pair.exec(unit.text)
  const listed = both ? namesAt(unit, both.index + both[0].length, true) : null
  const [first, second] = listed?.keys ?? []
  if (listed && first !== undefined && second !== undefined)
    return {
      mover: { keys: [first], isFormal: true, isProposed: false, end: listed.end },
      seconder: { keys: [second], isFormal: true, isProposed: false, end: listed.end },
    }
  const mover = roleOf(unit, moverWords)
  const seconder = roleOf(unit, seconderWords)
  if (seconder || !mover?.isFormal) return { mover, seconder }
  const support = /\bsupported by\s+/i.exec(unit.text)
  const named = support ? namesAt(unit, support.index + support[0].length, true) : null
  return { mover, seconder: named && { ...named, isFormal: true, isProposed: false } }
}

/** A motion that is put without saying by whom: "Motion 3: That …", "Question put, That …". */
export const putsMotion = (text: string): boolean =>
  /^motion\b[^:]{0,12}:\s*\S|^question put\b|^(?:PROPOSED|PROPOSAL)\b[^:]{0,20}:/.test(
    text.replace(/^MOTION\b|^Motion\b/, 'motion').replace(/^Question put/, 'question put'),
  )

const notBe = '(?<!\\b(?:be|been|being|had)\\s(?:\\w+ly\\s)?)'
const failed = new RegExp(
  `${notBe}\\b(?:fail(?:ed|s)|lost|defeated|negatived|rejected|fell|died|not (?:carried|passed|adopted|approved))\\b|\\bno seconder\\b`,
  'i',
)
const passed = new RegExp(
  `${notBe}\\b(?:carrie[ds]|passe[ds]|adopted|approved|agreed to|accepted|resolved|elected|so ordered)\\b|\\ball (?:in favou?r|agreed)\\b`,
  'i',
)
const deferred = new RegExp(`${notBe}\\b(?:deferred|postponed|tabled|held over)\\b`, 'i')

/** What a sentence says became of a motion. */
export const resultIn = (text: string): MotionResult | null => {
  if (failed.test(text)) return 'FAILED'
  if (/\bwithdrawn\b|\bwithdrew\b/i.test(text)) return 'WITHDRAWN'
  if (passed.test(text)) return 'PASSED'
  return deferred.test(text) ? 'DEFERRED' : null
}
