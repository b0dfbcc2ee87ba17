import { isNarration } from '../english/narration.js'
import type { VerbInText } from '../english/verb-group.js'
import { honorificGender } from '../names.js'
import type { Block, Range } from '../outline/outline.js'
import type { Roster } from '../people/roster.js'
import { type Subject, type VoiceContext, voiceContext } from './subjects.js'
import { clauseStarts, namedIn, type Voice, voiceAt } from './voices.js'

/** One unbroken turn in a paragraph. */
export interface Turn {
  readonly by: readonly string[]
  /** The role that speaks, where nobody is known to hold it. */
  readonly role: string | null
  readonly as: string | null
  readonly for: readonly string[]
  readonly ranges: Range[]
  readonly verbs: VerbInText[]
  /** What leads it in: "In reply to Mr Roe,". */
  readonly lead: string
  /** People whom it names as those it answers. */
  readonly answersTo: readonly string[]
  /** It begins with a pronoun: whoever spoke last goes on. */
  readonly isPronoun: boolean
}

/** What a paragraph says and leaves to nobody by name. */
export interface UnnamedPassage {
  readonly range: Range
  readonly kind: 'ANONYMOUS' | 'IMPERSONAL'
  readonly wording: string
}

export interface ParagraphTurns {
  readonly turns: readonly Turn[]
  readonly nobody: readonly UnnamedPassage[]
  /** The first sentence has a voice of its own. */
  readonly opens: boolean
}

/** Who spoke last before a paragraph, for "He" and "She" at its beginning. */
export interface LastSpeaker {
  readonly by: readonly string[]
  readonly role: string | null
}

export interface TurnOptions {
  /** Where the words begin: behind a heading that the paragraph runs in. */
  readonly from?: number | undefined
  readonly last?: LastSpeaker | null | undefined
  /** Sentences without a voice before the first are of whoever spoke last. */
  readonly carries?: boolean | undefined
}

/** Decisions and motions are nobody's words. */
const decided =
  /^(?:(?:it was )?(?:RESOLVED|AGREED|NOTED|DECIDED|CARRIED)\b|(?:the )?motion (?:was |is )?(?:carried|passed|failed|approved|lost|withdrawn|adopted)|(?:carried|approved|agreed|noted|passed)(?: unanimously)?\.|(?:ayes|noes|votes?|in favou?r|action|decision|conclusion|resolution)s?\s*[:–-]|on (?:a |the )?motion (?:of|by)\b|moved (?:by\b|:)|seconded\b|proposed (?:by\b|:))/i
const moves = /^(?:moved|seconded|proposed|moves|seconds)$/
const isMotion = ({ verbs }: Voice, text: string): boolean => {
  const [first] = verbs
  return (
    first !== undefined &&
    moves.test(first.word) &&
    (first.word !== 'proposed' ||
      /^\s+(?:and|the (?:motion|minutes|adoption|amendment|following)|,\s+seconded)/.test(
        text.slice(first.end, first.end + 40),
      )) &&
    !/^\s+that\b/.test(text.slice(first.end, first.end + 6))
  )
}

interface Piece {
  readonly range: Range
  readonly voice: Voice | null
  /** Somebody does something else than speak: who spoke before does not go on. */
  readonly interrupts: boolean
}

/** Cuts a sentence where another voice begins inside of it. */
const pieces = (context: VoiceContext, sentence: Range): Piece[] => {
  const found: { at: number; voice: Voice }[] = []
  for (const at of clauseStarts(context.text, sentence)) {
    const voice = voiceAt(context, at, sentence)
    if (voice === 'other') return [{ range: sentence, voice: null, interrupts: true }]
    if (voice && voice.start >= (found.at(-1)?.voice.end ?? sentence[0])) found.push({ at, voice })
  }
  const [first] = found
  if (!first) return [{ range: sentence, voice: null, interrupts: false }]
  const kept = found.filter(({ voice }, i) => i === 0 || isOfItsOwn(context, found[i - 1]?.voice ?? voice, voice))
  return kept.map(({ voice }, i) => {
    const start = i === 0 ? sentence[0] : voice.start
    const next = kept[i + 1]?.voice.start ?? sentence[1]
    return {
      range: [start, i + 1 < kept.length ? beforeJoin(context.text, start, next) : sentence[1]],
      voice,
      interrupts: false,
    }
  })
}

/** Where a clause ends before the words that join the next. */
const beforeJoin = (text: string, start: number, next: number): number =>
  start +
  text
    .slice(start, next)
    .replace(/[\s,;–—-]*(?:\b(?:and|but|while|whereas|whilst|although|to which)\b)?[\s,;–—-]*$/i, '').length

/** Whether a second voice of a sentence is another one's clause, and not reported by the first ("said that Mr Poe agreed"). */
const isOfItsOwn = ({ text }: VoiceContext, first: Voice, second: Voice): boolean => {
  if (second.subject.kind === 'pronoun') return false
  const between = text.slice(first.verbs.at(-1)?.end ?? first.end, second.start)
  if (first.subject.kind === 'impersonal' && second.subject.kind === 'impersonal') return true
  const joins =
    /(?:;\s*(?:and\s+|but\s+)?|,\s+(?:and|but|while|whereas|whilst|to which|although)\s+|\s+(?:while|whereas)\s+)$/i.test(
      between,
    )
  return joins && !(second.subject.kind === 'impersonal' && /\bthat\b/.test(between))
}

const isSame = (turn: Turn, subject: Subject): boolean =>
  (subject.kind === 'people' && subject.by.join() === turn.by.join()) ||
  (subject.kind === 'role' && turn.by.length === 0 && turn.role?.toLowerCase() === subject.as.toLowerCase())

