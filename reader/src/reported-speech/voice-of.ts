import { anonymousSubject, definiteParticipant } from '../english/anonymous.js'
import { pastForms } from '../english/reporting-verbs.js'
import { verbAfter, verbsJoined } from '../english/verb-group.js'
import { wordAt } from '../english/words.js'
import type { NameInText } from '../identity/names-in-text.js'
import { jointNames } from './joint-names.js'
import { officeAt, officeVoice } from './office-voice.js'
import { impersonalVoice, passiveByAnonymous, passiveByNamed } from './passive-voice.js'
import { familyNameVoice, peopleVoice } from './people-voice.js'
import { subjectPositions, subjectStart } from './subject-positions.js'
import { accordingTo, viewOf, viewOfNamed, viewStated } from './view-of.js'
import type { Voice, VoiceContext } from './voice.js'

const pronoun = /(?:he|she|they|it|(?:both|the latter|the former|the speaker|the two))(?=\s)/iuy

const pronouns = (context: VoiceContext, at: number, limit: number): Voice | null => {
  pronoun.lastIndex = at
  const found = pronoun.exec(context.text)
  const verb = found ? verbAfter(context.text, at + found[0].length) : null
  return verb && verb.end <= limit
    ? { kind: 'pronoun', start: at, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
    : null
}

const theParticipant = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const found = definiteParticipant.exec(context.text.slice(at, at + 30))
  const verb = found?.index === 0 ? verbAfter(context.text, at + found[0].length) : null
  return verb && verb.end <= limit
    ? { kind: 'participant', start: at, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
    : null
}

const anonymous = (context: VoiceContext, at: number): Voice | null => {
  const found = anonymousSubject(context.text, at)
  return found ? { kind: 'anonymous', start: at, wording: [found.start, found.end], verbs: [] } : null
}

const including =
  /(?:several|some|many|most|a number of|various|two|three|others?)\b[^.,;:()]{0,60}?,?\s+(?:including|among them|notably|in particular|led by)\s+(?=\p{Lu})/iuy

/** "Several participants, including Ms. Roe (Mill Trust) and Mr. Poe, asked": those of them who are named. */
const namedAmong = (context: VoiceContext, at: number, limit: number): Voice | null => {
  including.lastIndex = at
  if (!including.test(context.text)) return null
  const first = context.names.get(including.lastIndex)
  if (!first) return null
  const names = jointNames(context, first)
  const { end } = names.at(-1) ?? first
  const close = /^(?:\s*\([^()]{1,120}\))?,?(?=\s)/.exec(context.text.slice(end, end + 124))?.[0].length ?? 0
  const verb = verbAfter(context.text, end + close, pastForms)
  return verb && verb.end <= limit
    ? { kind: 'people', start: at, names, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
    : null
}

const saidBy =
  /,["”’]?\s+(?:said|noted|remarked|observed|added|replied|stated|argued|explained|suggested|commented|asked|answered|acknowledged)\s+(?=\p{Lu}|the\s)/u

/** What ends a clause behind who said it: "noted the Treasurer's absence" is no remark of the Treasurer's. */
const closes = /^\s*(?:[.,;:!?"”]|$)/

/** A name, or a family or given name by itself, that begins at an offset. */
const nameAt = (context: VoiceContext, at: number): NameInText | undefined => {
  const found = context.names.get(at)
  const alone = found ? undefined : /^\p{Lu}[\p{L}'’-]+/u.exec(context.text.slice(at, at + 40))?.[0]
  return found ?? (alone === undefined ? undefined : (context.familyName(at, at + alone.length) ?? undefined))
}

/** "…, said Mr. Poe." */
const inverted = (context: VoiceContext, start: number, end: number): Voice | null => {
  const from = Math.max(start, end - 120)
  const match = saidBy.exec(context.text.slice(from, end))
  const after = from + (match ? match.index + match[0].length : 0)
  const name = match ? nameAt(context, after) : undefined
  const verb = match ? verbAfter(context.text, from + match.index + match[0].search(/\s/)) : null
  if (name && verb && !/^['’]/.test(context.text[name.end] ?? ''))
    return { kind: 'people', start, names: [name], verbs: [verb] }
  const role = match && verb ? officeAt(context, after) : null
  if (role && verb && closes.test(context.text.slice(role.end, end)))
    return { kind: 'office', start, office: role.office, verbs: [verb] }
  // "“…,” Ms. Roe replied."
  const lead = /,["”’]\s+(?=\p{Lu})/u.exec(context.text.slice(start, end))
  const speaker = lead ? nameAt(context, start + lead.index + lead[0].length) : undefined
  const byOffice = /,["”’]\s+(?=the\s)/.exec(context.text.slice(start, end))
  const at = byOffice ? start + byOffice.index + byOffice[0].length : -1
  const office = byOffice ? officeAt(context, at) : null
  const said = office ? verbAfter(context.text, office.end) : null
  if (office && said && said.end <= end) return { kind: 'office', start, office: office.office, verbs: [said] }
  const saying = speaker ? verbAfter(context.text, speaker.end) : null
  return speaker && saying && saying.end <= end ? { kind: 'people', start, names: [speaker], verbs: [saying] } : null
}

const pronounWords = new Set(['he', 'she', 'they', 'it', 'both', 'the'])
const accordingWords = new Set(['according', 'in', 'for'])

/** What only some first words open: a pronoun, "the participant", "according to", "it was the view of". */
const byFirstWord = (context: VoiceContext, at: number, end: number, mayBePronoun: boolean): Voice | null => {
  const first = wordAt(context.text, at)
  const word = first?.start === at ? first.lowered : ''
  return (
    (mayBePronoun && pronounWords.has(word) ? pronouns(context, at, end) : null) ??
    (word === 'the' ? theParticipant(context, at, end) : null) ??
    anonymous(context, at) ??
    (accordingWords.has(word) ? accordingTo(context, at) : null) ??
    (word === 'in' ? viewOfNamed(context, at) : null) ??
    (word === 'it' ? viewOf(context, at) : null) ??
    (word === 'the' ? viewStated(context, at) : null)
  )
}

/** Whose words the clause `[start, end)` reports; null for a plain sentence. */
export const voiceOf = (context: VoiceContext, start: number, end: number, isFirst = true): Voice | null => {
  const positions = isFirst ? subjectPositions(context.text, start, end) : [subjectStart(context.text, start)]
  for (const [i, at] of positions.entries()) {
    const found =
      peopleVoice(context, at, end) ??
      officeVoice(context, at, end) ??
      (i === 0 ? namedAmong(context, at, end) : null) ??
      byFirstWord(context, at, end, i < 2 || !isFirst) ??
      familyNameVoice(context, at, end) ??
      impersonalVoice(context, at, end, i > 0 || !isFirst) ??
      (i === 0 && isFirst ? (passiveByAnonymous(context, at, end) ?? passiveByNamed(context, at, end)) : null)
    // "She would put it to the Board, said the Clerk."
    if (found?.kind === 'pronoun' && isFirst) return inverted(context, start, end) ?? found
    if (found) return found
  }
  return isFirst ? inverted(context, start, end) : null
}
