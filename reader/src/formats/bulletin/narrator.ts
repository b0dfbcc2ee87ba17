import type { NameInText } from '../../identity/names-in-text.js'
import { addRoleHolder, identify } from '../../identity/within-meeting.js'
import { type Answering, answers } from '../../narrative/answers.js'
import { newChair, setHolder } from '../../narrative/chair.js'
import { isNarration } from '../../narrative/narration.js'
import type { Paragraph } from '../../narrative/paragraphs.js'
import type { Company, Narrator } from '../../narrative/read.js'
import type { Said, Stretch } from '../../narrative/stretch.js'
import { bodyKey } from '../../people/bodies.js'
import { statedAffiliation } from '../../people/stated-affiliation.js'
import { personSpeaker, voiceSpeakers } from '../../reported-speech/speakers.js'
import { subjectPositions } from '../../reported-speech/subject-positions.js'
import type { Range, Voice, VoiceContext } from '../../reported-speech/voice.js'
import { voiceOf } from '../../reported-speech/voice-of.js'
import { piecesOf } from '../../text/flow.js'
import { sentencesOf } from '../../text/sentences.js'
import { codesIn } from './codes.js'
import { isCommentary } from './commentary.js'
import { cutsIn } from './cuts.js'
import { withRunInHeadings } from './headings.js'
import { bodyOf } from './names.js'
import { peopleNamed } from './people.js'
import { type PeopleSubject, peopleSubject } from './people-subject.js'
import { type PartySubject, type PartyText, partyBefore, partySubject } from './subject.js'
import { type Survey, surveyOf } from './survey.js'
import { takesSide } from './takes-side.js'

/** All that a paragraph is told with. */
interface Telling {
  readonly company: Company
  readonly survey: Survey
  readonly paragraph: Paragraph
  readonly party: PartyText
  readonly context: VoiceContext
  /** What was told of the paragraph before. */
  readonly told: readonly Stretch[]
}

const contextOf = ({ text, names }: Paragraph): VoiceContext => ({
  text,
  names: new Map(names.map((name) => [name.start, name])),
  isParty: () => false,
  familyName: () => null,
})

const partySaid = ({ company, survey }: Telling, { bodies }: PartySubject): Said[] =>
  bodies.map(({ printed, onBehalfOf }) => ({
    attribution: 'PARTY',
    speaker: null,
    speakerMatch: null,
    speakerAsPrinted: printed,
    speakerRole: null,
    party: bodyOf(company.bodies, survey.names, printed),
    onBehalfOf: onBehalfOf.map((body) => bodyOf(company.bodies, survey.names, body)),
  }))

/** Whether words answer. Where states are called by codes it is minutes of experts, who answer each other as others do. */
const answersOf = ({ paragraph, party, context, told }: Telling, voice: Voice, [start, end]: Range): Answering =>
  party.codes.size > 0
    ? answers(context, { start, end, voice }, told)
    : { answers: takesSide(paragraph.text.slice(start, end), voice.verbs[0]) }

const partyStretch = (telling: Telling, subject: PartySubject, range: Range): Stretch => {
  const { start, verbs, bodies } = subject
  const [{ printed } = { printed: '' }] = bodies
  const voice: Voice = { kind: 'office', start, verbs, office: { printed, role: null, body: printed } }
  return {
    kind: 'voice',
    range,
    speakers: partySaid(telling, subject),
    verbs,
    ...answersOf(telling, voice, range),
  }
}

/** Somebody whom the bulletin names, with the office that it prints before the name. */
const namedSaid = ({ company, survey, paragraph }: Telling, name: NameInText): Said => {
  const { flow, text } = paragraph
  const speaker = personSpeaker({ ...company, flow: { ...flow, text } }, name)
  const office = survey.people.get(paragraph)?.find(({ start }) => start === name.start)
  return { ...speaker, speakerRole: office?.role ?? null, onBehalfOf: [] }
}

const behalf = /^[^.;]{0,160}?\bon behalf of\s+(?:the\s+)?([^,.;]{2,90})/

