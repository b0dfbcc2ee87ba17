import { isDelegation } from './groups.js'

/** How a bulletin sets off those who speak: by capitals, in bold, or not at all. */
export type Style = 'capitals' | 'bold' | 'plain'

const opening = /^(?:the\s+)?(\p{Lu}[\p{L}\d.’'&/-]*(?:\s(?:(?:and|of|the)\s)?\p{Lu}[\p{L}\d.’'/-]*){0,4})/iu

/** The longest beginning of a text that names a delegation; null where none does. */
export const delegationAtStart = (text: string): string | null => {
  const words = opening.exec(text.slice(0, 120))?.[1]
  if (words === undefined) return null
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1))
    if (isDelegation(words.slice(0, end))) return words.slice(0, end)
  return null
}

const isCapitals = (name: string): boolean => name === name.toUpperCase() && /\p{Lu}{4}/u.test(name)

/** "VARENIA said", "ALMADIR and KESSEN, opposed by TURGAI, suggested": bodies in capitals, and no person with a title. */
const bodiesInCapitals =
  /(?<=^\s*|[.;]["”’]?\s+)(?:The\s+)?(?!(?:MR|MRS|MS|MISS|DR|SIR|PROF)\b)(\p{Lu}{4,}[\p{Lu}’'-]*(?:\s(?:(?:OF|THE|AND|FOR)\s)*\p{Lu}{3,}[\p{Lu}’'-]*){0,5})(?=(?:,\s[^.;]{3,160},|\s+and\s+(?:the\s+)?\p{Lu}{3,}[\p{Lu}\s’'-]*)?\s\p{Ll}{3,}\b)/gu

/** What is written of meetings of delegations, and of no other. */
const ofNegotiation =
  /\b(?:plenary|contact group|delegates|delegations|negotiating|informal consultations|bracket(?:s|ed))\b/i

/** Whether a text of several lines may hold one of these words: a quick look, for most do not. */
export const mayBeOfNegotiation = (text: string): boolean =>
  /plenary|contact|delegat|negotiating|informal|bracket/i.test(text)

/** The bodies that a text sets off by capitals as they speak, whatever they are called; none in a text of another kind. */
export const setOffInCapitals = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  if (!texts.some((text) => ofNegotiation.test(text))) return times
  for (const text of texts)
    for (const [, name = ''] of text.matchAll(bodiesInCapitals)) times.set(name, (times.get(name) ?? 0) + 1)
  return times
}

/** Fewer in capitals say nothing of how a text is written. */
const fewestInCapitals = { bodies: 4, turns: 6 }

/** Whether a text sets bodies off by capitals that no list of states knows. */
export const hasBodiesInCapitals = (texts: readonly string[]): boolean => {
  const times = setOffInCapitals(texts)
  const turns = [...times.values()].reduce((sum, count) => sum + count, 0)
  return times.size >= fewestInCapitals.bodies && turns >= fewestInCapitals.turns
}

/** How most paragraphs that begin with a delegation set it off; codes of states are capitals. */
export const styleOf = (
  paragraphs: readonly { readonly text: string; readonly strong: readonly (readonly [number, number])[] }[],
  codes: ReadonlySet<string>,
): Style => {
  if (codes.size > 0) return 'capitals'
  const counts = { capitals: 0, bold: 0, plain: 0 }
  for (const { text, strong } of paragraphs) {
    const from = text.length - text.trimStart().length
    const name = delegationAtStart(text.slice(from, from + 160))
    if (name === null) continue
    const isBold = strong.some(([start, end]) => start <= from + 4 && end > from && end - start < 60)
    counts[isBold ? 'bold' : isCapitals(name) ? 'capitals' : 'plain']++
  }
  if (counts.capitals >= 2 && counts.capitals >= counts.bold) return 'capitals'
  if (counts.bold >= 2) return 'bold'
  return hasBodiesInCapitals(paragraphs.map(({ text }) => text)) ? 'capitals' : 'plain'
}
