import { fold, opensHonorific, particles } from '../names.js'
import { isCapital } from '../text/characters.js'
import { holdsBodyWord, isBodyWord } from './bodies.js'
import { denies, helps } from './negation.js'
import { finiteForms, participles, pastForms } from './reporting-verbs.js'
import { isHead } from './titles.js'

/** What a word may be in a sentence, as bits that can be asked for together. */
export const is = {
  /** "was", "were" */
  be: 1,
  /** "has", "have", "had" */
  have: 1 << 1,
  /** An adverb that may stand between an auxiliary and its verb. */
  adverb: 1 << 2,
  /** A verb or a relative that no subject without a name goes over. */
  stop: 1 << 3,
  /** A word that no such subject begins with. */
  opener: 1 << 4,
  /** A noun that names an act of speech or a shared view. */
  speechNoun: 1 << 5,
  /** Of these, one that needs "raised", "made" or the like beside it: an issue is not yet a report. */
  topicNoun: 1 << 6,
  /** A participle that reports only together with a noun of speech ("concerns were raised"). */
  withNoun: 1 << 7,
  /** A participle that reports by itself ("training was suggested"). */
  alone: 1 << 8,
  /** A participle of an act that is done to somebody ("the board was asked to"). */
  directed: 1 << 9,
  /** What "it was …" reports with, beside the verbs of saying. */
  judged: 1 << 10,
  /** "arose": what a noun of speech does. */
  arising: 1 << 12,
  /** What a whole meeting does. */
  collective: 1 << 13,
  /** An auxiliary that a verb needs to be denied. */
  helps: 1 << 14,
  denies: 1 << 15,
  /** What may stand between a subject and its verb. */
  beforeVerb: 1 << 16,
  /** The first word of an idiom before a verb ("was unable to"), in small letters. */
  opensIdiom: 1 << 17,
  finite: 1 << 18,
  past: 1 << 19,
  participle: 1 << 20,
  /** The first word of what names nobody ("several participants"), so that a name or another subject is told at once. */
  unnamed: 1 << 21,
  /** The first word of an office or of those who represent a body ("vice-chair", "permanent representative"). */
  office: 1 << 22,
  /** A word that only names of organizations hold. */
  body: 1 << 23,
  /** The first word of an honorific. */
  honorific: 1 << 24,
  /** A word that stands before a family name and belongs to it. */
  particle: 1 << 25,
  /** A word that heads a title ("Clerk"). */
  title: 1 << 11,
} as const

const lists: readonly (readonly [kind: number, words: string])[] = [
  [is.be, 'was were'],
  [is.have, 'has have had'],
  [is.adverb, 'also further then again however thus therefore even once often still being not so'],
  [
    is.stop,
    'is are am has have can could will would may might shall should must do does did that which who whom whose where when whether if because although while whilst be been being lies remains remain needs',
  ],
  [
    is.opener,
    'while whilst given with as although though since for in on from if when regarding despite because by to at after before during under through without whereas unless until concerning and but or nor so yet he she they we i you who which that what how why where',
  ],
  [
    is.speechNoun,
    'recommendation recommendations reflection reflections cautioning caution cautions mention agreement consensus discussion discussions suggestion suggestions proposal proposals concern concerns question questions ' +
      'questioning call calls support debate recognition acknowledgement acknowledgment view views opinion opinions warning warnings criticism criticisms request requests emphasis disagreement reference references interest ' +
      'appreciation comment comments observation observations remark remarks point points issue issues idea ideas doubt doubts scepticism skepticism reservation reservations objection objections appeal appeals plea ' +
      'attention preference hope hopes fear fears worry worries regret thanks gratitude praise wish wishes argument arguments clarification clarifications explanation explanations advocacy endorsement ' +
      'feeling sentiment sense unanimity acceptance opposition enthusiasm encouragement matter matters topic topics theme themes complaint complaints grievance grievances speculation confusion uncertainty advice ' +
      'conversation exchange exchanges dialogue deliberations intervention interventions inquiry enquiry inquiries enquiries query queries challenge challenges consideration suggestion importance need needs possibility',
  ],
  [
    is.topicNoun,
    'point points issue issues idea ideas matter matters topic topics theme themes challenge challenges importance need needs possibility attention interest sense consideration',
  ],
  [
    is.withNoun,
    'raised expressed made voiced advanced put given placed drawn paid offered posed asked exchanged heard received mentioned shared presented tabled aired registered extended directed brought submitted reached laid levelled sounded urged noted suggested discussed stated formulated repeated reiterated called stressed forwarded floated ventured echoed',
  ],
  [
    is.alone,
    'suggested proposed recommended stressed emphasized emphasised highlighted underlined underscored noted mentioned questioned advocated acknowledged reiterated queried lamented deplored urged discussed debated welcomed criticized criticised',
  ],
  [
    is.directed,
    'asked urged encouraged invited requested advised cautioned warned exhorted reminded commended praised applauded criticized criticised thanked congratulated called challenged implored',
  ],
  [
    is.judged,
    'deemed considered felt thought believed understood regarded agreed decided resolved hoped feared recalled accepted held recognized recognised acknowledged concluded clarified explained',
  ],
  [
    is.arising,
    'arose emerged prevailed surfaced followed ensued continued came focused focussed centred centered included concerned related ranged touched turned highlighted revolved dealt covered went moved addressed varied differed converged diverged',
  ],
  [
    is.collective,
    'agreed noted discussed considered recommended concluded welcomed requested heard acknowledged decided recognized recognised emphasized emphasised stressed expressed thanked debated reviewed endorsed approved adopted recalled underlined reaffirmed',
  ],
  [
    is.beforeVerb,
    'also all each jointly further then again in turn too thus therefore both first firstly next later still even once often always just only soon now ' +
      'furthermore moreover likewise meanwhile nevertheless nonetheless however instead rather himself herself themselves itself ' +
      'had has have would at time to this the same point response reply conclusion closing addition ' +
      'went on sought wished wanted began by continued who',
  ],
]

