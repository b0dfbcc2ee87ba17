import { asksFor, asksSomething, begins } from '../english/questions.js'
import type { VerbInText } from '../english/verb-group.js'
import { honorificGender } from '../names.js'
import type { Pieces } from '../record.js'
import { answeredByLabel, answeredByPlace, answeredLast, type Heard } from '../reported-speech/exchange.js'
import { printedKey } from '../reported-speech/speakers.js'
import type { Spoken } from '../reported-speech/spoken.js'
import type { Range } from '../reported-speech/voice.js'
import { piecesOf, piecesOfRanges, textOf } from '../text/flow.js'
import { type Ground, replyTo, responseOf, type Turn } from './response.js'
import type { Said, Stretch, Told } from './stretch.js'

type Voice = Extract<Stretch, { kind: 'voice' }>

/** Verbs that nobody says of their own words. */
const opposing = /^(?:disagree|dissent)/

/** Whether somebody disagrees, and the words do not say with whom: with who spoke last. */
const opposesLast = ({ text }: Told, verbs: readonly VerbInText[]): boolean =>
  verbs.some(({ word, end }) => opposing.test(word) && !/^\s+with\b/.test(text.slice(end, end + 6)))

const keyOf = ({ speaker, party, speakerAsPrinted }: Said): string =>
  speaker ?? (party === null ? printedKey(speakerAsPrinted ?? '') : `party:${party}`)

const keysOf = (speakers: readonly Said[]): string => speakers.map(keyOf).sort().join('\n')

const wordsOf = ({ parts }: Turn): string =>
  parts.flatMap(({ told, ranges }) => ranges.map((range) => told.text.slice(...range))).join(' ')

const heardOf = (turn: Turn): Heard => {
  const words = wordsOf(turn)
  const paragraph = turn.parts.at(-1)?.told.paragraph ?? 0
  return { speakers: turn.speakers.map(keyOf), asks: asksSomething(words), paragraph, words }
}

const marks = /[*_]/

/** A range with the marks of emphasis that begin right before it, or end right behind it. */
const withMarks = (text: string, [start, end]: Range): Range => {
  let [from, to] = [start, end]
  while (marks.test(text[from - 1] ?? '')) from--
  while (marks.test(text[to] ?? '')) to++
  return [from, to]
}

const write = (turn: Turn, ground: Ground, spoken: Spoken): void => {
  const [first] = turn.parts
  const pieces: Pieces = turn.parts.flatMap(({ told, ranges }) =>
    piecesOfRanges(
      told.flow,
      ranges.map((range) => withMarks(told.flow.text, range)),
    ),
  )
  if (!first || pieces.length === 0) return
  const utterance = spoken.utterances.length + 1
  turn.utterance = utterance
  const shared = responseOf(turn, ground, spoken.remarks)
  spoken.utterances.push({ position: utterance, text: textOf(ground.source, pieces), pieces })
  const { paragraph, section, theme } = first.told
  for (const said of turn.speakers)
    spoken.remarks.push({
      position: spoken.remarks.length + 1,
      kind: 'STATEMENT',
      scope: null,
      utterance,
      paragraph,
      section,
      theme,
      acts: [],
      stance: null,
      inResponseTo: [],
      ...shared,
      ...said,
    })
}

const passage = (told: Told, stretch: Extract<Stretch, { kind: 'nobody' }>, source: string, spoken: Spoken): void => {
  const pieces = piecesOf(told.flow, ...withMarks(told.flow.text, stretch.range))
  if (stretch.passage === null || pieces.length === 0) return
  spoken.unattributed.push({
    position: spoken.unattributed.length + 1,
    paragraph: told.paragraph,
    utterance: null,
    kind: stretch.passage.kind,
    text: textOf(source, pieces),
    wording: stretch.passage.wording,
    pieces,
  })
}

/** The turns while a record is followed: the one that is open, and who spoke last in the paragraph. */
class Turns {
  private open: Turn | null = null
  private last: Turn | null = null
  /** Who spoke in the paragraph, in order. */
  private heard: readonly { readonly told: Told; readonly key: string; readonly speakers: readonly Said[] }[] = []
  /** Those who spoke under the heading one after another, with nobody else between. */
  private exchange: Turn[] = []
  /** Whether somebody without a name spoke last, and nobody since. */
  private isAfterNobody = false
  /** Those who raised the issue that stands beside a response. */
  private raised: Turn[] = []

  constructor(
    private readonly ground: Ground,
    private readonly spoken: Spoken,
  ) {}

  close(): void {
    if (this.open) write(this.open, this.ground, this.spoken)
    this.open = null
  }

  /** A heading: whoever speaks under it has not spoken before. */
  startSection(): void {
    this.close()
    this.exchange = []
    this.isAfterNobody = false
  }

  /** A cell of a table: whoever spoke in another says no more in it, and each issue has its own responses. */
  startCell(told: Told): void {
    this.close()
    if (told.cell === 'issue') this.raised = []
  }

  forgetLast(): void {
    this.last = null
  }

  private add(told: Told, range: Range, verbs: readonly VerbInText[]): void {
    const part = this.open?.parts.at(-1)
    if (part?.told === told) {
      part.ranges.push(range)
      part.verbs.push(...verbs)
    } else this.open?.parts.push({ told, ranges: [range], verbs: [...verbs] })
  }

