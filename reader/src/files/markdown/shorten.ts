import { firstReached } from '../../text/first-reached.js'

type Place = readonly [start: number, end: number]

/** Paragraphs of one line each with nothing in them that could be syntax. */
interface Paragraphs {
  /** The one before them, which is not left out: what it is, they are. */
  readonly before: Place
  readonly places: readonly Place[]
}

/** A Markdown text without the middles of its plain stretches, and where in the whole text each of its offsets is. */
export interface Shortened {
  readonly text: string
  readonly restore: (offset: number) => number
  /** What is left out altogether, by where it is in the whole text. */
  readonly paragraphs: readonly Paragraphs[]
}

/** So many characters are worth being left out. */
const fewest = 24

/** What no syntax of Markdown is written with, inside of a line that holds no link and no HTML. */
const plainRun = /[^`*_|#\\&\t\r\n]{32,}/g

/** Between blank lines, it is a paragraph, unless it stands in code or HTML that began before. */
const plainParagraph = /^[A-Za-z][^`*_[\]<>\\\r\n]*[^`*_[\]<>\\\s](?:\r?\n)?$/

/** Lines that begin no heading, list, quotation, rule, code, table or HTML: with those around them they are one paragraph. */
const linesOfWords =
  /(?:^(?![ \t]*(?:#{1,6}[ \t]|>|[-+*](?:[ \t]|$)|\d{1,9}[.)][ \t]|([-=_*])(?:[ \t]*\1)*[ \t]*\r?$|```|~~~|[<|]))[^\n]+\n?)+/gm

/** Longer paragraphs nobody writes. Inside, the parser's time grows with the square of their length. */
const longestParagraph = 40_000

/** How much of a longer one is read at either end. */
const ofLongest = 4000

/** From behind the first word of a run, with which its line has begun to be text, to its last one; null for a short one. */
const cutIn = (run: string, at: number): Place | null => {
  const word = run.search(/[A-Za-z]{2}/)
  const start = word < 0 ? -1 : run.indexOf(' ', word)
  const end = run.lastIndexOf(' ', run.trimEnd().length - 1)
  return start >= 0 && end - start >= fewest ? [at + start, at + end] : null
}

/** Blank lines hold no white space of other kinds. */
const blank = /^[ \t]*\r?$/

/** Each stretch of lines between blank ones, and where it begins. */
function* stretchesOf(text: string): Generator<readonly [stretch: string, start: number]> {
  let start = 0
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    if (blank.test(text.slice(from, to))) {
      if (start < from) yield [text.slice(start, from), start]
      start = to + 1
    }
    from = to + 1
  }
  if (start < text.length) yield [text.slice(start), start]
}

/** Goes through a text and collects what can be left out of it. */
class Cuts {
  readonly cuts: Place[] = []
  readonly paragraphs: Paragraphs[] = []
  /** Plain paragraphs in a row. */
  private open: Place[] = []

  constructor(private readonly text: string) {
    for (const [stretch, start] of stretchesOf(text)) {
      if (stretch.length > longestParagraph) {
        this.close()
        this.cutLong(stretch, start)
      } else if (plainParagraph.test(stretch)) this.open.push([start, start + stretch.trimEnd().length])
      else {
        this.close()
        this.cutInside(stretch, start)
      }
    }
    this.close()
  }

  /** Of several in a row the first and the last are kept, so that what stands before and behind is parted as it was. */
  private close(): void {
    const [first, last, inner] = [this.open[0], this.open.at(-1), this.open.slice(1, -1)]
    this.open = []
    if (!first || !last) return
    this.cutInside(this.text.slice(...first), first[0])
    const end = inner.at(-1)?.[1]
    if (end !== undefined) {
      this.cuts.push([first[1], end])
      this.paragraphs.push({ before: first, places: inner })
    }
    if (last !== first) this.cutInside(this.text.slice(...last), last[0])
  }

  /** The middles of paragraphs that are too long, whatever stands in them. */
  private cutLong(stretch: string, start: number): void {
    let from = 0
    for (const { 0: lines, index } of stretch.matchAll(linesOfWords)) {
      if (lines.length <= longestParagraph) continue
      const before = index + lines.slice(0, ofLongest).search(/\S\s*$/) + 1
      const behind = index + lines.length - ofLongest + lines.slice(-ofLongest).search(/\S/)
      this.cutInside(stretch.slice(from, before), start + from)
      this.cuts.push([start + before, start + behind])
      from = behind
    }
    this.cutInside(stretch.slice(from), start + from)
  }

  private cutInside(stretch: string, start: number): void {
    // In links and HTML, which may go on over several lines, every word counts.
    if (/[[\]<]/.test(stretch)) return
    for (const { 0: run, index } of stretch.matchAll(plainRun)) {
      const cut = cutIn(run, start + index)
      if (cut) this.cuts.push(cut)
    }
  }
}

/** How many of the cuts, by where they are in the shortened text, stand before an offset of it. */
const countBefore = (places: readonly number[], offset: number): number =>
  firstReached(places.length, (i) => (places[i] ?? 0) >= offset)

/**
 * Leaves out of a Markdown text the words that say nothing about how it is built: a parser goes through each character of a
 * paragraph several times, whatever it is. Blocks and inlines of the shortened text are those of the whole.
 */
export const shortened = (text: string): Shortened => {
  const kept: string[] = []
  // Where each cut is in the shortened text, and what has been left out up to there.
  const places: number[] = []
  const lengths: number[] = []
  let [from, left] = [0, 0]
  const { cuts, paragraphs } = new Cuts(text)
  for (const [start, end] of cuts) {
    kept.push(text.slice(from, start))
    places.push(start - left)
    left += end - start
    lengths.push(left)
    from = end
  }
  kept.push(text.slice(from))
  return {
    text: kept.join(''),
    restore: (offset) => offset + (lengths[countBefore(places, offset) - 1] ?? 0),
    paragraphs,
  }
}
