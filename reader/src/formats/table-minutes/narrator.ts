import { pastForms } from '../../english/reporting-verbs.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { identify } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import { answers } from '../../narrative/answers.js'
import { newChair, setHolder } from '../../narrative/chair.js'
import { isNarration, isOpeningOrClosing } from '../../narrative/narration.js'
import { officeAt } from '../../narrative/office-at.js'
import type { Paragraph } from '../../narrative/paragraphs.js'
import type { Company, Narrator } from '../../narrative/read.js'
import type { Said, Stretch } from '../../narrative/stretch.js'
import type { Bodies } from '../../people/bodies.js'
import { type Clause, clausesOf } from '../../reported-speech/clauses.js'
import { officeAt as officeIn } from '../../reported-speech/office-voice.js'
import { mayNameOneOf } from '../../reported-speech/party-names.js'
import { voiceSpeakers } from '../../reported-speech/speakers.js'
import { spokenFor } from '../../reported-speech/spoken-for.js'
import { stateAffiliation } from '../../reported-speech/state-affiliation.js'
import { unlistedIn } from '../../reported-speech/unlisted-speakers.js'
import type { Office, Range, Voice, VoiceContext } from '../../reported-speech/voice.js'
import { sentencesOf } from '../../text/sentences.js'
import { namedOver } from '../../turns/headings.js'
import { creditedIn, mayCredit } from './credited.js'
import { cellLabel, withOwners } from './issue-cells.js'
import { labelledIn } from './labelled.js'
import { type Asked, namedInLabel, questionLabel, withNumbers } from './questions.js'
import { sideVoice } from './sides.js'
import { isOfSomebodyElse } from './somebody-else.js'
import { withTimes } from './times.js'
import { movedBy, wasTold } from './was-told.js'

/** "The Consultant": a body that the record calls so by a single word, which might be an office elsewhere. */
const bodyCalled = (text: string, { byName }: Bodies, at: number): { office: Office; end: number } | null => {
  const [printed = '', word = ''] = /^[Tt]he\s+(\p{L}[\p{Ll}-]+)(?=[\s,.])/u.exec(text.slice(at, at + 40)) ?? []
  const body = word === '' ? undefined : byName.get(fold(word))?.name
  return body === undefined ? null : { office: { printed, role: null, body }, end: at + printed.length }
}

const contextOf = ({ text, names }: Paragraph, { cast, bodies }: Company): VoiceContext => ({
  text,
  names: new Map(names.map((name) => [name.start, name])),
  isParty: (name) => bodies.byName.has(fold(name.replace(/^the\s+/i, ''))),
  mayNameParty: mayNameOneOf(text, [bodies.byName], false),
  officeAt: (at) => {
    const [body, office] = [bodyCalled(text, bodies, at), officeAt(text)(at)]
    // "The liaison officer" is more than "the liaison".
    return body && body.end >= (office?.end ?? 0) ? body : office
  },
  familyName: (start, end) => {
    const printed = text.slice(start, end)
    const found = identify(cast, printed)
    return found.person === null ? null : { ...found, start, end, printed, isPerson: true }
  },
})

/** Indirect speech shifts the past back: who "had said" something said it before, and is only told of. */
const isToldOf = ({ voice }: Clause, text: string): boolean => {
  if (voice === null) return false
  if ('wording' in voice) return /\bhad\b/.test(text.slice(voice.start, voice.wording[1] + 12))
  return /\bhad\b/.test(voice.verbs[0]?.before ?? '')
}

const genderOf = (pronoun: string): 'f' | 'm' | null => {
  if (/^she\s/i.test(pronoun)) return 'f'
  return /^he\s/i.test(pronoun) ? 'm' : null
}

/** Who does something in a sentence that reports nothing: "The Secretary did so." */
const subjectOf = (company: Company, { flow, text }: Paragraph, context: VoiceContext, at: number): Said[] | null => {
  const name = context.names.get(at)
  const office = name ? null : officeIn(context, at)
  const voice: Voice | null = name
    ? { kind: 'people', start: at, names: [name], verbs: [] }
    : office && { kind: 'office', start: at, office: office.office, verbs: [] }
  if (voice === null) return null
  return voiceSpeakers({ ...company, flow: { ...flow, text } }, voice).map((speaker) => ({
    ...speaker,
    onBehalfOf: [],
  }))
}

