import type JSZip from 'jszip'
import { SaxesParser } from 'saxes'
import { parseXml, type XmlElement } from '../xml/tree.js'
import { itemCounter, type ListStyles, listStylesOf } from './levels.js'

/** The character style that marks a printed marker for the conversion to HTML. */
export const markerStyle = 'PrintedListMarker'

/**
 * A Word document with the markers of its numbered paragraphs written out. Word stores "5." as "the next item of list 3", and
 * mammoth gives items, but neither their numbers nor which of them count on after a heading.
 *
 * @throws UnreadableDocumentError for a part that is no well-formed XML
 */
export const withPrintedMarkers = async (archive: JSZip, bytes: Uint8Array, fileName: string): Promise<Uint8Array> => {
  const numbering = await partOf(archive, 'word/numbering.xml', fileName)
  const main = archive.file(/^word\/document\d*\.xml$/i)[0]
  if (!numbering || !main) return bytes
  const styles = listStylesOf(numbering, await partOf(archive, 'word/styles.xml', fileName))
  const xml = await main.async('string')
  const marked = withMarkers(xml, markersOf(xml, styles))
  if (marked === xml) return bytes
  archive.file(main.name, marked)
  return archive.generateAsync({ type: 'uint8array' })
}

const partOf = async (archive: JSZip, name: string, fileName: string): Promise<XmlElement | null> => {
  const xml = await archive.file(name)?.async('string')
  return xml === undefined ? null : parseXml(xml, fileName)
}

/** A marker, and where in the XML it belongs: right after the properties of its paragraph. */
interface PlacedMarker {
  readonly at: number
  readonly marker: string
}

interface Properties {
  style: string | null
  list: string | null
  level: number | null
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const markersOf = (xml: string, styles: ListStyles): PlacedMarker[] => {
  const placed: PlacedMarker[] = []
  const next = itemCounter()
  const path: string[] = []
  let properties: Properties = { style: null, list: null, level: null }
  const parser = new SaxesParser({ xmlns: false })
  // What is damaged is reported by the conversion itself.
  parser.on('error', () => {})
  parser.on('opentag', ({ name, attributes }) => {
    const element = local(name)
    const value = attributes['w:val']
    path.push(element)
    if (element === 'p') properties = { style: null, list: null, level: null }
    else if (value === undefined || path.at(-2) === 'rPr') return
    else if (element === 'pStyle') properties.style = value
    else if (element === 'numId' && path.at(-2) === 'numPr') properties.list = value
    else if (element === 'ilvl' && path.at(-2) === 'numPr') properties.level = Number(value)
  })
  parser.on('closetag', ({ name }) => {
    path.pop()
    // The newer of two alternatives is not the one that mammoth reads.
    if (local(name) !== 'pPr' || path.at(-1) !== 'p' || path.includes('Choice')) return
    const marker = markerOf(properties, styles, next)
    if (marker !== null && xml[parser.position - 1] === '>') placed.push({ at: parser.position, marker })
  })
  parser.write(xml).close()
  return placed
}

const markerOf = (
  { style, list, level }: Properties,
  { lists, ofStyle }: ListStyles,
  next: ReturnType<typeof itemCounter>,
): string | null => {
  const byStyle = style === null ? null : ofStyle(style)
  const found = lists.get(list ?? byStyle?.listId ?? '')
  return found ? next(found, level ?? byStyle?.level ?? 0) : null
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const withMarkers = (xml: string, placed: readonly PlacedMarker[]): string => {
  const parts: string[] = []
  let from = 0
  for (const { at, marker } of placed) {
    parts.push(xml.slice(from, at))
    parts.push(
      `<w:r><w:rPr><w:rStyle w:val="${markerStyle}"/></w:rPr><w:t xml:space="preserve">${escaped(marker)}</w:t></w:r>`,
    )
    from = at
  }
  return parts.join('') + xml.slice(from)
}
