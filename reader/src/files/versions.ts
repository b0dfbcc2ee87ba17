/**
 * Each reader and its version, as a document names the one that made its text. A version goes up whenever the same bytes may
 * give another text or layout than before. Here, and not beside each reader, for the readers' libraries are loaded late.
 */
export const readerVersions = {
  text: 'text/1',
  captions: 'captions/1',
  json: 'json/1',
  markdown: 'markdown/3',
  html: 'html/2',
  xml: 'xml/1',
  docx: 'docx/1',
  pdf: 'pdf/1',
} as const
