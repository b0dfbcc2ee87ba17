import { keyMaker } from '@rapporteur/reader/slug'

/** XML text that is already escaped. */
export interface Xml {
  readonly xml: string
}

/** Characters that XML 1.0 does not allow (2.2): control characters, unpaired surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Escapes text for an element or attribute. An unescaped carriage return would be read as a line feed (2.11). */
export const escaped = (text: string): string =>
  text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')

type Attributes = Readonly<Record<string, string | null | undefined>>
export type Content = string | Xml | null | undefined | false | readonly Content[]

const written = (content: Content): string => {
  if (content === null || content === undefined || content === false) return ''
  if (typeof content === 'string') return escaped(content)
  return 'xml' in content ? content.xml : content.map(written).join('')
}

/** Also escapes tabs and line feeds, which would be normalised to spaces (3.3.3). */
const inAttribute = (value: string) => escaped(value).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')

/** An element; omits attributes without a value, and empty content. */
export function element(name: string, attributes: Attributes = {}, ...content: Content[]): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value == null ? [] : [` ${key}="${inAttribute(value)}"`],
  )
  const inner = content.map(written).join('')
  const start = `<${name}${given.join('')}`
  return { xml: inner === '' ? `${start}/>` : `${start}>${inner}</${name}>` }
}

/** Content without an element around it. */
export const fragment = (...content: Content[]): Xml => ({ xml: written(content) })

export const document = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}`

/**
 * Identifiers (NCName) for the rows of a list, each `prefix_` and its key in ASCII: a key may begin with a digit, have spaces or
 * be in another list too, and no identifier may (XML 1.0, 3.3.1).
 */
export function xmlIds(prefix: string): (key: string) => string {
  const ids = new Map<string, string>()
  const fresh = keyMaker(prefix)
  return (key) => {
    const id = ids.get(key) ?? `${prefix}_${fresh(key)}`
    ids.set(key, id)
    return id
  }
}
