import { readFileSync } from 'node:fs'

/** A printed line of a record: words with their weight, or the cells of a table's line. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text' | 'item'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly lines: readonly (readonly string[])[] }

interface Run {
  readonly text: string
  readonly bold: boolean
}

export const sampleText = (): string =>
  readFileSync(new URL('../../../../sample/harbour-consultation.txt', import.meta.url), 'utf8')

export const withoutStars = (text: string): string => text.replaceAll('**', '')

const runsOf = (line: string): Run[] =>
  line.split('**').flatMap((text, i) => (text === '' ? [] : [{ text, bold: i % 2 === 1 }]))

/** The blocks of a numbered summary in plain text, as somebody would set them in a word processor. */
export const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = []
  for (const part of text.trim().split(/\n\n|\n(?=- \d)/)) {
    if (part.includes('\t')) blocks.push({ kind: 'table', lines: part.split('\n').map((line) => line.split('\t')) })
    else if (part !== '') blocks.push({ kind: kindOf(part, blocks.length === 0), runs: runsOf(part) })
  }
  return blocks
}

const kindOf = (text: string, first: boolean): 'title' | 'heading' | 'text' | 'item' => {
  if (first) return 'title'
  if (/^(- )?\d+\. /.test(text)) return 'item'
  return text.length < 60 && !/[.:]/.test(text) ? 'heading' : 'text'
}
