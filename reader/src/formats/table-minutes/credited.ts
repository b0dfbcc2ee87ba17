import { isMeetingRole } from '../../attendees/attendee.js'
import { isWholeTitle } from '../../english/titles.js'
import type { NameInText } from '../../identity/names-in-text.js'
import type { Office, Range, Voice, VoiceContext } from '../../reported-speech/voice.js'

/** Words, and behind them whose they are. */
export interface Credited {
  readonly voice: Voice
  readonly words: Range
  /** Where what follows begins. */
  readonly end: number
}

/** "(Ada Roe, Mill Trust; Bo)" and "– Bo Poe" behind the end of a sentence. */
const credit = /(?<=[.?!…]["”’)]?)\s+(?:\(([^()\n]{2,120})\)(?=\s|$)|[–—-]\s+([^.()\n]{2,60}?)(?=\s*$))/gu

const between = /^\s*(?:;|,|&|\band\b)\s*/u
/** What may stand behind a name: whom somebody came for, or where they live. */
const beside = /^,\s+[\p{Lu}\d][^;]*/u

const nameAt = ({ text, names, familyName }: VoiceContext, at: number): NameInText | null => {
  const word = /^\p{Lu}[\p{L}'’-]+/u.exec(text.slice(at, at + 40))?.[0]
  const name = names.get(at) ?? (word === undefined ? null : familyName(at, at + word.length))
  return name?.person == null ? null : name
}

/** Whom words name one by one, and where what names nobody begins. */
const namesFrom = (context: VoiceContext, start: number, end: number): { names: NameInText[]; end: number } => {
  const names: NameInText[] = []
  let from = start
  for (let name = nameAt(context, from); name && name.end <= end; name = nameAt(context, from)) {
    names.push(name)
    from = name.end
    const more = between.exec(context.text.slice(from, end))?.[0].length ?? 0
    if (more > 0 && nameAt(context, from + more)) {
      from += more
      continue
    }
    from += beside.exec(context.text.slice(from, end))?.[0].length ?? 0
    from += between.exec(context.text.slice(from, end))?.[0].length ?? 0
  }
  return { names, end: from }
}

/** Whom words in parentheses name: people, one body, or one office; null where anything else stands there. */
export const namedAlone = (context: VoiceContext, [start, end]: Range): Voice | null => {
  const { text, isParty } = context
  const printed = text.slice(start, end).trim()
  const at = start + text.slice(start, end).indexOf(printed)
  const found = namesFrom(context, at, at + printed.length)
  if (found.names.length > 0)
    return found.end >= at + printed.length ? { kind: 'people', start: at, names: found.names, verbs: [] } : null
  const bare = printed.replace(/^the\s+/i, '')
  const office: Office | null = isParty(printed)
    ? { printed, role: null, body: bare }
    : isMeetingRole(bare) || (isWholeTitle(bare) && /^\p{Lu}/u.test(bare))
      ? { printed, role: bare, body: null }
      : null
  return office && { kind: 'office', start: at, office, verbs: [] }
}

/** Whether parentheses or a dash stand behind the end of a sentence: soon told, and rarely so. */
export const mayCredit = (text: string): boolean => /[.?!…]["”’)]?\s+[(–—-]/.test(text)

/** The words of a paragraph that are followed by whose they are, in order. */
export const creditedIn = (context: VoiceContext): Credited[] => {
  const { text } = context
  if (!mayCredit(text)) return []
  const found: Credited[] = []
  let from = text.length - text.trimStart().length
  for (const match of text.matchAll(credit)) {
    const inside = match[1] ?? match[2] ?? ''
    const at = match.index + match[0].lastIndexOf(inside)
    const voice = namedAlone(context, [at, at + inside.length])
    const end = match.index + match[0].length
    // "A. (Ada Roe) It will": a label, and no words.
    if (/^(?:Q|A)\.?$/.test(text.slice(from, match.index).trim())) continue
    if (voice) found.push({ voice, words: [from, match.index], end })
    if (voice) from = end + (text.slice(end).length - text.slice(end).trimStart().length)
  }
  return found
}
