/** Escaped markup. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | null | undefined | readonly Part[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Leaves out the control characters that a record may print, which HTML does not allow. */
const escaped = (text: string) => text.replace(/[&<>"']|(?![\t\n\r])\p{Cc}/gu, (character) => entities[character] ?? '')

function markup(part: Part): string {
  if (part === null || part === undefined) return ''
  if (part instanceof Html) return part.markup
  return typeof part === 'object' ? part.map(markup).join('') : escaped(String(part))
}

/** A template tag for markup. Escapes interpolated values unless they are `Html` themselves. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, string, i) => text + markup(parts[i - 1]) + string))

/** Removes the characters that XML does not allow (XML 1.0, 2.2). */
export const storable = (text: string): string =>
  text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
