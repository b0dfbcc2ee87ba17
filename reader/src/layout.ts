import { once } from './once.js'
import { firstReached } from './text/first-reached.js'

/** `[start, end)` in UTF-16 offsets of the reader's text. Empty (`start === end`) where a thing has a place but no text. */
interface Place {
  readonly start: number
  readonly end: number
}

/** Of several kinds, each its own member of the union, so that a kind can be picked out of it. */
type Plain<K extends string> = K extends string ? { readonly kind: K } : never

/**
 * One thing that the layout of a file says about a stretch of its text. The same kinds come out of every reader, so that a
 * format need not know whether it reads Markdown, Word, PDF or HTML:
 *
 * - blocks: `heading` (1 to 6), `paragraph`, `list-item` (depth from 1; `marker` as it stands in the text, without white
 *   space, its span being the item without the marker), `blockquote`, `code`, `front-matter`, `thematic-break`
 * - tables: `table` ⊃ `row` ⊃ `cell`; `column` counts from 0 and counts what is spanned; an empty cell has an empty span
 * - inline: `strong`, `emphasis`, `underline`, `superscript`, `link`, `markup` (characters of the text that are syntax)
 * - lines: `line-hyphen` (a hyphen at the end of a printed line: of the word or of the line, nobody can tell), `line-break`
 *   (a line end inside a table cell, written as a space)
 * - pages: `page-break` (empty, where page `page` begins, after a form feed; null where the file counts no pages), `unread-page` (empty, for a
 *   page that is a picture whose words nobody has recognised)
 * - furniture: `page-header`, `page-footer` and `page-number` are empty spans at the top of their page: the words are in
 *   `words` and not in the text, so that a sentence which a page break cuts is not cut by them as well
 * - notes: `footnote` and `footnote-reference`, joined by `label`
 * - captions: `cue`, a caption or a turn of a transcript with its times in seconds (null where the file gives none), with `speaker`
 *   over the printed name of who speaks in it
 * - XML: `element`, with its local name, its attributes (by local name too) and its depth (the root has 0)
 */
export type Mark = Place &
  (
    | Plain<
        | 'paragraph'
        | 'blockquote'
        | 'code'
        | 'front-matter'
        | 'thematic-break'
        | 'table'
        | 'row'
        | 'strong'
        | 'emphasis'
        | 'underline'
        | 'superscript'
        | 'speaker'
        | 'markup'
        | 'line-hyphen'
        | 'line-break'
      >
    | { readonly kind: 'heading'; readonly level: number }
    | { readonly kind: 'list-item'; readonly depth: number; readonly ordered: boolean; readonly marker: string }
    | { readonly kind: 'cell'; readonly column: number; readonly header: boolean }
    | { readonly kind: 'link'; readonly href: string }
    | { readonly kind: 'cue'; readonly from: number | null; readonly to: number | null }
    | { readonly kind: 'page-break'; readonly page: number | null }
    | { readonly kind: 'unread-page'; readonly page: number }
    | (Plain<'footnote' | 'footnote-reference'> & { readonly label: string })
    | (Plain<'page-header' | 'page-footer' | 'page-number'> & { readonly page: number; readonly words: string })
    | {
        readonly kind: 'element'
        readonly name: string
        readonly attributes: Readonly<Record<string, string>>
        readonly depth: number
      }
  )

export type MarkKind = Mark['kind']
export type MarkOf<K extends MarkKind> = Extract<Mark, { readonly kind: K }>

/** Marks in the order in which they begin; of two that begin at one place, the outer one first. */
export type Layout = readonly Mark[]

const isOf =
  <K extends MarkKind>(kinds: readonly K[]) =>
  (mark: Mark): mark is MarkOf<K> =>
    (kinds as readonly MarkKind[]).includes(mark.kind)

/** Every mark of these kinds, in order. */
export const marksOf = <K extends MarkKind>(layout: Layout, ...kinds: K[]): MarkOf<K>[] => layout.filter(isOf(kinds))

/** The index of the first mark that begins at or after `offset`. */
const firstFrom = (layout: Layout, offset: number): number =>
  firstReached(layout.length, (i) => (layout[i]?.start ?? 0) >= offset)

/** The marks of these kinds that lie wholly inside `[start, end)`, in order. */
export const marksWithin = <K extends MarkKind>(
  layout: Layout,
  start: number,
  end: number,
  ...kinds: K[]
): MarkOf<K>[] => {
  const wanted = isOf(kinds)
  const found: MarkOf<K>[] = []
  for (let i = firstFrom(layout, start); i < layout.length; i++) {
    const mark = layout[i]
    if (!mark || mark.start >= end) break
    if (mark.end <= end && wanted(mark)) found.push(mark)
  }
  return found
}

export interface Element extends Place {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Element | null
  readonly children: readonly Element[]
}

const treeOf = (layout: Layout): Element | null => {
  const open: (Element & { children: Element[] })[] = []
  for (const { name, attributes, depth, start, end } of marksOf(layout, 'element')) {
    const parent = depth === 0 ? null : (open[depth - 1] ?? null)
    const element = { name, attributes, start, end, parent, children: [] }
    parent?.children.push(element)
    open[depth] = element
  }
  return open[0] ?? null
}

/** The root element of an XML document with all that it holds; null for a document of another kind. Made once for a layout. */
export const rootElement = once(treeOf)

/** An element's descendants of these names, in document order. */
export const descendants = (element: Element, ...names: string[]): Element[] =>
  element.children.flatMap((child) => [...(names.includes(child.name) ? [child] : []), ...descendants(child, ...names)])
