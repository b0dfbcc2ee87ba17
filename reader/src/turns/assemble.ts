import { type Finding, finding } from '../findings.js'
import type { Furniture, Reading, ReadingOptions } from '../formats/format.js'
import { inferLanguage } from '../language.js'
import { noBodies } from '../people/bodies.js'
import { personRows } from '../people/person-rows.js'
import type { PrintedForm } from '../people/printed-forms.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { textOf } from '../text/flow.js'
import { answeredBy } from './answers.js'
import type { TurnCast } from './cast.js'
import type { Front } from './front.js'
import type { Present } from './present.js'
import { presentRows, voiceAffiliations } from './present-rows.js'
import type { Step, Turn } from './script.js'
import { structureOf } from './structure.js'
import { type Company, introduce, speakersOf } from './voices.js'

/** All that is read of a record with turns, before it is put into rows. */
export interface Script {
  readonly source: SourceText
  readonly front: Front
  readonly present: Present
  readonly people: TurnCast
  readonly steps: readonly Step[]
  readonly furniture: readonly Furniture[]
  /** Lines of a paragraph on either side of the end of a page. */
  readonly joined?: readonly Pieces[]
}

type Spoken = Pick<MeetingRecord, 'paragraphs' | 'utterances' | 'remarks'> & { readonly forms: PrintedForm[] }

interface Place {
  readonly paragraph: number
  readonly section: number | null
  readonly theme: string | null
}

/** One turn with all of its words: the paragraphs that it runs through. */
const addTurn = (company: Company, source: string, turn: Turn, words: Pieces, place: Place, spoken: Spoken): void => {
  if (words.length === 0) return
  const utterance = spoken.utterances.length + 1
  const speakers = speakersOf(company, turn)
  const text = textOf(source, words)
  spoken.utterances.push({ position: utterance, text, pieces: words })
  const said = { label: turn.printed, words: text }
  const answered = answeredBy(company.people.cast, said, spoken.remarks, place)
  const answers = speakers.every(({ speaker }) => speaker === null || speaker !== answered?.speaker) ? answered : null
  for (const speaker of speakers) {
    spoken.remarks.push({
      position: spoken.remarks.length + 1,
      kind: answers ? 'RESPONSE' : 'STATEMENT',
      scope: answers ? null : speakers.length > 1 ? 'JOINT' : 'WHOLE',
      utterance,
      ...place,
      ...speaker,
      acts: [],
      stance: null,
      inResponseTo: answers ? [answers.position] : [],
    })
    const { speaker: person, speakerAsPrinted: printed } = speaker
    if (person !== null && printed !== null && speaker.speakerMatch !== 'ROLE_HOLDER')
      spoken.forms.push({ person, printed, at: turn.at?.[0] ?? words[0]?.[0] ?? 0 })
  }
}

const readSteps = (script: Script, company: Company): Spoken & Pick<MeetingRecord, 'sections' | 'themes'> => {
  const { source, steps } = script
  const spoken: Spoken = { paragraphs: [], utterances: [], remarks: [], forms: [] }
  const { sections, themes, placeOf } = structureOf(steps, script.front.topic)
  let open: { turn: Turn; words: Pieces; place: Place } | null = null
  const close = () => {
    if (open) addTurn(company, source.text, open.turn, open.words, open.place, spoken)
    open = null
  }
  for (const [i, step] of steps.entries()) {
    if (open && (step.kind === 'section' || step.turn !== open.turn)) close()
    if (step.kind === 'section' || step.pieces.length === 0) continue
    const position = spoken.paragraphs.length + 1
    const { section, theme } = placeOf(i)
    const { pieces } = step
    spoken.paragraphs.push({
      position,
      number: null,
      heading: null,
      section,
      theme,
      text: textOf(source.text, pieces),
      pieces,
    })
    if (step.turn && open) open.words.push(...step.words)
    else if (step.turn)
      open = { turn: step.turn, words: [...step.words], place: { paragraph: position, section, theme } }
  }
  close()
  return { ...spoken, sections, themes }
}

