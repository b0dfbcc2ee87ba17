const gathering =
  '(?:meeting|sitting|session|house|council|committee|board|commission|assembly|hearing|court|tribunal|senate|chamber)'

const patterns: readonly RegExp[] = [
  new RegExp(
    `^the ${gathering}\\b[^.]{0,60}?\\b(?:rose|met|sat|resumed|reconvened|adjourned|(?:was|is|stood|stands) (?:called to order|adjourned|suspended|closed|resumed|opened|recessed|concluded))\\b.{0,140}$`,
    'i',
  ),
  new RegExp(`^(?:${gathering} )?(?:adjourned|suspended|resumed|recessed|concluded) (?:at|for|until)\\b.{0,100}$`, 'i'),
  /^(?:it was so (?:decided|agreed|ordered)|the agenda was adopted)\.?$/i,
  /^there being no (?:objection|further business)[^.]{0,80}\.?$/i,
  /^(?:question|motion|amendment|clause|bill)s?\b[^.]{0,60}\b(?:agreed to|put|carried|passed|defeated|negatived|withdrawn)\.?$/i,
  /^a (?:(?:party|personal|recorded) )?(?:vote|division) was (?:taken|requested|called for)[^.]{0,80}\.?$/i,
  /^the (?:motion|amendment|resolution|draft resolution)\b[^.]{0,60}\bwas (?:adopted|carried|passed|defeated|rejected|agreed to)[^.]{0,80}\.?$/i,
  /^(?:la séance est (?:ouverte|levée|suspendue|reprise)|(?:schluss|beginn|ende)(?: der sitzung)?:? |se (?:levanta|abre|suspende|reanuda) la sesión|la seduta (?:è|e['’]) (?:aperta|tolta|sospesa)|(?:the )?roll[- ]call(?: vote)?\s*:\s*\S).{0,160}$/i,
  /^(?:honou?rable|opposition|government) (?:members?|senators?) (?:having )?interjected?(?:ing)?\b.{0,60}$|\binterjecting\s*[—–-]+$/i,
  /^(?:in favou?r|against|abstain(?:ing|ed)?|abstentions|ayes|nays|noes|yeas)\s*(?:\d{1,4}\s*)?:/i,
]

const longest = 240

/** Whether a paragraph tells what happened at a meeting ("The meeting rose at 6 p.m.", "Motion agreed to."), and is no speech. */
export const isNarration = (text: string): boolean => text.length <= longest && patterns.some((each) => each.test(text))
