/** What the compiler does not know: the ordinary executor does the whole query. The message says which, for the log. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported'
}
