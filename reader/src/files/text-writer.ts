import type { Layout, Mark, MarkKind } from '../layout.js'

/** A mark before its place in the text is known. */
type Unplaced<M> = M extends Mark ? Omit<M, 'start' | 'end'> : never
export type NewMark = Unplaced<Mark>

interface OpenMark {
  readonly mark: NewMark
  start: number | null
  end: number | null
}

/** Things that say something though they hold no text. */
const keptWhenEmpty: ReadonlySet<MarkKind> = new Set([
  'element',
  'cell',
  'row',
  'page-break',
  'unread-page',
  'page-header',
  'page-footer',
  'page-number',
])

const whiteSpace = /([ \t\n\r\f]+)/
/** A no-break space by itself holds lines and cells open and says nothing. */
const blank = /^[ \t\n\r\f\u00a0]+$/

/**
 * Puts the text of a document together with the marks over it. White space and line ends are held back until something
 * follows them, so that no line ends in a space, no text begins or ends with blank lines, and a mark covers words only.
 */
export class TextWriter {
  readonly #parts: string[] = []
  readonly #marks: OpenMark[] = []
  /** Marks that no character has been written in or after. */
  #waiting: OpenMark[] = []
  #length = 0
  #lineEnds = 0
  #space = false
  #lineStart = true
  #indent = ''
  #afterMarker = false
  #cellBreak = false
  #pageEnd = false

  /** Nothing has been written since the line began. */
  get atLineStart(): boolean {
    return this.#lineStart
  }

  #put(text: string): void {
    if (this.#lineEnds > 0 && this.#length > 0) this.#append('\n'.repeat(this.#lineEnds) + (this.#pageEnd ? '\f' : ''))
    if (this.#lineEnds > 0 || this.#length === 0) this.#append(this.#indent)
    else if (this.#space) this.#append(' ')
    if (this.#cellBreak) this.#marks.push({ mark: { kind: 'line-break' }, start: this.#length - 1, end: this.#length })
    for (const waiting of this.#waiting) {
      waiting.start = this.#length
      if (waiting.end !== null) waiting.end = this.#length
    }
    this.#waiting = []
    this.#append(text)
    this.#lineEnds = 0
    this.#pageEnd = false
    this.#space = false
    this.#lineStart = false
    this.#afterMarker = false
    this.#cellBreak = false
  }

  #append(text: string): void {
    if (text !== '') this.#parts.push(text)
    this.#length += text.length
  }

  /** Running text; any run of white space counts as one space; with `tabs`, as the tabs in it where it has no line end. */
  write(text: string, tabs = false): void {
    for (const part of text.split(whiteSpace)) {
      if (part === '') continue
      if (!blank.test(part)) this.#put(part)
      else if (tabs && part.includes('\t') && !/[^ \t]/.test(part)) this.#put(part.replaceAll(/[^\t]/g, ''))
      else this.#space = !this.#lineStart
    }
  }

  /** Text whose white space and lines stay as they are. */
  verbatim(text: string): void {
    if (text !== '') this.#put(text)
  }

  /** Ends the line (1) or the block (2): what comes next begins on a new line, or after a blank one. */
  end(lines: 1 | 2): void {
    if (this.#afterMarker) return
    this.#lineEnds = Math.max(this.#lineEnds, lines)
    this.#space = false
    this.#cellBreak = false
    this.#lineStart = true
  }

  /** Ends the page: what comes next begins after a blank line and a form feed, as in plain text that was printed. */
  endPage(next: number | null): void {
    this.end(2)
    this.#pageEnd = true
    this.close(this.open({ kind: 'page-break', page: next }))
  }

  /** The end of a line inside a table cell: a space in the text, for a row is one line, with a mark over it. */
  endInCell(): void {
    if (this.#lineStart) return
    this.#space = true
    this.#cellBreak = true
  }

  /** The marker of a list item, on a line of its own item: the item's first block follows it on the same line. */
  marker(text: string, depth: number): void {
    this.#indent = '    '.repeat(Math.max(0, depth - 1))
    this.#put(`${text} `)
    this.#indent = ''
    this.#lineStart = true
    this.#afterMarker = true
  }

  /** The boundary between two cells of a table. */
  tab(): void {
    this.#space = false
    this.#cellBreak = false
    this.#put('\t')
    this.#lineStart = true
  }

  open(mark: NewMark): OpenMark {
    const open = { mark, start: null, end: null }
    this.#marks.push(open)
    this.#waiting.push(open)
    return open
  }

  close(open: OpenMark): void {
    open.end = this.#length
    if (open.start === null) return
    // What waits still was opened inside of this mark, and nothing was written in it: its place is here.
    for (const waiting of this.#waiting) {
      waiting.start = this.#length
      waiting.end = this.#length
    }
    this.#waiting = []
  }

  /** `write` does the writing; what it writes is covered by the mark. */
  within(mark: NewMark, write: () => void): void {
    const open = this.open(mark)
    write()
    this.close(open)
  }

  finish(): { text: string; layout: Layout } {
    const placed = this.#marks.map(({ mark, start, end }) => {
      const from = start ?? this.#length
      return { ...mark, start: from, end: Math.max(from, end ?? this.#length) } as Mark
    })
    const layout = placed.filter((mark) => mark.start < mark.end || keptWhenEmpty.has(mark.kind))
    return { text: this.#parts.join(''), layout: layout.sort((a, b) => a.start - b.start) }
  }
}
