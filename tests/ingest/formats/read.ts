import { readMarkdown } from '@rapporteur/reader/files/markdown'
import { type ReadRecord, readRecord } from '@rapporteur/reader/read'
import { MeetingRecord } from '@rapporteur/reader/record'
import type { SourceText } from '@rapporteur/reader/source'
import { splitLines } from '@rapporteur/reader/text/lines'

/** A text as the readers give it: Markdown with its layout, or plain. */
export const sourceOf = (text: string, fileName = 'record.md'): SourceText => {
  const isMarkdown = fileName.endsWith('.md')
  const layout = isMarkdown && text.trim() !== '' ? readMarkdown(new TextEncoder().encode(text), fileName).layout : []
  const mediaType = isMarkdown ? 'text/markdown' : 'text/plain'
  return { fileName, mediaType, reader: 'test', encoding: 'utf-8', text, lines: splitLines(text), layout }
}

/** Reads a text, and holds that it is a record whose texts are its pieces and whose speakers are what they are said to be. */
export const readText = (text: string, fileName?: string, format?: string): ReadRecord => {
  const read = readRecord(sourceOf(text, fileName), { language: 'en', format })
  const record = MeetingRecord.parse(read.record)
  const joined = (pieces: [number, number][]) => pieces.map(([start, end]) => text.slice(start, end)).join(' ')
  for (const { text: words, pieces } of [...record.paragraphs, ...record.utterances]) {
    if (words !== joined(pieces)) throw new Error(`“${words}” is not what its pieces hold`)
  }
  for (const { kind, scope, attribution, speaker, party, speakerRole } of record.remarks) {
    const isSaid = {
      NAMED: speaker !== null && party === null,
      PARTY: speaker === null && party !== null,
      ROLE: speakerRole !== null,
      ANONYMOUS: speaker === null && party === null,
    }[attribution]
    if (!isSaid || (kind === 'STATEMENT') !== (scope !== null)) throw new Error(`A remark is no ${attribution}`)
  }
  return read
}
