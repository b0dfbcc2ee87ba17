import type { Block } from './summary.js'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;')

const elementOf = (block: Block): string => {
  if (block.kind === 'table') {
    const rows = block.lines.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    return `<table>\n${rows.join('\n')}\n</table>`
  }
  const name = { title: 'h1', heading: 'h2', text: 'p', item: 'p' }[block.kind]
  const words = block.runs.map(({ text, bold }) => (bold ? `<strong>${escaped(text)}</strong>` : escaped(text)))
  return `<${name}>${words.join('').replaceAll(/(.{80}\S*) /g, '$1\n    ')}</${name}>`
}

export const asHtml = (blocks: readonly Block[]): Uint8Array =>
  new TextEncoder().encode(
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Summary</title></head><body>\n${blocks.map(elementOf).join('\n')}\n</body></html>\n`,
  )
