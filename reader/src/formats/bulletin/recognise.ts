import { excerptOf } from '../../excerpt.js'
import { counted } from '../../narrative/counted.js'
import { narrativeDocument } from '../../narrative/document.js'
import { paragraphsOf } from '../../narrative/paragraphs.js'
import { subjectPositions } from '../../reported-speech/subject-positions.js'
import type { SourceText } from '../../source.js'
import { sentencesOf } from '../../text/sentences.js'
import { markedUp } from '../../turns/signs.js'
import type { Recognition } from '../format.js'
import { codesIn } from './codes.js'
import { isDelegation, mayNameDelegation, mostDelegations } from './groups.js'
import { withRunInHeadings } from './headings.js'
import { mayBeOfNegotiation, styleOf } from './style.js'
import { type PartyText, partySubject } from './subject.js'

/** Fewer delegations, or fewer of their turns, make no negotiation. */
const fewest = { parties: 3, turns: 4 }
/** No document with fewer is surer to be a bulletin. */
const ofFew = 0.2

/** The states and groups of states that speak at the start of a sentence, or behind what is put before it. */
const delegationsAt = (party: PartyText, start: number, end: number): string[] => {
  for (const at of subjectPositions(party.text, start, end).slice(0, 3)) {
    const subject = partySubject(party, at, end)
    if (subject)
      return subject.bodies
        .map(({ printed }) => printed)
        .filter(
          (name) =>
            isDelegation(name) || party.codes.has(name) || (party.style === 'capitals' && /\p{Lu}{4}/u.test(name)),
        )
  }
  return []
}

const inCapitals = /\p{Lu}{4,}/gu

/** A document that can name hardly any delegation, and sets no others off by capitals, is no bulletin. */
export const atMostBulletin = (whole: SourceText): number => {
  const source = excerptOf(whole)
  if (markedUp(source)) return 0
  const { text, layout } = source
  if (layout.length > 0 || text.includes('](') || codesIn(source).size > 0) return 1
  const delegations = mostDelegations(text)
  if (delegations >= fewest.turns) return 1
  const mayBeInCapitals = delegations > 1 || mayBeOfNegotiation(text)
  const others = mayBeInCapitals ? [...text.matchAll(inCapitals)].length : 0
  return delegations + others < fewest.turns ? ofFew : 1
}

/** How sure it is that a document is a bulletin: most of its paragraphs begin with delegations that speak. */
export const recogniseBulletin = (whole: SourceText): Recognition => {
  const source = excerptOf(whole)
  if (markedUp(source)) return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  const parts = withRunInHeadings(source, narrativeDocument(source).parts)
  const paragraphs = paragraphsOf(source, parts)
  const codes = codesIn(source)
  const style = styleOf(paragraphs, codes)
  const parties = new Map<string, number>()
  let [turns, said, all] = [0, 0, 0]
  for (const { text, strong } of paragraphs) {
    all += text.length
    const party = { text, style, strong, codes, isOwnBody: () => style !== 'capitals' }
    const known =
      style === 'capitals' || codes.size > 0 || mayNameDelegation(text)
        ? sentencesOf(text).flatMap(([start, end]) => delegationsAt(party, start, end))
        : []
    for (const name of known) parties.set(name, (parties.get(name) ?? 0) + 1)
    turns += known.length
    if (known.length > 0) said += text.length
  }
  const share = said / Math.max(1, all)
  // Paragraphs with numbers of their own are a summary's.
  const numbers = parts.filter((part) => part.kind === 'paragraph' && part.number !== null).length
  const counts = paragraphs.filter(({ text }) => counted.test(text)).length
  const numbered = Math.min(1, (numbers + counts) / Math.max(1, paragraphs.length))
  const isFew = parties.size < fewest.parties || turns < fewest.turns
  return {
    confidence: isFew
      ? Math.min(ofFew, turns / 50)
      : Math.round(Math.min(1, 0.5 + 0.7 * share) * (1 - 0.7 * numbered) * 100) / 100,
    reasons: [
      `states and groups of states speak ${turns} times, ${parties.size} different ones`,
      ...(turns > 0 ? [`${Math.round(share * 100)} % of the text stands in such paragraphs`] : []),
    ],
  }
}
