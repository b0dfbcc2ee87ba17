import { type Word, wordAt } from '../english/words.js'

/** What may stand before a subject without a comma: "To this Mr. Poe replied". */
const leadIn =
  /^(?:[Tt]o (?:this|that|which)|[Ii]n (?:response|reply|answer|conclusion|closing|turn|addition|summary)|[Aa]t (?:this point|the outset|the end|the close)|[Oo]n (?:this|that)(?: point| issue| matter)?|[Hh]ere|[Aa]gain|[Oo]nce more|[Ff]or (?:his|her|their) part)\s+(?=\p{Lu}|the\s)/u

const beforeName =
  /^(?:At|On|With|In|By|After|Before|Following|Upon)\s[^,.;:]{3,60}?(?<!\s(?:to|of|from|by|with|for|and|between|as|than|on|at|in))\s(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Cr|Sir|Dame)\.?\s\p{Lu}|\p{Lu}{2,5}\s\p{Ll})/u

const leadInWords = new Set('to in at on here again once for'.split(' '))
const beforeNameWords = new Set('At On With In By After Before Following Upon'.split(' '))
const joint =
  /^(?:and|but|however|yet|so|moreover|furthermore|also|finally|then|thus|therefore|similarly|meanwhile|lastly|first|second|third|secondly|thirdly|subsequently|next|as),?\s+/i
const joining = new Set(
  'and but however yet so moreover furthermore also finally then thus therefore similarly meanwhile lastly first second third secondly thirdly subsequently next as'.split(
    ' ',
  ),
)

const [comma, colon] = [44, 58]
const space = /\s/

/** How many of the next four characters open a quotation, emphasis or a parenthesis. */
const quotedLength = (text: string, at: number): number => {
  let length = 0
  while (length < 4 && at + length < text.length && '"“‘*_('.includes(text.charAt(at + length))) length++
  return length
}

/** The letter of an item that a clause begins with is no longer. */
const longestItem = 3

/** Where the words of a clause begin, behind the letter or number of an item: "(a) Ms. Roe asked". */
const wordsFrom = (text: string, start: number, first: Word | null): number => {
  if (first?.start === start && first.end - start > longestItem) return start
  const opening = text.charCodeAt(start)
  // Most begin with a capital, and behind it no letter of an item can be.
  if (opening >= 65 && opening <= 90) return start
  const mark = /^\s*(?:\([A-Za-z\d]{1,4}\)|[a-z\d]{1,3}[.)])\s+(?=\S)/.exec(text.slice(start, start + 12))
  return start + (mark?.[0].length ?? 0)
}

/** Where a subject begins that is the first of a clause. */
export const subjectStart = (text: string, start: number): number => {
  const at = wordsFrom(text, start, wordAt(text, start))
  return at + quotedLength(text, at)
}

/** Where a subject may begin behind words that no comma parts from it: "And Ms. Roe", "To this Mr. Poe replied". */
const behindWords = (text: string, start: number, end: number, first: Word): number[] => {
  const positions: number[] = []
  const add = (match: RegExpExecArray | null): void => {
    if (match) positions.push(start + match[0].length)
  }
  if (joining.has(first.lowered)) add(joint.exec(text.slice(start, start + 24)))
  if (first.lowered === 'both') add(/^[Bb]oth\s+(?=the\s|\p{Lu})/u.exec(text.slice(start, start + 12)))
  if (leadInWords.has(first.lowered)) add(leadIn.exec(text.slice(start, start + 60)))
  // "At the Chair's invitation Mr. Roe commented"
  if (beforeNameWords.has(first.text)) add(beforeName.exec(text.slice(start, Math.min(end, start + 90))))
  return positions
}

/** Where a subject may begin in a clause: at its start, and after what is put in front of it up to a comma. */
export const subjectPositions = (text: string, start: number, end: number): number[] => {
  const first = wordAt(text, start)
  const positions = [wordsFrom(text, start, first)]
  if (first?.start === start) positions.push(...behindWords(text, start, end, first))
  const limit = Math.min(end, start + 280)
  for (let i = start; i < limit && positions.length < 7; i++) {
    const code = text.charCodeAt(i)
    const isDash = (code === 45 || code === 8211 || code === 8212) && space.test(text[i - 1] ?? '') && i < start + 60
    if ((code !== comma && code !== colon && !isDash) || !space.test(text[i + 1] ?? '')) continue
    let next = i + 2
    while (next < limit && space.test(text[next] ?? '')) next++
    if (i + 1 < limit) positions.push(next)
  }
  return positions.map((at) => at + quotedLength(text, at))
}
