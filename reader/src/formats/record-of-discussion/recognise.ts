import { excerptOf } from '../../excerpt.js'
import { isOfTalks } from '../../front/of-talks.js'
import { emptyCast } from '../../identity/within-meeting.js'
import { opensSetOff } from '../../reported-speech/set-off.js'
import { voiceKeys } from '../../reported-speech/speakers.js'
import type { Range, Voice } from '../../reported-speech/voice.js'
import type { SourceText } from '../../source.js'
import { markedUp } from '../../turns/signs.js'
import type { Recognition } from '../format.js'
import { bodiesPresent } from './bodies-present.js'
import { type Part, partsOf } from './parts.js'
import type { Speech, Speeches } from './speech-state.js'
import { speechesOf } from './speeches.js'

/** What is counted to tell a record of discussion from other prose. */
interface Signs {
  readonly speeches: number
  readonly speakers: number
  /** Of the words, those that are reported of somebody. */
  readonly share: number
  /** Of the paragraphs, those in which somebody begins to speak. */
  readonly opened: number
  /** Of the speeches, those of bodies. */
  readonly ofParties: number
  /** Of the paragraphs, those with a number. */
  readonly numbered: number
  /** Of the paragraphs, those that open with a speaker set off as in an official summary record. */
  readonly setOff: number
  /** It calls itself a record of talks. */
  readonly isOfTalks: boolean
  /** Its list of those present is one of bodies. */
  readonly listsBodies: boolean
}

/** Those who speak for a body at a meeting, unlike the body itself, which a news report lets speak. */
const isDelegation = /\b(?:delegation|side|team|representatives?|delegates?|officials)$/i

/** So many paragraphs tell what a record is. */
const longestLook = 120

/** What of a document is looked at, and what is told of it before anybody is found who speaks. */
interface Look extends Pick<Signs, 'numbered' | 'setOff' | 'isOfTalks' | 'listsBodies'> {
  readonly source: SourceText
  readonly parts: readonly Part[]
  readonly paragraphs: readonly Part[]
  /** How many characters the paragraphs have. */
  readonly words: number
}

const lengthOf = (ranges: readonly Range[]): number => ranges.reduce((sum, [start, end]) => sum + end - start, 0)

const lookAt = (source: SourceText): Look => {
  const { all, body } = partsOf(source)
  const parts = all.slice(0, body + longestLook)
  const text = parts.findIndex(({ kind }) => kind === 'over-text')
  const paragraphs = parts
    .slice(body, text > body ? text : parts.length)
    .filter(({ kind, start, end }) => kind === 'paragraph' && end - start > 40)
  const shareOf = (some: readonly Part[]) => some.length / Math.max(1, paragraphs.length)
  return {
    source,
    parts,
    paragraphs,
    words: paragraphs.reduce((sum, { start, end }) => sum + end - start, 0),
    setOff: shareOf(paragraphs.filter(({ pieces }) => opensSetOff(source.text.slice(...(pieces[0] ?? [0, 0])).trim()))),
    isOfTalks: isOfTalks(source),
    listsBodies: bodiesPresent(source).length > 0,
    numbered: shareOf(paragraphs.filter(({ number }) => number !== null)),
  }
}

/** What is said, and how often somebody begins: in the parts that were read, or also in those that are left, were all of it said. */
const saidIn = (
  { paragraphs, words }: Look,
  speeches: readonly Speech[],
  left: readonly Part[],
): Pick<Signs, 'share' | 'opened'> => ({
  share: Math.min(
    1,
    (lengthOf(speeches.flatMap(({ ranges }) => ranges)) + lengthOf(left.map(({ start, end }) => [start, end]))) /
      Math.max(1, words),
  ),
  opened: (new Set(speeches.map(({ part }) => part)).size + left.length) / Math.max(1, paragraphs.length),
})

const follow = (
  { source, parts, listsBodies: ofBodies }: Look,
  goesOn?: (part: number, found: Speeches) => boolean,
): Speeches => {
  const { prose, context } = partsOf(source)
  const cast = emptyCast()
  const keysOf = (voice: Voice) => voiceKeys(cast, voice)
  return speechesOf({ prose, parts, context, language: 'en', keysOf, ofBodies, titlesOf: () => [] }, goesOn)
}

