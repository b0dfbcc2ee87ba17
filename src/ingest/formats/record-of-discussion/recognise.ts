import { excerptOf } from '../../excerpt.js'
import { isOfTalks } from '../../front/of-talks.js'
import { emptyCast } from '../../identity/within-meeting.js'
import { opensSetOff } from '../../reported-speech/set-off.js'
import { voiceKeys } from '../../reported-speech/speakers.js'
import type { SourceText } from '../../source.js'
import { markedUp } from '../../turns/signs.js'
import type { Recognition } from '../format.js'
import { bodiesPresent } from './bodies-present.js'
import { partsOf } from './parts.js'
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
}

/** Those who speak for a body at a meeting, unlike the body itself, which a news report lets speak. */
const isDelegation = /\b(?:delegation|side|team|representatives?|delegates?|officials)$/i

/** So many paragraphs tell what a record is. */
const longestLook = 120

const signsOf = (source: SourceText): Signs => {
  const { prose, all, body, context } = partsOf(source)
  const parts = all.slice(0, body + longestLook)
  const cast = emptyCast()
  const found = speechesOf({
    prose,
    parts,
    context,
    language: 'en',
    keysOf: (voice) => voiceKeys(cast, voice),
    titlesOf: () => [],
  })
  // What stands before the body is read as front matter, whatever it looks like.
  const speeches = found.speeches.filter(({ part }) => part >= body)
  const text = parts.findIndex(({ kind }) => kind === 'over-text')
  const paragraphs = parts
    .slice(body, text > body ? text : parts.length)
    .filter(({ kind, start, end }) => kind === 'paragraph' && end - start > 40)
  const words = paragraphs.reduce((sum, { start, end }) => sum + end - start, 0)
  const said = speeches.flatMap(({ ranges }) => ranges).reduce((sum, [start, end]) => sum + end - start, 0)
  const begun = new Set(speeches.map(({ part }) => part))
  return {
    speeches: speeches.length,
    speakers: new Set(speeches.flatMap(({ speakers }) => speakers)).size,
    share: Math.min(1, said / Math.max(1, words)),
    opened: begun.size / Math.max(1, paragraphs.length),
    ofParties:
      bodiesPresent(source.text).length > 0
        ? 0
        : speeches.filter(
            ({ voices: [voice] }) =>
              voice?.kind === 'office' && voice.office.role === null && !isDelegation.test(voice.office.printed),
          ).length / Math.max(1, speeches.length),
    setOff:
      paragraphs.filter(({ pieces }) => opensSetOff(source.text.slice(...(pieces[0] ?? [0, 0])).trim())).length /
      Math.max(1, paragraphs.length),
    isOfTalks: isOfTalks(source),
    numbered: paragraphs.filter(({ number }) => number !== null).length / Math.max(1, paragraphs.length),
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Other kinds of records report speech as well, so that no share of it makes this format surer. */
export const mostSure = 0.9

const confidenceOf = ({
  speeches,
  speakers,
  share,
  opened,
  ofParties,
  numbered,
  setOff,
  isOfTalks: areTalks,
}: Signs): number => {
  if (speeches < 3 || speakers < 2) return Math.min(0.3, share * 0.3)
  const base = mostSure * Math.min(1, share / 0.75) * Math.min(1, opened / 0.25)
  return base * (1 - 0.6 * ofParties) * (numbered > 0.35 && setOff < 0.25 && !areTalks ? 0.6 : 1)
}

/** How sure it is that a document is a record of discussion: most of its sentences are reported of somebody whom the prose names. */
export const recogniseRecordOfDiscussion = (whole: SourceText): Recognition => {
  const source = excerptOf(whole)
  if (markedUp(source)) return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  const signs = signsOf(source)
  const { speeches, speakers, share, opened, ofParties, numbered } = signs
  return {
    confidence: Math.round(confidenceOf(signs) * 100) / 100,
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
