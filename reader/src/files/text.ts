import type { SourceText } from '../source.js'
import { splitLines } from '../text/lines.js'
import { readerVersions } from './versions.js'

/** The bytes hold no text that can be read; the message says what is wrong, where, and what to do. */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError'
  constructor(
    message: string,
    readonly fileName: string,
    /** Where in the bytes it was seen, if it was at one place. */
    readonly offset: number | null = null,
  ) {
    super(message)
  }
}

interface Decoded {
  encoding: string
  text: string
}

const decode = (encoding: string, bytes: Uint8Array): Decoded | null => {
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return null
  }
}

/** What Windows-1252 has at 0x80 to 0x9f. Node 20 decodes these bytes as ISO 8859-1 does: to control characters. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const decodeWestern = (bytes: Uint8Array): Decoded | null => {
  const decoded = decode('windows-1252', bytes)
  return (
    decoded && {
      ...decoded,
      text: decoded.text.replace(/[\x80-\x9f]/g, (byte) => windows1252[byte.charCodeAt(0) - 0x80] ?? byte),
    }
  )
}

const byteOrderMark = (bytes: Uint8Array): string | null => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a byte order mark: in text of the Latin script nearly every other byte is zero. */
const zeroBytes = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be'
  return null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted here
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/g

const isBinary = (text: string): { offset: number } | null => {
  let count = 0
  let first = -1
  for (const match of text.matchAll(controls)) {
    if (match[0] === '\0') return { offset: match.index }
    if (first < 0) first = match.index
    count++
  }
  return count > 0 && count > text.length * 0.02 ? { offset: first } : null
}

export const decodeBytes = (bytes: Uint8Array, fileName: string): Decoded => {
  const marked = byteOrderMark(bytes)
  const unicode = decode(marked ?? zeroBytes(bytes) ?? 'utf-8', bytes)
  if (unicode) return unicode
  if (marked) {
    throw new UnreadableDocumentError(
      `${fileName} begins like ${marked.toUpperCase()} but is not valid ${marked.toUpperCase()}. Save it again as UTF-8 text.`,
      fileName,
    )
  }
  const western = decodeWestern(bytes)
  if (western) return western
  throw new UnreadableDocumentError(`The encoding of ${fileName} cannot be told. Save it as UTF-8 text.`, fileName)
}

/**
 * Decodes plain text or Markdown: UTF-8, UTF-16 (either byte order), else Windows-1252. A byte order mark is no part of the
 * text; line ends stay as they are.
 *
 * @throws UnreadableDocumentError for an empty or binary file, or an encoding that cannot be told
 */
export const readText = (bytes: Uint8Array, fileName: string, mediaType = 'text/plain'): SourceText => {
  if (bytes.length === 0) {
    throw new UnreadableDocumentError(`${fileName} is empty. Send a file that holds the text of a record.`, fileName)
  }
  const { encoding, text } = decodeBytes(bytes, fileName)
  const binary = isBinary(text)
  if (binary) {
    throw new UnreadableDocumentError(
      `${fileName} is no text: it holds control characters (the first at character ${binary.offset}). Save the record as plain text, or as Markdown, and send that.`,
      fileName,
      binary.offset,
    )
  }
  if (text.trim() === '') {
    throw new UnreadableDocumentError(
      `${fileName} holds only white space. Send a file that holds the text of a record.`,
      fileName,
    )
  }
  return { fileName, mediaType, reader: readerVersions.text, encoding, text, lines: splitLines(text), layout: [] }
}
