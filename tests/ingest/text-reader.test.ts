import { readText, UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { describe, expect, it } from 'vitest'

const words = 'Ms. Peña said “no”.\n'
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(words), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`), 'utf-8'],
    ['UTF-16, little end first', utf16(`\ufeff${words}`, false), 'utf-16le'],
    ['UTF-16, big end first', utf16(`\ufeff${words}`, true), 'utf-16be'],
    ['UTF-16 without a byte order mark', utf16(words.repeat(9), false), 'utf-16le'],
    ['Windows-1252', Buffer.from('Ms. Pe\xf1a said \x93no\x94.\n', 'latin1'), 'windows-1252'],
  ])('in %s is decoded', (_, bytes, encoding) => {
    const source = readText(bytes, 'record.txt')
    expect(source.encoding).toBe(encoding)
    expect(source.text.startsWith(words)).toBe(true)
  })

  it('keeps its line ends, and counts offsets without the byte order mark', () => {
    const { text, lines } = readText(Buffer.from('\ufeffone\r\ntwo'), 'record.txt')
    expect(text).toBe('one\r\ntwo')
    expect(lines.map(({ start, text: line }) => [start, line])).toEqual([
      [0, 'one'],
      [5, 'two'],
    ])
  })

  it.each([
    ['is empty', Buffer.alloc(0), /empty/],
    ['holds only white space', Buffer.from(' \n\t '), /white space/],
    ['holds a zero byte', Buffer.from('one\0two'), /control characters/],
    ['is mostly control characters', Buffer.from('\x01\x02\x03a'), /control characters/],
    ['begins like UTF-8 and is not', Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xff]), /UTF-8/],
  ])('that %s is refused, with what to do', (_, bytes, message) => {
    expect(() => readText(bytes, 'record.txt')).toThrow(UnreadableDocumentError)
    expect(() => readText(bytes, 'record.txt')).toThrow(message)
  })
})
