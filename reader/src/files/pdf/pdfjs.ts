import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { UnreadableDocumentError } from '../text.js'

export type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>
export type PDFPageProxy = Awaited<ReturnType<PDFDocumentProxy['getPage']>>

/** pdf.js moves the data of its fonts by a method that Node 20 does not have yet. */
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      const moved = new Uint8Array(length)
      moved.set(new Uint8Array(this).subarray(0, length))
      return moved.buffer
    },
  })
}

const sentences: Readonly<Record<string, string>> = {
  PasswordException: 'is protected by a password. Save it without one',
  InvalidPDFException: 'is a damaged PDF. Save it again, or print it to a new PDF',
  FormatError: 'is a damaged PDF. Save it again, or print it to a new PDF',
}

/** @throws UnreadableDocumentError for a PDF that is damaged or protected by a password */
export const openPdf = async (bytes: Uint8Array, fileName: string): Promise<PDFDocumentProxy> => {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: true,
      disableFontFace: true,
      stopAtErrors: false,
    })
  } catch (error) {
    const sentence = error instanceof Error ? sentences[error.name] : undefined
    throw new UnreadableDocumentError(
      `${fileName} ${sentence ?? 'cannot be opened as a PDF. Print it to a new PDF'}.`,
      fileName,
    )
  }
}

/** @throws UnreadableDocumentError for a page that is damaged: nothing is left out in silence */
export const pageOf = async <T>(
  pdf: PDFDocumentProxy,
  number: number,
  fileName: string,
  read: (page: PDFPageProxy) => Promise<T>,
): Promise<T> => {
  try {
    return await read(await pdf.getPage(number))
  } catch {
    throw new UnreadableDocumentError(
      `Page ${number} of ${fileName} is damaged. Print the document to a new PDF.`,
      fileName,
    )
  }
}

/** What a page draws: a list of numbered operators. */
export const operatorsOf = async (page: PDFPageProxy): Promise<{ readonly paintsPicture: boolean }> => {
  const { OPS } = await getResolvedPDFJS()
  const pictures: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]
  const { fnArray } = await page.getOperatorList()
  return { paintsPicture: fnArray.some((operator) => pictures.includes(operator)) }
}