const stretchOf = (
  company: Company,
  paragraph: Paragraph,
  voices: VoiceContext,
  clause: Clause,
  before: readonly Stretch[],
): Stretch => {
  const { flow, text } = paragraph
  const isInside = before.some(({ kind }) => kind !== 'nobody')
  const { start, end, voice } = clause
  const range: Range = [start, end]
  if (voice !== null && isOpeningOrClosing(text.slice(start, end), voice.verbs))
    return { kind: 'nobody', range, passage: null }
  if (voice === null && isInside && isOfSomebodyElse(voices, start, end, before))
    return { kind: 'nobody', range, passage: null }
  const isBody = voice?.kind === 'office' && voice.office.role === null
  if (voice === null || ((isInside || isBody) && isToldOf(clause, text))) return { kind: 'plain', range }
  if (voice.kind === 'anonymous' || voice.kind === 'impersonal') {
    const kind = voice.kind === 'anonymous' ? 'ANONYMOUS' : 'IMPERSONAL'
    return { kind: 'nobody', range, passage: { kind, wording: text.slice(...voice.wording).trim() } }
  }
  if (voice.kind === 'pronoun' || voice.kind === 'participant') {
    const isThing = /^it\s/i.test(text.slice(voice.start, voice.start + 3))
    const gender = genderOf(text.slice(voice.start, voice.start + 4))
    return isThing ? { kind: 'plain', range } : { kind: 'pronoun', range, verbs: voice.verbs, gender }
  }
  if ((voice.kind === 'office' || (voice.kind === 'people' && voice.names.length === 1)) && isSubjunctive(voice))
    return { kind: 'plain', range }
  if (voice.kind === 'people') for (const name of voice.names) stateAffiliation(company, paragraph, name)
  const context = { flow: { ...flow, text }, cast: company.cast, bodies: company.bodies, findings: company.findings }
  const onBehalfOf = spokenFor(company, text, voice, start)
  const speakers = voiceSpeakers(context, voice).map((speaker) => ({ ...speaker, onBehalfOf }))
  return {
    kind: 'voice',
    range,
    speakers,
    verbs: voice.verbs,
    ...answers(voices, clause, before),
  }
}

const namesWithin = (names: readonly NameInText[], [start, end]: Range): NameInText[] =>
  names.filter((name) => name.start >= start && name.end <= end)

const credited = /^["“«].{8,}["”»]\s*[—–-]+\s*(?=\p{Lu})/su

/** "“The gate is broken.” — Ms. Roe": words in quotation marks, with whose they are behind them. */
const quotation = (company: Company, { flow, text }: Paragraph, context: VoiceContext): Stretch[] | null => {
  const start = text.length - text.trimStart().length
  const lead = credited.exec(text.slice(start, start + 4000))?.[0].length ?? 0
  const name = lead > 0 ? context.names.get(start + lead) : undefined
  if (!name || /[^\s.]/.test(text.slice(name.end))) return null
  const range: Range = [start, start + text.slice(start, start + lead).replace(/\s*[—–-]+\s*$/, '').length]
  return [saidBy(company, { flow, text }, ofOne(name), range)]
}

const ofOne = (name: NameInText): Voice => ({ kind: 'people', start: name.start, names: [name], verbs: [] })

const saidBy = (
  company: Company,
  { flow, text }: Pick<Paragraph, 'flow' | 'text'>,
  voice: Voice,
  range: Range,
  answers = false,
): Extract<Stretch, { kind: 'voice' }> => {
  const speakers = voiceSpeakers({ ...company, flow: { ...flow, text } }, voice)
  return {
    kind: 'voice',
    range,
    speakers: speakers.map((one) => ({ ...one, onBehalfOf: [] })),
    verbs: [],
    answers,
  }
}

/** The words behind the label of a question or an answer. */
const askedBy = (
  company: Company,
  paragraph: Paragraph,
  { voice, from, answers: isAnswer }: Asked,
  end: number,
): Stretch => {
  const range: Range = [from, end]
  if (voice.kind !== 'anonymous') {
    const said = saidBy(company, paragraph, voice, range)
    return isAnswer ? { ...said, mayAnswer: 'question' } : said
  }
  return { kind: 'nobody', range, passage: { kind: 'ANONYMOUS', wording: paragraph.text.slice(...voice.wording) } }
}

/** Words with whose they are behind them; what stands behind the last of these is told like any other. */
const credits = (company: Company, paragraph: Paragraph, context: VoiceContext): { told: Stretch[]; from: number } => {
  const found = creditedIn(context)
  return {
    told: found.map(({ voice, words }) => ({
      ...saidBy(company, paragraph, voice, words),
      mayAnswer: 'place' as const,
    })),
    from: found.at(-1)?.end ?? 0,
  }
}