const byWord = new Map<string, number>()
const add = (kind: number, words: Iterable<string>): void => {
  for (const word of words) byWord.set(word, (byWord.get(word) ?? 0) | kind)
}
for (const [kind, words] of lists) add(kind, words.split(' '))
add(is.helps, helps)
add(is.denies, denies)
add(is.finite, finiteForms.keys())
add(is.past, pastForms.keys())
add(is.participle, participles.keys())

/** The words that idioms before a verb begin with. */
const idioms = new Set('was were is are felt remained refused declined failed found'.split(' '))

/** The first words of all that names nobody. */
const unnamed = new Set(
  (
    'not one some several many most a two three the members yet still another various certain other others all an this that these those four five ' +
    'numerous both no few participants delegates speakers attendees panelists panellists panel governors trustees councilors councillors ' +
    'commissioners directors representatives none someone'
  ).split(' '),
)

const opensUnnamed = (text: string): boolean => {
  const word = /^\p{L}+/u.exec(text.slice(0, 20))?.[0].toLowerCase() ?? ''
  return unnamed.has(word) || /[^a-z]/.test(word)
}

/** What words of offices begin with. */
const officeLetters = 'acdefhmoprsv'
const office =
  /^(?:co|vice|deputy|acting|chair|moderator|facilitator|rapporteur|conven|presid|secretar|executive|director-general|present|host|permanent|representative|delegat|observer|expert|spokes)/

const plain = /^[A-Za-z]{1,20}$/

/** What a word may be, as it is printed and in small letters. */
export const kindsOf = (text: string, lowered: string): number => {
  const isPlain = plain.test(text)
  return (
    (byWord.get(lowered) ?? 0) |
    (text.endsWith('ly') ? is.adverb : 0) |
    (lowered.endsWith('ly') ? is.beforeVerb : 0) |
    (idioms.has(text) ? is.opensIdiom : 0) |
    ((isPlain ? unnamed.has(lowered) : opensUnnamed(text)) ? is.unnamed : 0) |
    (officeLetters.includes(lowered.charAt(0)) && office.test(lowered) ? is.office : 0) |
    ((isPlain ? isBodyWord(lowered) : holdsBodyWord(text)) ? is.body : 0) |
    (isCapital(text, 0) && opensHonorific(text) ? is.honorific : 0) |
    (particles.has(text) ? is.particle : 0) |
    (isHead(isPlain ? lowered : fold(text.replace(/-/g, ''))) ? is.title : 0)
  )
}
