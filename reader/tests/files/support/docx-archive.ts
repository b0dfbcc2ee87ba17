import JSZip from 'jszip'

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`

const relationships = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`

/** The XML of a Word document with this body. */
export const documentXml = (body: string, doctype = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`

/** A .docx made by hand, for documents that no word processor would write. */
export const docxOf = async (
  document: string | Uint8Array,
  parts: Record<string, string | Uint8Array> = {},
): Promise<Uint8Array> => {
  const archive = new JSZip()
  archive
    .file('[Content_Types].xml', contentTypes)
    .file('_rels/.rels', relationships)
    .file('word/document.xml', document)
  for (const [name, content] of Object.entries(parts)) archive.file(name, content)
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The same archive, its directory and its headers claiming another unpacked size for the part that has `size` bytes. */
export const claimingSize = (docx: Uint8Array, size: number, claimed: number): Uint8Array => {
  const bytes = docx.slice()
  const view = new DataView(bytes.buffer)
  for (let i = 0; i + 30 < bytes.length; i++) {
    const signature = view.getUint32(i, true)
    const field = signature === 0x02014b50 ? i + 24 : signature === 0x04034b50 ? i + 22 : null
    if (field !== null && view.getUint32(field, true) === size) view.setUint32(field, claimed, true)
  }
  return bytes
}
