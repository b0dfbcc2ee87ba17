import { decodeBytes } from './text.js'

const declarations = {
  xml: /^(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/,
  html: /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i,
} as const

/** The encoding that the head of a document declares; a UTF-16 that could be read as ASCII is none. */
const declared = (bytes: Uint8Array, kind: keyof typeof declarations): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const label = declarations[kind].exec(head)?.[1] ?? (kind === 'html' ? declarations.xml.exec(head)?.[1] : undefined)
  return label === undefined || /^utf-?16/i.test(label) ? null : label
}

/**
 * Decodes XML or HTML: by its byte order mark, else as it declares, else as plain text is decoded.
 *
 * @throws UnreadableDocumentError when no encoding fits
 */
export const decodeMarkup = (
  bytes: Uint8Array,
  kind: 'xml' | 'html',
  fileName: string,
): { encoding: string; text: string } => {
  const label = bytes[0] === 0xff || bytes[0] === 0xfe ? null : declared(bytes, kind)
  if (label !== null) {
    try {
      const decoder = new TextDecoder(label, { fatal: true })
      return { encoding: decoder.encoding, text: decoder.decode(bytes) }
    } catch {
      // An unknown label, or bytes that are not what they say: browsers guess as well.
    }
  }
  return decodeBytes(bytes, fileName)
}