const turnOf = (
  context: VoiceContext,
  { range, voice }: { readonly range: Range; readonly voice: Voice },
  last: LastSpeaker | null,
): Turn | null => {
  const { subject, lead, verbs } = voice
  const own = {
    ranges: [range],
    verbs: [...verbs],
    lead,
    answersTo: answersIn(context, range, voice),
    isPronoun: subject.kind === 'pronoun',
  }
  if (subject.kind === 'people') return { ...own, by: subject.by, role: subject.role, as: subject.as, for: subject.for }
  if (subject.kind === 'role') return { ...own, by: [], role: subject.as, as: subject.as, for: [] }
  if (subject.kind === 'pronoun' && last && fits(context.roster, subject, last))
    return { ...own, by: last.by, role: last.role, as: subject.as, for: [] }
  return null
}

const fits = (
  roster: Roster,
  { plural, gender }: Extract<Subject, { kind: 'pronoun' }>,
  { by }: LastSpeaker,
): boolean => {
  if (plural) return by.length > 1 || by.every((key) => roster.bodies.some(({ body }) => body === key))
  if (by.length > 1) return false
  const own = honorificGender(roster.persons.find(({ person }) => person === by[0])?.honorific ?? null)
  return gender === null || own === null || own === gender
}

const replying =
  /\b(?:repl(?:y|ied|ying)|respon(?:se|d|ded|ding)|answer(?:ed|ing)?|agree(?:d|ing|s)?|disagree(?:d|ing)?|concur(?:red|ring)?|support(?:ed|ing)?|echo(?:ed|ing)?|oppos(?:ed|ing)|reject(?:ed|ing)?|second(?:ed)?|asked by|to (?:a question|questions|a query)|following up|taking up)\b[^.;]{0,60}$/i

/** The people whom a turn says that it answers: named behind a verb of reply, or before the subject. */
const answersIn = (context: VoiceContext, [, to]: Range, { start, end, verbs, lead }: Voice): string[] => {
  const before =
    replying.test(lead) || /^(?:asked|in (?:reply|response|answer)|responding|replying|answering)\b/i.test(lead)
      ? namedIn(context, [start - lead.length - 2, start])
      : []
  const [first] = verbs
  const behind =
    first && ['ANSWER', 'AGREE', 'DISAGREE', 'ACKNOWLEDGE'].includes(first.verb.kind)
      ? namedIn(context, [first.end, Math.min(to, first.end + 70)]).filter(() =>
          /^\s+(?:to|with|by|on|from)?\s*(?:the )?\p{Lu}/u.test(context.text.slice(first.end, first.end + 12)),
        )
      : []
  return [...before, ...behind].filter((key) => !namedIn(context, [start, end]).includes(key))
}

/**
 * Reads who says what in a paragraph: sentence by sentence, a subject and a verb that reports open a turn, a pronoun or a sentence without a
 * voice goes on with it, words of nobody and decisions end it.
 */
export const turnsIn = (
  block: Pick<Block, 'flow' | 'sentences'>,
  roster: Roster,
  { from = 0, last = null, carries = false }: TurnOptions = {},
): ParagraphTurns => {
  const { text } = block.flow
  const context = voiceContext(text, roster)
  const turns: Turn[] = []
  const nobody: UnnamedPassage[] = []
  let open: Turn | null = null
  let opens = false
  const sentences = block.sentences.flatMap(({ range: [start, end] }): Range[] =>
    end <= from ? [] : [[Math.max(start, from), end]],
  )
  sentences.forEach((sentence, i) => {
    const words = text.slice(...sentence)
    if (decided.test(words)) {
      open = null
      return
    }
    for (const piece of pieces(context, sentence)) {
      const { voice, range } = piece
      if (piece.interrupts) {
        open = null
        continue
      }
      if (!voice) {
        if (open) extend(open, range, text)
        else if (carries && i === 0 && last && last.by.length > 0 && !isNarration(words)) {
          open = {
            by: last.by,
            role: last.role,
            as: null,
            for: [],
            ranges: [range],
            verbs: [],
            lead: '',
            answersTo: [],
            isPronoun: true,
          }
          turns.push(open)
        }
        continue
      }
      if (i === 0) opens = true
      const { subject } = voice
      if (subject.kind === 'anonymous' || subject.kind === 'impersonal') {
        nobody.push({
          range,
          kind: subject.kind === 'anonymous' ? 'ANONYMOUS' : 'IMPERSONAL',
          wording: subject.wording,
        })
        open = null
        continue
      }
      if (isMotion(voice, text)) {
        open = null
        continue
      }
      if (open && isSame(open, subject)) {
        extend(open, range, text)
        ;(open as Turn).verbs.push(...voice.verbs)
        continue
      }
      const before: LastSpeaker | null = turns.at(-1) ?? last
      const turn = turnOf(context, { range, voice }, open ?? before)
      if (turn && subject.kind === 'pronoun' && open) {
        extend(open, range, text)
        ;(open as Turn).verbs.push(...voice.verbs)
      } else if (turn) {
        open = turn
        turns.push(turn)
      } else open = null
    }
  })
  return { turns, nobody, opens }
}

const extend = (turn: Turn, [start, end]: Range, text: string): void => {
  const last = turn.ranges.at(-1)
  if (last && text.slice(last[1], start).trim() === '') turn.ranges[turn.ranges.length - 1] = [last[0], end]
  else turn.ranges.push([start, end])
}
