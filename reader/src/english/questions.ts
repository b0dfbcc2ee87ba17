import { whileReading } from '../once.js'
import type { VerbInText } from './verb-group.js'

/** Somebody is asked to have the floor, and nothing is asked about what was said. */
const givesFloor =
  /^\s+(?:[^.;]|\.(?=\s\p{Lu})){1,80}?\sto\s+(?:\p{L}+ly\s+)?(?:introduce|present|speak|report|brief|outline|update|summari[sz]e|open|lead|begin|start|address|give|make|take)\b/u

/** Whether a verb asks for an answer: "asked whether", "queried the figure", "requested clarification". */
export const asksFor = ({ verb, word, end }: VerbInText, text: string): boolean =>
  (verb.kind === 'ASK' && !givesFloor.test(text.slice(end, end + 140))) ||
  /^(?:quer|request(?:ed|s)? (?:clarif|inform))/.test(word)

/** Whether words end in a question that is put as one: "Who would pay?" */
const endsInQuestion = (words: string): boolean => /\?["”’)]*\s*$/.test(words.slice(-6))

const asking =
  /(?<!\bhad )\b(?:asked|inquired|enquired|questioned|wondered|queried|(?:wished|wanted|liked?) to (?:know|hear|learn)|sought clarification|raised the question (?:of )?(?:whether|if|how|why|what|when|where|who|which))\b/g

/** Whatever was asked before so many characters was left behind. */
const lastWords = 300

const endsAsking = whileReading(
  (words: string): boolean =>
    endsInQuestion(words) ||
    [...words.matchAll(asking)].some(({ index, 0: found }) => {
      const after = index + found.length
      return !givesFloor.test(words.slice(after, after + 140))
    }),
)

/** Whether somebody's last words ask something: "One member wondered if", "In that case he wished to know". */
export const asksSomething = (all: string): boolean => endsAsking(all.slice(-lastWords))

/** Verbs that begin something of their own, whoever spoke before. */
const beginning =
  /^(?:mov|second|introduc|present|announc|open|clos|invit|propos|chair|report|list|remind|thank|congrat|add(?:ed|s)?$)/

/** "On the second item, Mr. Roe said": what was not spoken of just now. */
const newPoint =
  /^(?:on(?! th(?:is|at|ese|ose)\b)|with (?:regard|respect) to|regarding|concerning|turning to|as (?:to|for|regards)) [^,.;]{2,60},\s/i

/** Whether words bring up something of the speaker's own: by their first verb, "moved", "presented", or before the subject. */
export const begins = (verb: VerbInText | undefined, words = ''): boolean =>
  newPoint.test(words.slice(0, 100)) || (verb !== undefined && beginning.test(verb.word))