const voiceSaid = (telling: Telling, voice: Voice, range: Range): Said[] => {
  const { company, survey, paragraph } = telling
  const { flow, text } = paragraph
  if (voice.kind === 'people') {
    const words = behalf.exec(text.slice(...range))?.[1]
    const onBehalfOf = words === undefined ? [] : [bodyOf(company.bodies, survey.names, words)]
    return voice.names.map((name) => ({ ...namedSaid(telling, name), onBehalfOf }))
  }
  // A secretariat is a body, whoever speaks for it.
  if (voice.kind === 'office' && /^secretariat$/i.test(voice.office.role ?? ''))
    return [
      {
        attribution: 'PARTY',
        speaker: null,
        speakerMatch: null,
        speakerAsPrinted: voice.office.printed.replace(/^the\s+/i, ''),
        speakerRole: null,
        party: bodyKey(company.bodies, 'Secretariat'),
        onBehalfOf: [],
      },
    ]
  const context = { ...company, flow: { ...flow, text } }
  return voiceSpeakers(context, voice).map((speaker) => ({ ...speaker, onBehalfOf: [] }))
}

/** What breaks off a turn: the meeting's own act, and no "the group considered" that the speaker tells of. */
const ofMeeting =
  /^(?:it was (?:\p{L}+ly |then |also )?(?:agreed|decided|resolved|noted)|the (?:committee|meeting|plenary|council|conference|parties|(?:\p{L}+ )?working group) (?:then |also )?(?:agreed|adopted|decided|approved|requested|elected))\b/iu

const isOfTurn = (text: string, voice: Voice): boolean =>
  voice.kind === 'impersonal' && !ofMeeting.test(text.slice(voice.start, voice.start + 60))

const voiceStretch = (telling: Telling, voice: Voice | null, range: Range, isInside: boolean): Stretch => {
  const { text } = telling.paragraph
  if (voice === null || (isInside && isOfTurn(text, voice))) return { kind: 'plain', range }
  if (voice.kind === 'anonymous' || voice.kind === 'impersonal') {
    const kind = voice.kind === 'anonymous' ? 'ANONYMOUS' : 'IMPERSONAL'
    return { kind: 'nobody', range, passage: { kind, wording: text.slice(...voice.wording).trim() } }
  }
  if (voice.kind === 'pronoun' || voice.kind === 'participant') return { kind: 'pronoun', range, verbs: voice.verbs }
  const speakers = voiceSaid(telling, voice, range)
  return { kind: 'voice', range, speakers, verbs: voice.verbs, ...answersOf(telling, voice, range) }
}

/** People named at an offset, or behind the office that begins there: "AGM Chair Ana Roe opened". */
const namedAt = ({ context, paragraph }: Telling, at: number, end: number): PeopleSubject | null => {
  const lead = /^(?:the\s+)?(?:[\p{Lu}\d][\p{L}\d-]*\s+){1,5}/iu.exec(paragraph.text.slice(at, at + 80))?.[0] ?? ''
  const starts = [at, ...[...lead.matchAll(/\S+\s+/g)].map(({ index, 0: word }) => at + index + word.length)]
  const start = starts.find((each) => context.names.has(each))
  return start === undefined ? null : peopleSubject(context, start, end)
}

const officeAction =
  /^the (?:co-?)?(?:chair(?:man|person|woman|s)?|president|secretariat|bureau)\s+(?:then\s+|also\s+)?\p{Ll}{3,}ed\b/iu
/** A body that no rule knows and that speaks all the same: its words are nobody's, and not those of who spoke before. */
const unknownBody =
  /^(?:The\s+)?\p{Lu}[\p{L}’'-]*(?:\s+(?:(?:of|for|and|the|on)\s+){0,2}\p{Lu}[\p{L}’'-]*){1,8}(?:\s+\(\p{Lu}[\p{L}\d-]+\))?,?\s+(?:also\s+)?(?:said|stated|stressed|proposed|suggested|asked|urged|emphasized|emphasised|explained|reported|highlighted|underscored|underlined|lamented|cautioned|warned|welcomed)\b/u

interface First {
  readonly subject: PartySubject | null
  readonly voice: Voice | null
  /** The sentence tells what somebody did, and reports no words. */
  readonly isAction: boolean
}

/** The voice that a sentence begins with: a party, somebody with an office, or what else reports. */
const firstVoice = (telling: Telling, [start, end]: Range): First => {
  const { text } = telling.paragraph
  const before = partyBefore(telling.party, start)
  if (before) return { subject: before, voice: null, isAction: false }
  for (const [i, at] of subjectPositions(text, start, end).entries()) {
    const subject = partySubject(telling.party, at, end)
    if (subject) return { subject, voice: null, isAction: false }
    const named = namedAt(telling, at, end)
    if (named && (named.voice || i === 0)) return { subject: null, voice: named.voice, isAction: named.voice === null }
  }
  const voice = voiceOf(telling.context, start, end)
  const words = text.slice(start, end)
  const isAction = voice === null && (officeAction.test(words) || unknownBody.test(words))
  return { subject: null, voice, isAction }
}

