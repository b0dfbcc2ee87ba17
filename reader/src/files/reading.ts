import type { Layout } from '../layout.js'
import type { SourceText } from '../source.js'

/** A file as it was given. */
export interface GivenFile {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** As a client declared it; anything may be claimed, so it counts less than what the bytes say. */
  readonly mediaType?: string | undefined
}

/** What one reader gives for one file. */
export interface Reading {
  /** The reader and its version, for instance `html/1`. */
  readonly reader: string
  readonly encoding: string
  readonly text: string
  readonly layout: Layout
}

/** Reads files of any kind that is known. */
export interface DocumentReader {
  /**
   * Reads a file: its text, into which every offset of the record will point, and its layout.
   *
   * @throws UnreadableDocumentError with one sentence that says what is wrong with the file, and one that says what to do
   */
  read(file: GivenFile): Promise<SourceText>
}
