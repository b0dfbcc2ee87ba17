import type { Attendee } from '../attendees/attendee.js'
import type { SourceText } from '../source.js'
import { attendeeOf, entryOf, modeIn } from '../turns/present-entry.js'
import type { PresentList } from './lists.js'

const lead = /\broll[- ]call(?:\s+was\s+taken)?\s*[:.]\s+(?=\p{Lu})/iu
const answered = /^([^;]{4,100}?),\s+((?:present|here|absent|excused|not present)\b[^;]{0,60}?)[.\s]*$/iu
/** Where the last entry of a roll call ends and a sentence goes on. */
const sentence = /(?<=\b(?:present|here|absent|excused)|\))\.\s/i

const longest = 4000

/** Who answered at a place of a text, in the words "Ada Roe (Chair), present". */
const answering = (printed: string, at: number): Attendee | null => {
  const [, words = '', state = ''] = answered.exec(printed) ?? []
  const entry = words === '' ? null : entryOf(words)
  if (!entry) return null
  const mode = modeIn(state) ?? 'PRESENT'
  return attendeeOf({ ...entry, mode }, mode, [[at, at + words.length]])
}

/** The roll as a sentence of the minutes calls it: "Roll call: Ada Roe, present; Bo Poe, absent; Cy Lee, present by phone." */
export const rollCalls = ({ lines }: SourceText): PresentList[] =>
  lines.flatMap(({ start, text: line }) => {
    const text = line.slice(0, longest)
    const match = /roll/iu.test(text) ? lead.exec(text) : null
    if (!match) return []
    const from = match.index + match[0].length
    const stop = sentence.exec(text.slice(from))
    const end = stop ? from + stop.index + 1 : text.length
    let at = from
    const found = text
      .slice(from, end)
      .split(';')
      .map((printed) => {
        const begins = start + at + (printed.length - printed.trimStart().length)
        at += printed.length + 1
        return answering(printed.trim(), begins)
      })
    const attendees = found.filter((one) => one !== null)
    if (attendees.length < 3 || attendees.length < found.length) return []
    return [
      {
        attendees,
        furniture: [[start + match.index, start + end]],
        noise: [],
        start: start + match.index,
        end: start + end,
        isTable: false,
      },
    ]
  })
