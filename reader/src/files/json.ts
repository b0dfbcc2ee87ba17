import type { Reading } from './reading.js'
import { readText } from './text.js'
import { TextWriter } from './text-writer.js'
import { type Transcript, transcriptIn } from './transcript.js'
import { readerVersions } from './versions.js'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One value, or one on each line. */
const jsonIn = (text: string): unknown => {
  const whole = parsed(text)
  if (whole !== undefined) return whole
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const values = lines.map(parsed)
  return values.length > 1 && !values.includes(undefined) ? values : undefined
}

const write = ({ title, date, turns }: Transcript): ReturnType<TextWriter['finish']> => {
  const writer = new TextWriter()
  if (title !== null) writer.within({ kind: 'heading', level: 1 }, () => writer.write(title))
  writer.end(2)
  if (date !== null) writer.within({ kind: 'paragraph' }, () => writer.write(date))
  for (const { speaker, text, from, to } of turns) {
    writer.end(2)
    writer.within({ kind: 'cue', from, to }, () => {
      if (speaker !== null) {
        writer.within({ kind: 'speaker' }, () => writer.write(speaker))
        writer.within({ kind: 'markup' }, () => writer.write(':'))
        writer.write(' ')
      }
      writer.write(text)
    })
  }
  return writer.finish()
}

/**
 * What a transcript in JSON says: who speaks, and the words, a turn to a paragraph ("Ada Roe: Good morning."), each a `cue` with
 * its times. The text is made, as a Word document's is, for JSON cuts words into pieces, escapes letters and names speakers by
 * numbers that stand for names elsewhere in the file. JSON that is no transcript is left as it is.
 *
 * @throws UnreadableDocumentError as for plain text
 */
export const readJson = (bytes: Uint8Array, fileName: string): Reading => {
  const { encoding, text } = readText(bytes, fileName)
  const transcript = transcriptIn(jsonIn(text))
  const made = transcript === null ? { text, layout: [] } : write(transcript)
  return { reader: readerVersions.json, encoding, ...made }
}
