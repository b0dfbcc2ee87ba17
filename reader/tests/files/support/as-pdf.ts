import PDFDocument from 'pdfkit'
import type { Block } from './summary.js'

export interface PdfLook {
  readonly align?: 'left' | 'justify'
  readonly fontSize?: number
  /** Printed at the top of each page, and a page number at its foot. */
  readonly header?: string
}

const margin = 72
const columns = [margin, 210, 380] as const

type Doc = InstanceType<typeof PDFDocument>

const writeBlock = (doc: Doc, block: Block, { align = 'left', fontSize = 10 }: PdfLook): void => {
  doc.fontSize(block.kind === 'title' ? fontSize + 6 : block.kind === 'heading' ? fontSize + 2 : fontSize)
  if (block.kind === 'table') {
    for (const cells of block.lines) {
      if (doc.y > doc.page.height - margin - fontSize * 1.5) doc.addPage()
      const { y } = doc
      for (const [i, cell] of cells.entries()) if (cell) doc.text(cell, columns[i] ?? margin, y, { lineBreak: false })
      doc.x = margin
      doc.y = y + fontSize * 1.3
    }
    return
  }
  for (const [i, { text, bold }] of block.runs.entries()) {
    doc.font(bold || block.kind === 'heading' || block.kind === 'title' ? 'Helvetica-Bold' : 'Helvetica')
    doc.text(text, { align, continued: i < block.runs.length - 1 })
  }
  doc.moveDown(block.kind === 'item' ? 0.3 : 0.8)
}

export const asPdf = (blocks: readonly Block[], look: PdfLook = {}): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const doc = new PDFDocument({ size: 'A4', margin, bufferPages: true })
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
    for (const block of blocks) {
      doc.font('Helvetica')
      writeBlock(doc, block, look)
    }
    if (look.header !== undefined) furnish(doc, look.header)
    doc.end()
  })

const furnish = (doc: Doc, header: string): void => {
  const { start, count } = doc.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i)
    doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    doc.font('Helvetica').fontSize(8)
    doc.text(header, margin, 36, { lineBreak: false })
    doc.text(String(i + 1), 290, 800, { lineBreak: false })
  }
}
