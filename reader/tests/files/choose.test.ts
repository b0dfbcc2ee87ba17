import { chooseReader } from '@rapporteur/reader/files/choose'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { describe, expect, test } from 'vitest'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const choose = (text: string, fileName: string, mediaType?: string) =>
  chooseReader({ bytes: bytesOf(text), fileName, mediaType })

describe('chooseReader', () => {
  test.each([
    ['We met.', 'minutes.txt', undefined, 'text'],
    ['We met.', 'minutes', undefined, 'text'],
    ['We met.', 'minutes.MD', undefined, 'markdown'],
    ['We met.', 'minutes', 'text/markdown; charset=utf-8', 'markdown'],
    ['{"version":1}', 'minutes.json', undefined, 'json'],
    ['<p>We met.</p>', 'minutes.htm', undefined, 'html'],
    ['<!-- saved --><!DOCTYPE html><p>We met.</p>', 'minutes.txt', 'text/plain', 'html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html/>', 'minutes.xml', undefined, 'html'],
    ['<?xml version="1.0"?><akomaNtoso/>', 'debate', undefined, 'xml'],
    ['<akn:akomaNtoso/>', 'debate', undefined, 'xml'],
    ['<d/>', 'debate', 'application/tei+xml', 'xml'],
    ['<html> in Markdown', 'minutes.md', undefined, 'markdown'],
    ['<Turn>Mr. Roe: Yes.</Turn>'.repeat(9), 'debate.txt', undefined, 'html'],
    ['<ada> yes\n'.repeat(9), 'chat.txt', undefined, 'text'],
    ['%PDF-1.7\n', 'minutes.docx', 'text/plain', 'pdf'],
    ['PK\x03\x04 word/document.xml', 'minutes.zip', 'application/zip', 'docx'],
    ['PK\x03\x04 cut off', 'minutes.docx', undefined, 'docx'],
  ])('%j named %s (%s) is read as %s', (text, fileName, mediaType, reader) => {
    expect(choose(text, fileName, mediaType).reader).toBe(reader)
  })

  test('finds the beginning of markup in UTF-16 and behind a byte order mark', () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeff<?xml version="1.0"?><TEI/>', 'utf16le'))
    expect(chooseReader({ bytes: utf16, fileName: 'debate' }).reader).toBe('xml')
    expect(chooseReader({ bytes: new TextEncoder().encode('\ufeff<html>'), fileName: 'page' }).reader).toBe('html')
  })

  test('says why', () => {
    expect(choose('%PDF-1.7\n', 'minutes.pdf', 'application/pdf').reasons).toEqual([
      'it begins with %PDF-',
      'its name ends in .pdf',
      'its media type is application/pdf',
    ])
    expect(choose('We met.', 'minutes').reasons).toEqual(['nothing says otherwise'])
  })

  test('gives the media type of what a file is, not of what it is called', () => {
    expect(choose('%PDF-1.7\n', 'minutes.txt', 'text/plain').mediaType).toBe('application/pdf')
  })

  test.each([
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'minutes.doc', 'is in the format of Word before 2007. Save it as .docx.'],
    [
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ${Array.from('EncryptedPackage').join('\0')}`,
      'minutes.docx',
      'is protected by a password. Save it without one.',
    ],
    ['\x89PNG\r\n', 'scan.png', 'is a picture. Run text recognition (OCR) on it and send the text.'],
    ['{\\rtf1', 'minutes.rtf', 'is a Rich Text document. Save it as .docx.'],
    ['\x1f\x8b\x08', 'minutes.txt.gz', 'is a packed archive. Unpack it and send the files in it.'],
    ['PK\x03\x04 xl/workbook.xml', 'list.xlsx', 'is a spreadsheet. Save its tables in a .docx or .html file.'],
    ['PK\x03\x04 minutes.txt', 'minutes.zip', 'is an archive. Unpack it and send the files in it.'],
    [
      'PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text',
      'minutes.odt',
      'is an OpenDocument file. Save it as .docx.',
    ],
  ])('refuses %j named %s and says what to do', (text, fileName, sentence) => {
    expect(() => choose(text, fileName)).toThrow(new UnreadableDocumentError(`${fileName} ${sentence}`, fileName))
  })
})
