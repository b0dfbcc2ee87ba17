/** A Markdown text without the middles of its plain stretches, and where in the whole text each of its offsets is. */
export interface Shortened {
  readonly text: string
  readonly restore: (offset: number) => number
}

/** So many characters are worth being left out. */
const fewest = 24

/** What no syntax of Markdown is written with, inside of a line that holds no link and no HTML. */
const plainRun = /[^`*_|\\&\t\r\n]{32,}/g

type Cut = readonly [start: number, end: number]

/** From behind the first word of a run, with which its line has begun to be text, to its last one; null for a short one. */
const cutIn = (run: string, at: number): Cut | null => {
  const word = run.search(/[A-Za-z]{2}/)
  const start = word < 0 ? -1 : run.indexOf(' ', word)
  const end = run.lastIndexOf(' ', run.trimEnd().length - 1)
  return start >= 0 && end - start >= fewest ? [at + start, at + end] : null
}

/** Each stretch of lines between blank ones, and where it begins. */
function* stretchesOf(text: string): Generator<readonly [stretch: string, start: number]> {
  let start = 0
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    if (text.slice(from, to).trim() === '') {
      if (start < from) yield [text.slice(start, from), start]
      start = to + 1
    }
    from = to + 1
  }
  if (start < text.length) yield [text.slice(start), start]
}

const cutsIn = (text: string): Cut[] => {
  const cuts: Cut[] = []
  for (const [stretch, start] of stretchesOf(text)) {
    // In links and HTML, which may go on over several lines, every word counts.
    if (/[[\]<]/.test(stretch)) continue
    for (const { 0: run, index } of stretch.matchAll(plainRun)) {
      const cut = cutIn(run, start + index)
      if (cut) cuts.push(cut)
    }
  }
  return cuts
}

/** How many of the cuts, by where they are in the shortened text, stand before an offset of it. */
const countBefore = (places: readonly number[], offset: number): number => {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

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
  for (const [start, end] of cutsIn(text)) {
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
  }
}
