import { Readable } from 'node:stream'
import JSZip from 'jszip'
import { UnreadableDocumentError } from '../text.js'

/** What the parts of a Word document may unpack to, together: a book has a few megabytes. */
const mostBytes = 64 * 1024 * 1024
const mostParts = 2_000

/** Parts that hold text; pictures and fonts are never unpacked. */
const isText = (name: string): boolean => /\.(xml|rels)$/i.test(name)

/**
 * Opens the zip archive of a Word document and unpacks every part with text once, piece by piece, giving up as soon as
 * they come to more than a document can be: sizes that an archive declares may be false, so what comes out is counted.
 *
 * @throws UnreadableDocumentError for an archive that is damaged, no Word document, or a bomb
 */
export const openArchive = async (bytes: Uint8Array, fileName: string): Promise<JSZip> => {
  const archive = await JSZip.loadAsync(bytes).catch(() => {
    throw new UnreadableDocumentError(
      `${fileName} is a damaged archive, and so no .docx that can be read. Send it again, or save it again from a word processor.`,
      fileName,
    )
  })
  const parts = Object.values(archive.files)
  if (parts.length > mostParts) {
    throw new UnreadableDocumentError(
      `${fileName} has ${parts.length} parts, more than the ${mostParts} that a document may have. Save its text as a new document.`,
      fileName,
    )
  }
  if (!archive.file('[Content_Types].xml') || !archive.file(/^word\/document\d*\.xml$/i)[0]) {
    throw new UnreadableDocumentError(
      `${fileName} is an archive, but no Word document (it has no word/document.xml). Save the record as .docx.`,
      fileName,
    )
  }
  let left = mostBytes
  for (const part of parts) if (!part.dir && isText(part.name)) left -= await unpackedSize(part, left, fileName)
  return archive
}

const unpackedSize = async (part: JSZip.JSZipObject, most: number, fileName: string): Promise<number> => {
  let size = 0
  try {
    for await (const chunk of new Readable().wrap(part.nodeStream())) {
      size += chunk.length
      if (size > most) break
    }
  } catch {
    throw new UnreadableDocumentError(
      `${fileName} is damaged: its part ${part.name} cannot be unpacked. Open it in a word processor and save it again as .docx.`,
      fileName,
    )
  }
  if (size <= most) return size
  throw new UnreadableDocumentError(
    `${fileName} unpacks to more than ${mostBytes / 1024 / 1024} MB of text, more than a record has. Save only its text as a new document.`,
    fileName,
  )
}
