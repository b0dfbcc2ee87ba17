import type { Mark } from '../layout.js'
import { type Line, splitLines } from '../text/lines.js'
import type { Reading } from './reading.js'
import { readText } from './text.js'
import { readerVersions } from './versions.js'

const stamp = '(?:\\d{1,3}:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,3}'
/** `00:01:02.500 --> 00:01:04.000 align:start`, of WebVTT (W3C, 4.1) or SubRip. */
const timing = new RegExp(`^[ \\t]*(${stamp})[ \\t]*-->[ \\t]*(${stamp})(?:[ \\t].*)?$`)

/** Tags of a cue's text, times in it, SubRip's overrides, and the signs of another speaker that broadcasters put before a line. */
const tag =
  /<\/?(?:v|c|i|b|u|s|ruby|rt|lang|font)(?:\.[\w.-]{0,80})?(?:[ \t][^<>\n]{0,200})?>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,80}\}|^>>+/gm

/** Whether a text is captions, by its beginning. */
export const isCaptions = (head: string): boolean =>
  /^WEBVTT(?:\s|$)/.test(head) ||
  head
    .split(/\r\n|[\r\n]/, 8)
    .filter((line) => line.trim() !== '')
    .slice(0, 2)
    .some((line) => timing.test(line))

const seconds = (printed: string): number =>
  printed
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)

/** A stretch of a cue that one voice speaks. */
interface Voiced {
  readonly start: number
  end: number
  speaker: { readonly start: number; readonly end: number } | null
}

/** The stretches of a cue's text by who speaks in them, with the tags between and inside of them as marks. */
const voicesIn = (text: string, start: number, end: number): { voices: Voiced[]; markup: Mark[] } => {
  const markup: Mark[] = []
  const voices: Voiced[] = [{ start, end, speaker: null }]
  for (const { 0: found, index } of text.slice(start, end).matchAll(tag)) {
    const [from, to] = [start + index, start + index + found.length]
    const [, before = '', name = ''] = /^(<v(?:\.\S*)?\s+)([^>]*[^>\s])/.exec(found) ?? []
    const isTurn = before !== '' || found === '</v>' || found.startsWith('>>')
    if (isTurn) {
      const last = voices.at(-1)
      if (last) last.end = from
      voices.push({ start: from, end, speaker: null })
    }
    const [nameStart, nameEnd] = [from + before.length, from + before.length + name.length]
    const last = voices.at(-1)
    if (before === '' || !last) markup.push({ kind: 'markup', start: from, end: to })
    else {
      last.speaker = { start: nameStart, end: nameEnd }
      markup.push({ kind: 'markup', start: from, end: nameStart }, { kind: 'speaker', ...last.speaker })
      markup.push({ kind: 'markup', start: nameEnd, end: to })
    }
  }
  return { voices: voices.filter((voice) => text.slice(voice.start, voice.end).replace(tag, '').trim() !== ''), markup }
}

const isEmpty = ({ text }: Line): boolean => text.trim() === ''

/** How many lines from `first` on a cue's text has: up to a blank one, or to the number and times of the next. */
const linesOfCue = (lines: readonly Line[], first: number): number => {
  let at = first
  for (; at < lines.length; at++) {
    const [line, next] = [lines[at], lines[at + 1]]
    if (!line || isEmpty(line) || timing.test(line.text)) break
    if (/^\s*\d{1,6}\s*$/.test(line.text) && next && timing.test(next.text)) break
  }
  return at - first
}

const marksOf = (text: string): Mark[] => {
  const lines = splitLines(text)
  const marks: Mark[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line || isEmpty(line)) continue
    marks.push({ kind: 'markup', start: line.start, end: line.end })
    const times = timing.exec(line.text)
    const count = times ? linesOfCue(lines, i + 1) : 0
    const [first, last] = [lines[i + 1], lines[i + count]]
    if (!times || count === 0 || !first || !last) continue
    const { voices, markup } = voicesIn(text, first.start, last.end)
    const [from, to] = [seconds(times[1] ?? ''), seconds(times[2] ?? '')]
    // One by one: a cue may have more tags than a call may have arguments.
    for (const { start, end } of voices) marks.push({ kind: 'cue', from, to, start, end })
    for (const mark of markup) marks.push(mark)
    i += count
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/**
 * Captions as they stand in their file, WebVTT or SubRip: a mark over what each voice says in a cue, with its times, and over its
 * printed name; numbers, times, settings, notes and tags are markup.
 *
 * @throws UnreadableDocumentError as for plain text
 */
export const readCaptions = (bytes: Uint8Array, fileName: string): Reading => {
  const { encoding, text } = readText(bytes, fileName)
  return { reader: readerVersions.captions, encoding, text, layout: marksOf(text) }
}
