import { constants, inflateSync } from 'node:zlib'
import { UnreadableDocumentError } from '../text.js'

/** What one stream of a PDF may hold; a picture of a page at 300 dots an inch has 26 MB. */
const mostMb = 64
const most = mostMb * 1024 * 1024
/** Streams may be packed more than once, which a file has no honest reason for. */
const mostLayers = 4

/**
 * Unpacks each stream of a PDF up to a limit, and no further, before pdf.js would unpack it whole: its buffers grow outside what
 * a thread's limit of memory counts, and faster than they can be watched. What cannot be unpacked is left for pdf.js to judge.
 *
 * @throws UnreadableDocumentError for a PDF with a stream that holds more
 */
export function refusePdfBombs(bytes: Uint8Array, fileName: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const stream of streamsOf(file))
    if (unpacksToMore(stream))
      throw new UnreadableDocumentError(
        `${fileName} has a part that unpacks to more than ${mostMb} MB. Print it to a new PDF, or send its text as a plain text file.`,
        fileName,
      )
}

function* streamsOf(file: Buffer): Generator<Buffer> {
  let end = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', end)) {
    const start = at + 'stream'.length + (file[at + 'stream'.length] === 13 ? 2 : 1) // CR LF, or LF
    const found = file.indexOf('endstream', start)
    end = found < 0 ? file.length : found + 'endstream'.length
    yield file.subarray(start, found < 0 ? file.length : found)
  }
}

function unpacksToMore(stream: Buffer): boolean {
  let layer = stream
  for (let i = 0; i < mostLayers && isDeflated(layer); i++) {
    try {
      layer = inflateSync(layer, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 1 << 18 })
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    }
  }
  return false
}

/** The two bytes that a zlib stream begins with (RFC 1950, 2.2). */
const isDeflated = ([first = 0, second = 0]: Buffer) => (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
