import type { VerbInText } from './verb-group.js'

/** Somebody is asked to have the floor, and nothing is asked about what was said. */
const givesFloor =
  /^\s+(?:[^.;]|\.(?=\s\p{Lu})){1,80}?\sto\s+(?:\p{L}+ly\s+)?(?:introduce|present|speak|report|brief|outline|update|summari[sz]e|open|lead|begin|start|address|give|make|take)\b/u

/** Whether a verb asks for an answer: "asked whether", "queried the figure", "requested clarification". */
export const asksFor = ({ verb, word, end }: VerbInText, text: string): boolean =>
  (verb.kind === 'ASK' && !givesFloor.test(text.slice(end, end + 140))) ||
  /^(?:quer|request(?:ed|s)? (?:clarif|inform))/.test(word)

const asking = /\b(?:asked|inquired|enquired|questioned|wondered|queried)\b/

/** Whether words that are nobody's by name ask something: "One member wondered if". */
export const asksSomething = (words: string): boolean => asking.test(words)

/** Verbs that begin something of their own, whoever spoke before. */
const beginning = /^(?:mov|second|introduc|present|announc|open|clos|invit|propos|chair|report|list|remind)/

/** Whether a verb neither asks nor begins something, so that whoever speaks with it may answer. */
export const mayAnswer = (verb: VerbInText | undefined, text: string): boolean =>
  verb === undefined || !(asksFor(verb, text) || beginning.test(verb.word))

/** Whether a verb says that a question is answered, even where another paragraph asks it: "explained", "advised". */
export const settles = ({ word }: VerbInText): boolean =>
  /^(?:confirm|clarif|assur|reassur|explain|advis|inform)/.test(word)
