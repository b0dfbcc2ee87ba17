import { readMarkdown } from '@rapporteur/reader/files/markdown'
import { readText } from '@rapporteur/reader/files/text'
import type { Block, Outline } from '@rapporteur/reader/outline/outline'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { splitLines } from '@rapporteur/reader/text/lines'

export const ofText = (text: string): Outline => outlineOf(readText(Buffer.from(text), 'record.txt'))

export const ofMarkdown = (text: string): Outline => {
  const reading = readMarkdown(Buffer.from(text), 'record.md')
  return outlineOf({ ...reading, fileName: 'record.md', mediaType: 'text/markdown', lines: splitLines(reading.text) })
}

/** A block in short: its kind, its marker and its words; the cells of a row between bars. */
export const shown = ({ kind, marker, flow, cells }: Block): string => {
  const words = cells.length > 0 ? cells.map(({ range }) => flow.text.slice(...range)).join(' | ') : flow.text
  return `${kind}${marker === null ? '' : ` ${marker}`}: ${words}`
}

export const blocksOf = ({ blocks }: Outline): string[] => blocks.map(shown)

/** What is wrong with how an outline accounts for its text: characters in no block and no furniture, or in two blocks. */
export const unaccounted = ({ source, blocks, furniture }: Outline): string[] => {
  const places = new Uint8Array(source.text.length)
  const twice: string[] = []
  for (const { id, flow } of blocks)
    for (const [start, end] of flow.pieces) {
      if (places.subarray(start, end).includes(1)) twice.push(`${id}: ${source.text.slice(start, end)}`)
      places.fill(1, start, end)
    }
  for (const { kind, pieces } of furniture)
    for (const [start, end] of pieces) {
      const words = places
        .subarray(start, end)
        .findIndex((place, i) => place === 1 && /\S/.test(source.text[start + i] ?? ''))
      if (words >= 0) twice.push(`${kind}: ${source.text.slice(start, end)}`)
      places.fill(2, start, end)
    }
  const missing = [...source.text.matchAll(/\S+/g)].filter(({ 0: word, index }) =>
    places.subarray(index, index + word.length).includes(0),
  )
  return [...twice, ...missing.map(({ 0: word, index }) => `in no block, at ${index}: ${word}`)]
}
