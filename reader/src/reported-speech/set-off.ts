const honorific = '(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Dr|Sir|Dame|M|Prof|Lord|Lady)\\.?\\s+'
const capitals = new RegExp(`^(?:The\\s+|${honorific})(?:\\p{L}[\\p{L}.'’-]*\\s+){0,3}?\\p{Lu}{3,}`, 'u')
const bold = new RegExp(`^(?:The\\s+)?(?:\\*\\*|__|\\*|_)(?:The\\s+(?:Chair|President)|${honorific}\\p{Lu})`, 'u')
const ofCountry = new RegExp(
  `^(?:\\*\\*|__|\\*|_)?${honorific}\\p{Lu}[\\p{L}.'’ -]{1,40}(?:\\*\\*|__|\\*|_)?\\s\\(\\p{Lu}[\\p{L} .'’()-]{2,60}\\),?\\s\\p{Ll}`,
  'u',
)

const delegate =
  /^(?:In (?:reply|response)[^,.]{0,60},\s+|Speaking on behalf of [^,.]{2,80},\s+)?(?:[Tt]he|[Aa]n?|THE)\s+(?:(?:Permanent|Deputy|Government|Employer|Worker|Workers['’]|Employers['’])\s+)?(?:representatives?|delegates?|delegations?|observers?|spokes(?:person|man|woman)|members?|(?:Vice-)?Chair(?:person|man|woman)?)\s+(?:of|for|from)\s+(?:the\s+)?\p{Lu}|^(?:In (?:reply|response)[^,.]{0,60},\s+)?[Tt]he\s+(?:Employers?|Workers?|Government)['’]?\s+(?:spokes(?:person|man|woman)|Vice-Chair\p{L}*|member|group|coordinator)/u

/**
 * Whether a paragraph opens as one of an official summary record does: with a speaker in capitals or in bold type ("Mr. ROE
 * said"), or with the country that speaks behind the name ("Mr. Roe (Kenya) said"), or with those who speak for a body ("The representative of Kenya said").
 */
export const opensSetOff = (paragraph: string): boolean => {
  const text = paragraph.slice(0, 180).trimStart()
  return delegate.test(text) || capitals.test(text) || bold.test(text) || ofCountry.test(text)
}