const tellSentence = (telling: Telling, sentence: Range, isInside: boolean): Stretch[] => {
  const { text } = telling.paragraph
  const words = text.slice(...sentence)
  const { subject, voice, isAction } = firstVoice(telling, sentence)
  if (isAction || (subject === null && isNarration(words, undefined)))
    return [{ kind: 'nobody', range: sentence, passage: null }]
  const said = subject?.verbs[0]?.end ?? subject?.bodies.at(-1)?.end ?? voice?.verbs[0]?.end ?? sentence[0]
  const cuts = cutsIn(telling.party, sentence, said)
  const first: Range = [sentence[0], cuts[0]?.before ?? sentence[1]]
  return [
    subject ? partyStretch(telling, subject, first) : voiceStretch(telling, voice, first, isInside),
    ...cuts.map((cut, i) =>
      partyStretch(telling, cut.subject, [cut.subject.start, cuts[i + 1]?.before ?? sentence[1]]),
    ),
  ]
}

const opening = /\b(?:opened|convened|called|welcomed|presided|chaired)\b/
const presiding = /(?<!vice-|co-)\b(chair|president)(?:man|person|woman)?$/i

/**
 * Who holds an office from a sentence on. The chair, or president, is who takes the chair, or opens the meeting under that name;
 * else whom the bulletin first names so. Other offices are held by the one whom it names with them.
 */
const noteOffices = ({ company, survey, paragraph }: Telling, [start, end]: Range, known: Set<string>): void => {
  const { text, names } = paragraph
  const { cast } = company
  const taken = newChair(
    text,
    names.filter((name) => name.start >= start && name.end <= end),
  )
  if (taken !== null) setHolder(cast, 'chair', taken)
  for (const { name, role, start: at, end: until } of survey.people.get(paragraph) ?? []) {
    if (role === null || at < start || until > end) continue
    const { person } = identify(cast, name)
    const office = presiding.exec(role)?.[1]?.toLowerCase()
    if (person === null) continue
    if (office === undefined) addRoleHolder(cast, role, person)
    else if (!known.has(office) || opening.test(text.slice(until, until + 60))) setHolder(cast, office, person)
    if (office !== undefined) known.add(office)
  }
}

const stateCountries = ({ company, survey, paragraph }: Telling, stated: Set<string>): void => {
  for (const { name, country, countryAt } of survey.people.get(paragraph) ?? []) {
    const { person } = identify(company.cast, name)
    if (person === null || country === null || countryAt === null || stated.has(`${person} ${country}`)) continue
    stated.add(`${person} ${country}`)
    company.affiliations.push(
      statedAffiliation({
        position: company.affiliations.length + 1,
        person,
        organization: bodyOf(company.bodies, survey.names, country),
        title: null,
        pieces: piecesOf(paragraph.flow, ...countryAt),
      }),
    )
  }
}

/** Names as they begin behind the office before them. */
const withoutOffices = (paragraph: Paragraph, survey: Survey): NameInText[] =>
  paragraph.names.map((name) => {
    const office = survey.people.get(paragraph)?.find(({ start, end }) => start > name.start && end <= name.end)
    return office ? { ...name, start: office.start, printed: office.name } : name
  })

/** A bulletin: parties speak, and offices, and people only where it names them. */
export const bulletinNarrator: Narrator = {
  parts: withRunInHeadings,
  unlisted: (paragraphs) => paragraphs.flatMap(({ text }) => peopleNamed(text).map(({ name }) => name)),
  teller: (company, paragraphs, source) => {
    const survey = surveyOf(paragraphs, codesIn(source))
    const stated = new Set<string>()
    const offices = new Set<string>()
    for (const paragraph of paragraphs) paragraph.names = withoutOffices(paragraph, survey)
    return (paragraph, headings) => {
      const { text, strong } = paragraph
      const party: PartyText = { text, strong, style: survey.style, codes: survey.codes, isOwnBody: survey.isOwnBody }
      const stretches: Stretch[] = []
      const telling: Telling = { company, survey, paragraph, party, context: contextOf(paragraph), told: stretches }
      const whole: Range = [text.length - text.trimStart().length, text.length]
      if (isCommentary(headings)) return [{ kind: 'nobody', range: whole, passage: null }]
      stateCountries(telling, stated)
      for (const sentence of sentencesOf(text, company.language)) {
        noteOffices(telling, sentence, offices)
        const last = stretches.at(-1)
        stretches.push(...tellSentence(telling, sentence, last !== undefined && last.kind !== 'nobody'))
      }
      return stretches
    }
  },
}
