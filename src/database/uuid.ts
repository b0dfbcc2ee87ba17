import { randomBytes } from 'node:crypto'

let lastMillisecond = 0
let sequence = 0

/**
 * A version 7 UUID (RFC 9562). Later ones sort after earlier ones, even within a millisecond: the 12 bits after the time count up,
 * and when they overflow, the time runs one millisecond ahead.
 */
export function newId(): string {
  const now = Date.now()
  if (now > lastMillisecond) {
    lastMillisecond = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMillisecond++
    sequence = 0
  }
  const time = lastMillisecond.toString(16).padStart(12, '0')
  const random = randomBytes(8)
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const tail = random.toString('hex')
  const counted = sequence.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counted}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