const unlisted = (
  remarks: MeetingRecord['remarks'],
  utterances: MeetingRecord['utterances'],
  listed: ReadonlySet<string>,
): Finding[] => {
  const seen = new Set<string>()
  return remarks.flatMap(({ speaker, speakerAsPrinted, utterance }) => {
    if (speaker === null || listed.has(speaker) || seen.has(speaker)) return []
    seen.add(speaker)
    const pieces = utterances[utterance - 1]?.pieces.slice(0, 1) ?? []
    const message = `“${speakerAsPrinted}” speaks and is not in the list of those present.`
    return [finding('SPEAKER_NOT_IN_ATTENDEES', message, pieces, [{ list: 'people', key: speaker }])]
  })
}

/** The language is told from so many characters at most. */
const enoughWords = 8000

/** What the first paragraphs say, each in part. */
const firstWords = ({ source, steps }: Script): string => {
  const words: string[] = []
  let length = 0
  for (const step of steps.slice(0, 400)) {
    if (step.kind !== 'paragraph') continue
    for (const [start, end] of step.pieces.slice(0, 2)) {
      words.push(source.text.slice(start, Math.min(end, start + 1000)))
      length += Math.min(end - start, 1000)
    }
    if (length >= enoughWords) break
  }
  return words.join('\n').slice(0, enoughWords)
}

const languageOf = (script: Script, options: ReadingOptions, findings: Finding[]): string | null => {
  if (options.language !== null) return options.language
  const language = inferLanguage(firstWords(script))
  if (language !== null)
    findings.push(
      finding('LANGUAGE_INFERRED', `The language is taken to be “${language}”, from the words of the record.`),
    )
  return language
}

/** How lists, and lines that define initials, print those of the cast. */
const listedForms = ({ present, people }: Script): PrintedForm[] => [
  ...present.attendees.flatMap(({ nameAsPrinted, abbreviation, namePieces }, i) => {
    const [person, at] = [people.ofAttendee[i] ?? '', namePieces[0]?.[0] ?? 0]
    const printed = abbreviation === null ? [nameAsPrinted] : [nameAsPrinted, abbreviation]
    return printed.map((form) => ({ person, printed: form, at }))
  }),
  ...people.forms,
]

const turnsOf = (steps: readonly Step[]): Set<Turn> =>
  new Set(steps.flatMap((step) => (step.kind === 'paragraph' ? (step.turn ?? []) : [])))

/** Makes the record of what was read. */
export const assemble = (script: Script, options: ReadingOptions): Reading => {
  const { front, present, people } = script
  const ofPages = (script.joined ?? []).map((pieces) =>
    finding('PAGE_BREAK_JOINED', 'A paragraph goes on after a page break.', pieces),
  )
  const findings: Finding[] = [...front.findings, ...people.findings, ...ofPages]
  const company: Company = { people, bodies: noBodies(), findings }
  const language = languageOf(script, options, findings)
  introduce(company, turnsOf(script.steps))
  const rows = presentRows(present.attendees, people, company.bodies)
  const { forms, sections, themes, ...spoken } = readSteps(script, company)
  const speakers = new Set(spoken.remarks.flatMap(({ speaker }) => speaker ?? []))
  const affiliations = [...rows.affiliations, ...voiceAffiliations(script.steps, company, rows.affiliations.length)]
  const listed = new Set(rows.attendances.map(({ person }) => person))
  if (present.attendees.length === 0 && speakers.size > 0)
    findings.push(
      finding('NO_ATTENDEE_LIST', 'The record has no list of those present; people are taken from its turns.'),
    )
  else findings.push(...unlisted(spoken.remarks, spoken.utterances, listed))
  const record: MeetingRecord = {
    version: 1,
    meeting: { ...front.meeting, language },
    sections,
    themes,
    people: personRows(people.cast, [...listedForms(script), ...forms], (key) => speakers.has(key)),
    organizations: company.bodies.rows,
    attendances: rows.attendances,
    affiliations,
    ...spoken,
    unattributed: [],
    mentions: [],
  }
  return { record, findings, furniture: [...script.furniture] }
}