/** After a sentence that reports nothing, "he" is who that was about: "Mr. Roe joined by telephone. He explained …" */
const byPronoun = (
  stretch: Extract<Stretch, { kind: 'pronoun' }>,
  before: Stretch | undefined,
  subject: readonly Said[] | null,
): Stretch => {
  const { range, verbs } = stretch
  return before?.kind === 'nobody' && before.passage === null && subject?.length === 1
    ? { kind: 'voice', range, verbs, speakers: subject, answers: false }
    : { ...stretch, orElse: subject }
}

/** "that the Clerk report in March": a form that no report in minutes has. */
const isSubjunctive = ({ verbs: [first] }: Voice): boolean =>
  first !== undefined && first.before === '' && !pastForms.has(first.word) && !/s$/.test(first.word)

/** Tells a paragraph of minutes sentence by sentence, and keeps who is in the chair. */
const tell = (company: Company, paragraph: Paragraph, headings: readonly string[], isCredited: boolean): Stretch[] => {
  const context = contextOf(paragraph, company)
  const { text, names } = paragraph
  const quoted = quotation(company, paragraph, context)
  if (quoted) return quoted
  const label = paragraph.cell ? cellLabel(context) : null
  if (label) return [saidBy(company, paragraph, label.voice, [label.from, text.length])]
  const credited = isCredited ? credits(company, paragraph, context) : { told: [], from: 0 }
  const stretches: Stretch[] = credited.told
  let subject: Said[] | null = null
  let isWhole = false
  for (const sentence of withNumbers(text, sentencesOf(text, company.language))) {
    if (sentence[0] < credited.from) continue
    const asked = questionLabel(context, sentence, company.cast, headings)
    if (asked) {
      stretches.push(askedBy(company, paragraph, asked, sentence[1]))
      subject = null
      isWhole = asked.isWhole
      continue
    }
    isWhole &&= !/^(?:Q|A|Question|Answer)\b[^:]{0,12}:|^[*_]{1,3}\p{Lu}[^:]{0,40}:/u.test(
      paragraph.flow.text.slice(sentence[0] - 2, sentence[1]).trimStart(),
    )
    if (isWhole) {
      stretches.push({ kind: 'plain', range: sentence })
      continue
    }
    const chair = newChair(text, namesWithin(names, sentence))
    const labelled = labelledIn(context, sentence, {
      isInside: stretches.some(({ kind }) => kind === 'voice'),
      isStressed: (at) =>
        /[*_]/.test(paragraph.flow.text[at - 1] ?? '') || paragraph.strong.some(([from]) => from === at),
    })
    if (labelled) {
      stretches.push(saidBy(company, paragraph, ofOne(labelled.name), [labelled.from, sentence[1]]))
      subject = null
      continue
    }
    const moved = movedBy(context, ...sentence)
    const isTold = !moved && isNarration(text.slice(...sentence), context.names.get(sentence[0]))
    const clauses = isTold
      ? null
      : moved
        ? [moved]
        : clausesOf(context, sentence)
            .map((clause) =>
              clause.voice ? clause : { ...clause, voice: sideVoice(text, clause.start, clause.end, company.bodies) },
            )
            .flatMap((clause) => wasTold(context, clause))
    if (clauses === null) stretches.push({ kind: 'nobody', range: sentence, passage: null })
    for (const clause of clauses ?? []) {
      const stretch = stretchOf(company, paragraph, context, clause, stretches)
      stretches.push(stretch.kind === 'pronoun' ? byPronoun(stretch, stretches.at(-1), subject) : stretch)
    }
    subject = subjectOf(company, paragraph, context, sentence[0])
    if (chair !== null) setHolder(company.cast, 'chair', chair)
  }
  return stretches
}

/** Fewer sentences with whose they are behind them are no habit of the record. */
const fewestCredits = 3

/** Minutes in prose: people speak by name, or by the office that they hold. */
export const minutesNarrator: Narrator = {
  unlisted: (paragraphs, cast, headings) => [
    ...unlistedIn(paragraphs, cast),
    ...paragraphs.flatMap(({ text }) => namedInLabel(text) ?? []),
    ...headings.flatMap((heading) => namedOver(heading) ?? []),
  ],
  teller: (company, paragraphs) => {
    const credited = paragraphs.map((paragraph) =>
      mayCredit(paragraph.text) ? creditedIn(contextOf(paragraph, company)).length : 0,
    )
    const isHabit = credited.reduce((sum, count) => sum + count, 0) >= fewestCredits
    return (paragraph, headings) => {
      if (!paragraph.cell) return tell(company, paragraph, headings, isHabit)
      return withOwners(
        company,
        paragraph,
        contextOf(paragraph, company),
        tell(company, paragraph, headings, paragraph.cell.kind === 'issue'),
      )
    }
  },
  meeting: withTimes,
}
