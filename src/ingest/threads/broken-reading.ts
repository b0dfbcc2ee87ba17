/** A document on which reading itself broke down: it is the program that is to be mended, or the document to be made smaller. */
export class BrokenReadingError extends Error {
  override readonly name = 'BrokenReadingError'
}

/** What is thrown for a document on which a reading failed with this. */
export const broken = (fileName: string, error: unknown): BrokenReadingError => {
  const said = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error)
  return new BrokenReadingError(`Reading ${fileName} failed (${said}). Nothing of it was written; please report it.`)
}