/** What stands before the body is read as front matter, whatever it looks like. */
const ofBody = ({ source }: Look, { speeches }: Speeches): readonly Speech[] => {
  const { body } = partsOf(source)
  return speeches.filter(({ part }) => part >= body)
}

const signsOf = (look: Look, found: Speeches): Signs => {
  const speeches = ofBody(look, found)
  return {
    ...look,
    ...saidIn(look, speeches, []),
    speeches: speeches.length,
    speakers: new Set(speeches.flatMap(({ speakers }) => speakers)).size,
    ofParties: look.listsBodies
      ? 0
      : speeches.filter(
          ({ voices: [voice] }) =>
            voice?.kind === 'office' && voice.office.role === null && !isDelegation.test(voice.office.printed),
        ).length / Math.max(1, speeches.length),
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
const rounded = (confidence: number): number => Math.round(confidence * 100) / 100

/** Other kinds of records report speech as well, so that no share of it makes this format surer. */
export const mostSure = 0.9

/** Of nobody, or of one alone, is no discussion. */
const ofFew = 0.3

const sureness = ({
  share,
  opened,
  ofParties,
  numbered,
  setOff,
  isOfTalks: areTalks,
  listsBodies,
}: Omit<Signs, 'speeches' | 'speakers'>): number => {
  const base = mostSure * Math.min(1, share / (listsBodies ? 0.6 : 0.75)) * Math.min(1, opened / 0.25)
  return base * (1 - 0.6 * ofParties) * (numbered > 0.35 && setOff < 0.25 && !areTalks ? 0.6 : 1)
}

const confidenceOf = (signs: Signs): number =>
  rounded(signs.speeches < 3 || signs.speakers < 2 ? Math.min(ofFew, signs.share * ofFew) : sureness(signs))

/** Whether it can be as sure as this, were all that is left after so many parts said by somebody. */
const mayReach = (look: Look, confidence: number, read: number, found: Speeches): boolean => {
  const left = look.parts.slice(read).filter(({ kind }) => kind === 'paragraph')
  const most = sureness({ ...look, ...saidIn(look, ofBody(look, found), left), ofParties: 0 })
  return Math.max(ofFew, rounded(most)) >= confidence
}

const recognitionOf = (signs: Signs): Recognition => {
  const { speeches, speakers, share, opened, ofParties, numbered } = signs
  return {
    confidence: confidenceOf(signs),
    reasons: [
      `${speeches} speeches are opened by a name or an office and a verb that reports`,
      ...(speeches > 0
        ? [
            `${speakers} different speakers`,
            `${percent(share)} of the words are theirs`,
            `${percent(opened)} of the paragraphs begin a speech`,
          ]
        : []),
      ...(ofParties > 0 ? [`${percent(ofParties)} of the speeches are those of bodies`] : []),
      ...(numbered > 0.5 ? [`${percent(numbered)} of the paragraphs are numbered`] : []),
    ],
  }
}

const ofMarkup: Recognition = { confidence: 0, reasons: ['it is marked up as XML or HTML'] }

/** How sure it is that a document is a record of discussion: most of its sentences are reported of somebody whom the prose names. */
export const recogniseRecordOfDiscussion = (whole: SourceText): Recognition => {
  const source = excerptOf(whole)
  if (markedUp(source)) return ofMarkup
  const look = lookAt(source)
  return recognitionOf(signsOf(look, follow(look)))
}

/** It looks every so many parts whether a document can still be one. */
const partsAtOnce = 4

/** How sure it is, unless it is less than this: then null. */
export const recogniseRecordOfDiscussionFrom = (whole: SourceText, confidence: number): Recognition | null => {
  const source = excerptOf(whole)
  if (markedUp(source)) return ofMarkup
  const look = lookAt(source)
  if (!mayReach(look, confidence, 0, { speeches: [], passages: [] })) return null
  let isLeft = false
  const found = follow(look, (part, before) => {
    isLeft = part % partsAtOnce === 0 && !mayReach(look, confidence, part, before)
    return !isLeft
  })
  return isLeft ? null : recognitionOf(signsOf(look, found))
}
