import type { MeetingRecord } from '../../record.js'
import { timesIn } from '../../text/times.js'

type Meeting = Omit<MeetingRecord['meeting'], 'language'>

const opened =
  /\b(?:meeting|committee|council|board|session|conference)\b[^.]{0,60}?\b(?:convened|opened|commenced|began|started|met|assembled)\b|\bcalled\s+(?:the\s+)?(?:\p{L}+\s+){0,2}(?:meeting|session|hearing)\s+to\s+order\b|\bcalled\s+to\s+order\b|\b(?:opened|convened|commenced|started)\s+the\s+(?:\p{L}+\s+)?(?:meeting|session)\b/iu
const closed =
  /\b(?:meeting|committee|council|board|session|conference)\b[^.]{0,60}?\b(?:adjourned|closed|ended|concluded|terminated|rose|finished)\b|\b(?:adjourned|closed|ended|concluded)\s+(?:the\s+)?(?:\p{L}+\s+)?(?:meeting|session|at)\b/iu

const sentences = (text: string): string[] => text.split(/(?<=\.)\s+(?=\p{Lu})/u)

const timeOf = (sentence: string | undefined): string | null =>
  sentence === undefined ? null : (timesIn(sentence.slice(0, 300))?.startTime ?? null)

/** The times of a meeting as its sentences tell them: the first that opens it, the last that closes it. */
export const withTimes = (
  meeting: Meeting,
  front: string,
  paragraphs: readonly { readonly text: string }[],
): Meeting => {
  const texts = paragraphs.map(({ text }) => text)
  const first = [front, ...texts.slice(0, 3)].flatMap(sentences).find((sentence) => opened.test(sentence))
  const last = texts
    .slice(-4)
    .flatMap(sentences)
    .findLast((sentence) => closed.test(sentence))
  return {
    ...meeting,
    startTime: meeting.startTime ?? timeOf(first),
    endTime: meeting.endTime ?? timeOf(last),
  }
}
