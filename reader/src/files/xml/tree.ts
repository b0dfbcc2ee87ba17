import { SaxesParser } from 'saxes'
import { UnreadableDocumentError } from '../text.js'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

const deepest = 512

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const localAttributes = (attributes: Record<string, string>): Record<string, string> => {
  const local: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) local[localName(name)] = value
  }
  return local
}

/**
 * The tree of an XML document. Nothing outside of it is fetched, and a document type declaration expands nothing: one that
 * declares entities is refused.
 *
 * @throws UnreadableDocumentError
 */
export const parseXml = (xml: string, fileName: string): XmlElement => {
  const refuse = (message: string): never => {
    throw new UnreadableDocumentError(message, fileName)
  }
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  parser.on('error', (error) =>
    refuse(
      `${fileName} is no well-formed XML (${error.message.replace(/\.$/, '')}). Export it again, or mend it there.`,
    ),
  )
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) {
      refuse(
        `${fileName} declares entities of its own, which are not expanded. Save it without a document type declaration.`,
      )
    }
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) {
      refuse(`${fileName} nests more than ${deepest} elements in each other. Send the record's own XML, or its text.`)
    }
    const element = { name: localName(name), attributes: localAttributes(attributes), children: [] }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const text = (data: string) => open.at(-1)?.children.push(data)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(xml).close()
  return root ?? refuse(`${fileName} holds no XML element. Send the XML that holds the record.`)
}