  /** Which turns somebody who begins to speak answers; null for no answer. */
  private answeredBy(told: Told, voice: Voice): readonly Turn[] | null {
    const { answers, mayAnswer, speakers, verbs, range } = voice
    if (told.cell === 'response' && !this.isUponLast(told, voice)) {
      if (this.raised.length === 0) this.isAfterNobody = true
      return this.raised
    }
    const words = told.text.slice(...range)
    if (answers) return answeredLast(this.exchange, words, heardOf)
    if (mayAnswer === 'question') return answeredByLabel(this.exchange, heardOf)
    if (mayAnswer === undefined || this.open === null || this.open.key === keysOf(speakers)) return null
    if (mayAnswer === 'remark') return answeredLast(this.exchange, words, heardOf)
    const [verb] = verbs
    const next = {
      speakers: speakers.map(keyOf),
      asks: verb !== undefined && asksFor(verb, told.text),
      begins: begins(verb, words),
      paragraph: told.paragraph,
      words,
    }
    const found = answeredByPlace(this.exchange, next, heardOf)
    return found.length > 0 ? found : null
  }

  /** Whether somebody in a response takes up what another said in it, and not the issue beside it. */
  private isUponLast(told: Told, { mayAnswer, speakers }: Voice): boolean {
    const keys = speakers.map(keyOf)
    const isRaiser = this.raised.some((turn) => turn.speakers.some((one) => keys.includes(keyOf(one))))
    return this.open?.parts.at(-1)?.told === told && (isRaiser || mayAnswer === 'remark')
  }

  private begin(told: Told, speakers: readonly Said[], answered: readonly Turn[] | null): void {
    this.close()
    const { isAfterNobody } = this
    this.isAfterNobody = false
    const parts = [{ told, ranges: [], verbs: [] }]
    this.open = { key: keysOf(speakers), speakers, answered, isAfterNobody, parts }
    this.exchange.push(this.open)
    if (told.cell === 'issue') this.raised.push(this.open)
    this.last = this.open
    this.heard = [...this.heard.filter((turn) => turn.told === told), { told, key: this.open.key, speakers }]
  }

  /** Whether a pronoun cannot mean whoever speaks, or spoke last in the paragraph. */
  private contradicts(gender: 'f' | 'm' | null | undefined): boolean {
    const [one, other] = (this.open ?? this.last)?.speakers ?? []
    if (!gender || !one || other || one.speaker === null) return false
    const own = honorificGender(this.ground.cast.byKey.get(one.speaker)?.honorific ?? null)
    return own !== null && own !== gender
  }

  /** Those who spoke in a paragraph before the one who speaks now, each once. */
  private othersIn(told: Told): (readonly Said[])[] {
    const current = (this.open ?? this.last)?.key
    const before = this.heard.filter((turn) => turn.told === told && turn.key !== current)
    return [...new Map(before.map(({ key, speakers }) => [key, speakers])).values()]
  }

  take(told: Told, stretch: Stretch): void {
    const isIn = this.open?.parts.at(-1)?.told === told
    if (stretch.kind === 'voice') {
      // "In response to Ms. Poe, Mr. Roe said" is an answer of its own, whoever spoke before.
      const turns = stretch.answers && replyTo.test(told.text.slice(stretch.range[0], stretch.range[0] + 240))
      const isSame =
        !turns && this.open?.key === keysOf(stretch.speakers) && (isIn || !(this.open.answered || stretch.answers))
      if (!isSame) {
        this.begin(told, stretch.speakers, this.answeredBy(told, stretch))
      }
      this.add(told, stretch.range, stretch.verbs)
    } else if (stretch.kind === 'pronoun' && this.contradicts(stretch.gender)) {
      if (stretch.orElse) this.take(told, { ...stretch, kind: 'voice', speakers: stretch.orElse, answers: false })
      else this.close()
    } else if (stretch.kind === 'pronoun' && opposesLast(told, stretch.verbs)) {
      // Nobody disagrees with what they say themselves: "he" is who spoke before, if that is one only.
      const [other, ...more] = this.othersIn(told)
      if (other && more.length === 0) this.take(told, { ...stretch, kind: 'voice', speakers: other, answers: true })
      else this.close()
    } else if (stretch.kind === 'pronoun' && replyTo.test(told.text.slice(stretch.range[0], stretch.range[0] + 240))) {
      const speakers = (this.open ?? this.last)?.speakers ?? stretch.orElse ?? null
      if (speakers) this.take(told, { ...stretch, kind: 'voice', speakers, answers: true })
      else this.close()
    } else if (stretch.kind === 'pronoun') {
      if (this.open === null && this.last) this.begin(told, this.last.speakers, null)
      this.add(told, stretch.range, stretch.verbs)
    } else if (stretch.kind === 'plain' && (isIn || told.goesOn)) this.add(told, stretch.range, [])
    else {
      this.close()
      if (stretch.kind === 'nobody') {
        passage(told, stretch, this.ground.source, this.spoken)
        if (stretch.passage?.kind === 'ANONYMOUS') {
          this.last = null
          this.isAfterNobody = true
          this.exchange = []
        }
      }
    }
  }
}

/**
 * Makes the remarks of a record in prose out of its paragraphs as they are told, in order. A turn runs on, over as many
 * paragraphs as it takes, until somebody else speaks, the record tells something itself, or a section ends; a pronoun goes on
 * with it.
 */
export const followTurns = (all: Iterable<Told>, ground: Ground, spoken: Spoken): void => {
  const turns = new Turns(ground, spoken)
  let section: number | null | undefined
  for (const told of all) {
    if (section !== undefined && section !== told.section) turns.startSection()
    section = told.section
    turns.forgetLast()
    if (told.cell) turns.startCell(told)
    for (const stretch of told.stretches) turns.take(told, stretch)
  }
  turns.close()
}
