import { deflateSync } from 'node:zlib'
import { refusePdfBombs } from '@rapporteur/reader/files/pdf/unpacked'
import { describe, expect, test } from 'vitest'

const pdfOf = (...streams: Uint8Array[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...streams.flatMap((stream) => [
      Buffer.from('1 0 obj\n<<>>\nstream\r\n'),
      stream,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  ])
const packed = (megabytes: number) => deflateSync(Buffer.alloc(megabytes << 20))
const check = (...streams: Uint8Array[]) => refusePdfBombs(pdfOf(...streams), 'a.pdf')

describe('the streams of a PDF', () => {
  test('may hold 64 MB each, and no more', () => {
    expect(() => check(packed(64), packed(1))).not.toThrow()
    expect(() => check(packed(1), packed(65))).toThrow(/^a\.pdf has a part that unpacks to more than 64 MB\. .+\.$/)
  })

  test('are unpacked as often as they were packed, and looked at where they are cut off', () => {
    expect(() => check(deflateSync(deflateSync(packed(65))))).toThrow('more than 64 MB')
    expect(() => check(packed(80).subarray(0, -4))).toThrow('more than 64 MB')
  })

  test('that are no such thing are for the reader to judge', () => {
    const streams = [
      Buffer.from('x\x9c no zlib'),
      Buffer.alloc(0),
      Buffer.from('BT (x) Tj ET'),
      packed(1).subarray(0, 20),
    ]
    expect(() => check(...streams)).not.toThrow()
    expect(() => refusePdfBombs(Buffer.from('stream'), 'a.pdf')).not.toThrow()
  })
})
