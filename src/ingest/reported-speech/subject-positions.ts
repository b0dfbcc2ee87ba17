/** What may stand before a subject without a comma: "To this Mr. Poe replied". */
const leadIn =
  /^(?:[Tt]o (?:this|that|which)|[Ii]n (?:response|reply|answer|conclusion|closing|turn|addition|summary)|[Aa]t (?:this point|the outset|the end|the close)|[Oo]n (?:this|that)(?: point| issue| matter)?|[Hh]ere|[Aa]gain|[Oo]nce more|[Ff]or (?:his|her|their) part)\s+(?=\p{Lu}|the\s)/u

const beforeName =
  /^(?:At|On|With|In|By|After|Before|Following|Upon)\s[^,.;:]{3,60}?(?<!\s(?:to|of|from|by|with|for|and|between|as|than|on|at|in))\s(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Cr|Sir|Dame)\.?\s\p{Lu}|\p{Lu}{2,5}\s\p{Ll})/u

const [comma, colon] = [44, 58]
const space = /\s/

/** How many of the next four characters open a quotation, emphasis or a parenthesis. */
const quotedLength = (text: string, at: number): number => {
  let length = 0
  while (length < 4 && at + length < text.length && '"“‘*_('.includes(text.charAt(at + length))) length++
  return length
}

/** Where a subject may begin in a clause: at its start, and after what is put in front of it up to a comma. */
export const subjectPositions = (text: string, start: number, end: number): number[] => {
  const opening = text.charCodeAt(start)
  const isCapital = opening >= 65 && opening <= 90
  // Most begin with a capital, and behind it no letter of an item can be.
  const mark = isCapital
    ? null
    : /^\s*(?:\([A-Za-z\d]{1,4}\)|[a-z\d]{1,3}[.)])\s+(?=\S)/.exec(text.slice(start, start + 12))
  const positions = mark ? [start + mark[0].length] : [start]
  const lead =
    /^(?:and|but|however|yet|so|moreover|furthermore|also|finally|then|thus|therefore|similarly|meanwhile|lastly|first|second|third|secondly|thirdly|subsequently|next|as),?\s+/i.exec(
      text.slice(start, start + 24),
    )
  if (lead) positions.push(start + lead[0].length)
  const both = /^[Bb]oth\s+(?=the\s|\p{Lu})/u.exec(text.slice(start, start + 12))
  if (both) positions.push(start + both[0].length)
  const short = !isCapital || 'TIAOHF'.includes(text.charAt(start)) ? leadIn.exec(text.slice(start, start + 60)) : null
  if (short) positions.push(start + short[0].length)
  // "At the Chair's invitation Mr. Roe commented"
  const ahead = 'AOWIBFU'.includes(text.charAt(start))
    ? beforeName.exec(text.slice(start, Math.min(end, start + 90)))
    : null
  if (ahead) positions.push(start + ahead[0].length)
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
