import { isCaptions } from './captions.js'
import type { GivenFile } from './reading.js'
import { UnreadableDocumentError } from './text.js'

export type ReaderName = 'text' | 'json' | 'captions' | 'markdown' | 'html' | 'xml' | 'docx' | 'pdf'

interface ReaderChoice {
  readonly reader: ReaderName
  readonly mediaType: string
  /** Why, in the order in which it counted; one clause each. */
  readonly reasons: readonly string[]
}

const mediaTypes: Readonly<Record<ReaderName, string>> = {
  text: 'text/plain',
  json: 'application/json',
  captions: 'text/vtt',
  markdown: 'text/markdown',
  html: 'text/html',
  xml: 'application/xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

const byExtension: Readonly<Record<string, ReaderName>> = {
  txt: 'text',
  text: 'text',
  log: 'text',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  vtt: 'captions',
  srt: 'captions',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xml: 'xml',
  akn: 'xml',
  tei: 'xml',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
}

const byMediaType = (mediaType: string): ReaderName | undefined => {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/xhtml+xml') return 'html'
  if (type === 'text/xml' || type.endsWith('+xml')) return 'xml'
  if (type.endsWith('+json')) return 'json'
  if (type === 'text/x-markdown') return 'markdown'
  if (type.endsWith('/x-subrip')) return 'captions'
  return (Object.keys(mediaTypes) as ReaderName[]).find((reader) => mediaTypes[reader] === type)
}

/** A character for each byte. (TextDecoder's `latin1` is Windows-1252.) */
const asText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const extensionOf = (fileName: string): string => /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''

const beginsWith = (...beginnings: string[]) => new RegExp(`^(?:${beginnings.join('|')})`)

/** Files that begin with one of these hold no text that is read here; the sentence says what to do. */
const foreign: readonly (readonly [beginning: RegExp, sentence: string])[] = [
  [
    beginsWith('\x89PNG', '\xff\xd8\xff', 'GIF8', 'II\\*\0', 'MM\0\\*', 'RIFF[^]{4}WEBP'),
    'is a picture. Run text recognition (OCR) on it and send the text',
  ],
  [beginsWith('\\{\\\\rtf'), 'is a Rich Text document. Save it as .docx'],
  [
    beginsWith('\x1f\x8b', 'BZh', '7z\xbc\xaf', 'Rar!', '\xfd7zXZ'),
    'is a packed archive. Unpack it and send the files in it',
  ],
  [beginsWith('%!PS'), 'is a PostScript file. Convert it to PDF'],
]

const oldOffice = beginsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')

/**
 * Which reader a file is for. What the bytes say counts first, then the name, then the declared media type; a text that none
 * of them tells anything about is plain text.
 *
 * @throws UnreadableDocumentError for a kind of file that is not read, with what to do
 */
export const chooseReader = ({ bytes, fileName, mediaType }: GivenFile): ReaderChoice => {
  const head = asText(bytes.subarray(0, 1024))
  refuseForeign(bytes, head, fileName)
  const extension = extensionOf(fileName)
  const named = byExtension[extension]
  const declared = mediaType === undefined ? undefined : byMediaType(mediaType)
  const told: [ReaderName | undefined, string][] = [
    [/%PDF-\d/.test(head) ? 'pdf' : undefined, 'it begins with %PDF-'],
    [
      head.startsWith('PK\x03\x04') ? wordDocument(bytes, fileName) : undefined,
      'it is an archive like those of Word documents',
    ],
    [named === 'markdown' || named === 'json' ? undefined : markupOf(bytes), 'it begins with markup'],
    [named === undefined || named === 'markdown' ? pageOf(bytes) : undefined, 'it is written in tags of HTML'],
    [named === undefined || named === 'text' ? taggedOf(bytes) : undefined, 'it is written in tags'],
    [isCaptions(textStart(bytes)) ? 'captions' : undefined, 'it begins with a caption'],
    [named, `its name ends in .${extension}`],
    [declared, `its media type is ${mediaType}`],
    ['text', 'nothing says otherwise'],
  ]
  const reasons = told.filter(([reader]) => reader !== undefined)
  const reader = reasons[0]?.[0] ?? 'text'
  return {
    reader,
    mediaType: mediaTypes[reader],
    reasons: reasons
      .filter(([other]) => other === reader)
      .map(([, reason]) => reason)
      .slice(0, reader === 'text' ? 1 : 3),
  }
}

const refuseForeign = (bytes: Uint8Array, head: string, fileName: string): void => {
  const refuse = (sentence: string): never => {
    throw new UnreadableDocumentError(`${fileName} ${sentence}.`, fileName)
  }
  if (oldOffice.test(head)) {
    // An encrypted .docx is stored in the older container.
    const encrypted = asText(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')
    refuse(
      encrypted
        ? 'is protected by a password. Save it without one'
        : 'is in the format of Word before 2007. Save it as .docx',
    )
  }
  const sentence = foreign.find(([magic]) => magic.test(head))?.[1]
  if (sentence) refuse(sentence)
}

/** What is not known to be another kind of archive is given to the reader of Word documents, which says what is damaged. */
const wordDocument = (bytes: Uint8Array, fileName: string): ReaderName => {
  const names = asText(bytes)
  if (names.includes('word/document')) return 'docx'
  const other = otherArchives.find(([name]) => names.includes(name))?.[1]
  if (other === undefined && (names.includes('[Content_Types].xml') || extensionOf(fileName).startsWith('doc')))
    return 'docx'
  throw new UnreadableDocumentError(
    `${fileName} is ${other ?? 'an archive. Unpack it and send the files in it'}.`,
    fileName,
  )
}

const otherArchives: readonly (readonly [name: string, sentence: string])[] = [
  ['xl/workbook', 'a spreadsheet. Save its tables in a .docx or .html file'],
  ['ppt/presentation', 'a presentation. Save its text as .docx'],
  ['opendocument', 'an OpenDocument file. Save it as .docx'],
  ['application/epub', 'an e-book. Save its text as .docx or .html'],
]

/** The first words, in one byte or two to a character, without a byte order mark. */
const textStart = (bytes: Uint8Array): string =>
  asText(bytes.subarray(0, 2048))
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '')

const blockTag = /<(?:p|h[1-6]|li|dt|dd|tr|td|div)\b[^<>]*>/gi
const markdownMark = /^(?:#{1,6} |[-*+] |\d{1,3}[.)] |> )/gm
/** So many tags make a page, where a page has hardly a mark of Markdown. */
const leastTags = 8

/** A page without its head, or one that is named as Markdown: its blocks are elements of HTML. */
const pageOf = (bytes: Uint8Array): ReaderName | undefined => {
  const text = asText(bytes.subarray(0, 64_000)).replaceAll('\0', '')
  const tags = text.match(blockTag)?.length ?? 0
  return tags >= leastTags && tags > 4 * (text.match(markdownMark)?.length ?? 0) ? 'html' : undefined
}

/** A text that is cut by tags of its own, as those of collections are: it begins with one that ends again and again. */
const taggedOf = (bytes: Uint8Array): ReaderName | undefined => {
  const tag = /^<(\p{L}[\w.-]{2,30})>/u.exec(textStart(bytes))?.[1]
  const ends = tag ? asText(bytes.subarray(0, 64_000)).replaceAll('\0', '').split(`</${tag}>`).length - 1 : 0
  return ends >= leastTags ? 'html' : undefined
}

/** HTML or XML by its first words. */
const markupOf = (bytes: Uint8Array): ReaderName | undefined => {
  const start = textStart(bytes)
  if (/^(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b/is.test(start)) return 'html'
  return /^<\?xml\s|^<(?:\w+:)?(?:akomaNtoso|TEI|teiCorpus)\b/.test(start) ? 'xml' : undefined
}
