import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { Block } from './summary.js'

const styles = { title: HeadingLevel.TITLE, heading: HeadingLevel.HEADING_1, text: undefined, item: undefined } as const

const childOf = (block: Block): Paragraph | Table => {
  if (block.kind === 'table') {
    return new Table({
      rows: block.lines.map(
        (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
      ),
    })
  }
  const heading = styles[block.kind]
  return new Paragraph({
    ...(heading && { heading }),
    children: block.runs.map(({ text, bold }) => new TextRun({ text, bold })),
  })
}

export const asDocx = async (blocks: readonly Block[]): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: blocks.map(childOf) }] })))
