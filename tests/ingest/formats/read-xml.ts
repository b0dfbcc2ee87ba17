import { readXml } from '@rapporteur/reader/files/xml'
import { readRecord } from '@rapporteur/reader/read'
import { MeetingRecord } from '@rapporteur/reader/record'
import { splitLines } from '@rapporteur/reader/text/lines'

/** Reads XML as an ingest would, in this thread, and holds what every record promises. */
export function readXmlRecord(xml: string, language?: string) {
  const reading = readXml(new TextEncoder().encode(xml), 'record.xml')
  const source = { ...reading, fileName: 'record.xml', mediaType: 'application/xml', lines: splitLines(reading.text) }
  const read = readRecord(source, { language })
  MeetingRecord.parse(read.record)
  for (const { text, pieces } of [...read.record.paragraphs, ...read.record.utterances]) {
    const joined = pieces.map(([start, end]) => reading.text.slice(start, end)).join(' ')
    if (joined !== text) throw new Error(`“${text}” is not the pieces “${joined}”.`)
  }
  return { ...read, text: reading.text }
}

export type ReadXml = ReturnType<typeof readXmlRecord>

/** Each remark as who speaks, by key, party or role, and the words. */
export const said = ({ record }: ReadXml): [who: string, words: string][] =>
  record.remarks.map(({ speaker, party, speakerRole, utterance }) => [
    speaker ?? party ?? speakerRole ?? 'nobody',
    record.utterances[utterance - 1]?.text ?? '',
  ])

export const codes = ({ findings }: ReadXml): string[] => findings.map(({ code }) => code)
