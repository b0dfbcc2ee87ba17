import type { Block } from './blocks.js'
import { plainText } from './blocks.js'
import { isFullName } from './person-words.js'

/** A name that the record gives outside of its lists, and the initials it stands for, if any are printed. */
export interface Definition {
  readonly name: string
  readonly initials: string | null
  /** Where the block begins that says so. */
  readonly at: number
}

const presenter =
  /^(?:presenters?|speakers?|champions?|authors?|presented by|co-?presenters?|chairs?|facilitators?|moderators?)\s*:\s*(.+)$/iu
const initials = /\(\p{Lu}[\p{L}~]{1,4}[),;]/u
const withInitials =
  /((?:\p{Lu}[\p{L}\p{M}'’.-]*\s+){1,4}(?:\p{Lu}[\p{L}\p{M}'’.-]*))\s*\((\p{Lu}[\p{L}~]{1,4})(?:[,;]\s[^()]{2,60})?\)/gu

const longestLook = 2000

/** Names in a line "Presenter: Ada Roe (AR) and Ben Poe". What follows initials in parentheses is whom they are of. */
const named = (text: string, at: number): Definition[] =>
  text
    .replace(/(?<=\(\p{Lu}[\p{L}~]{1,4})[,;]\s[^()]{2,60}(?=\))/gu, '')
    .split(/\s*(?:,|;|\/|&|\band\b)\s*/u)
    .map((part) => /^(.*?)\s*(?:\((\p{Lu}[\p{L}~]{1,4})\))?$/u.exec(part.trim()))
    .flatMap((match) => {
      const name = match?.[1]?.trim() ?? ''
      return isFullName(name) ? [{ name, initials: match?.[2] ?? null, at }] : []
    })

/** Whether a line says who presents what follows, and no words of anybody. */
export const isPresenterLine = (text: string): boolean => {
  const line = presenter.exec(text.slice(0, 400))
  return line !== null && named(line[1] ?? '', 0).length > 0
}

/** The names that the blocks outside of lists and turns define, in order. */
export const definitionsIn = (source: string, blocks: readonly Block[]): Definition[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'code' || block.kind === 'table') return []
    const text = plainText(source, block).slice(0, longestLook)
    const at = block.rows[0]?.start ?? 0
    const line = presenter.exec(text.slice(0, 400))
    if (line) return named(line[1] ?? '', at)
    if (!text.includes('(') || !initials.test(text)) return []
    return [...text.matchAll(withInitials)].map((match) => ({ name: match[1] ?? '', initials: match[2] ?? null, at }))
  })
