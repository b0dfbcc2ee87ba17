import { twoTogether } from '../../reported-speech/openings.js'
import { pass, type Speech, type State } from './speech-state.js'

const isOfParties = /^(?:delegation|side|party|government)$/
const singular = (noun: string): string =>
  noun
    .toLowerCase()
    .replace(/^(.*)secretaries$/, '$1secretary')
    .replace(/parties$/, 'party')
    .replace(/men$/, 'man')
    .replace(/s$/, '')
    .replace(/^heads of .*/, 'head')
const isCalled = (title: string, noun: string): boolean => new RegExp(`\\b${noun}\\b`, 'i').test(title)

/** "The two Ministers agreed": the two who are called so and have spoken, or else nobody by name. */
export const takeTogether = (state: State, part: number, range: [number, number]): boolean => {
  const { context, titlesOf } = state.reading
  const two = twoTogether(context, range)
  if (!two) return false
  const noun = singular(two.noun)
  const isMeant = ({ voices: [voice], speakers: [key = ''] }: Speech): boolean => {
    if (voice?.kind === 'office')
      return voice.office.role === null ? isOfParties.test(noun) : isCalled(voice.office.role, noun)
    return /^(?:speaker|man|leader)$/.test(noun) || titlesOf(key).some((title) => isCalled(title, noun))
  }
  const meant = new Map(
    state.found.speeches
      .filter((speech) => speech.voices.length === 1 && speech.speakers.length === 1 && isMeant(speech))
      .map((speech) => [speech.speakers[0], speech]),
  )
  state.current = null
  if (meant.size !== 2) {
    pass(state, part, { kind: 'anonymous', start: range[0], verbs: [], wording: two.wording }, range)
    return true
  }
  state.found.speeches.push({
    speakers: [...meant.keys()].flatMap((key) => key ?? []),
    voices: [...meant.values()].flatMap(({ voices }) => voices),
    subjectEnd: two.verb.start,
    part,
    ranges: [range],
    verbs: [two.verb],
    answered: null,
  })
  state.current = state.found.speeches.at(-1) ?? null
  return true
}
