import { descendants, type Element, rootElement } from '../layout.js'
import type { SourceText } from '../source.js'
import { timesIn } from '../text/times.js'
import { type Body, readBody, vocabularyOf } from './body.js'
import { bareReference, firstOf, linesOf, nothing, wordsOf } from './elements.js'
import { readLabel } from './label.js'
import { chosenDate, chosenLanguage, chosenTitle, dayOf, type Meeting } from './meeting.js'
import { recordOf } from './record.js'
import { withRegister } from './register.js'
import { listsIn } from './registers-in-xml.js'
import { type Claim, speakersOf } from './speaker.js'
import type { StructuredOptions, StructuredReading, Verdict } from './structured.js'

/** The elements of transcribed speech (TEI P5, chapter 8; ParlaMint's guidelines, "Body of the transcription"). */
const vocabulary = vocabularyOf(
  {
    turn: 'u sp',
    heading: 'head',
    direction: 'incident kinesic vocal writing stage',
    block: 'p ab seg list table note lg quote',
  },
  'note incident kinesic vocal writing stage gap',
  ({ name, attributes }) => name === 'speaker' || (name === 'note' && attributes.type === 'speaker'),
)

/** The texts of a TEI document: one, or those of a corpus in one file. */
const sittingsOf = (root: Element): Element[] => {
  if (root.name === 'TEI' || root.name === 'TEI.2') return [root]
  return root.name === 'teiCorpus' ? root.children.filter(({ name }) => name === 'TEI') : []
}

/** How sure it is that a document is a sitting: by its root, and by the utterances in it. */
export const parlamintVerdict = (root: Element): Verdict => {
  const format = 'parlamint'
  const [sitting, another] = sittingsOf(root)
  if (!sitting) return { format, confidence: 0, reasons: [`its root is <${root.name}>, and it holds no <TEI>`] }
  if (another)
    return { format, confidence: 0.2, reasons: [`it holds ${sittingsOf(root).length} records; give each by itself`] }
  // `u` without reference or identifier can be underlined text; in TEI it is an utterance.
  const turns = descendants(sitting, 'u', 'sp').length
  if (turns === 0) return { format, confidence: 0.2, reasons: ['it is TEI, and no utterance is marked in it'] }
  const marked = turns === 1 ? '1 utterance is marked' : `${turns} utterances are marked`
  return { format, confidence: 0.97, reasons: ['it is TEI', marked] }
}

/** ParlaMint's category of speakers for whoever presides. */
const chair = /(?:^|[\s#:.])chair(?=\s|$)/i

/** Who speaks by the markup: those whom `who` leads to, and whether they preside. */
const claimsOf = (text: string, turn: Element, label: Element | null, pieces: Claim['pieces']): Claim[] => {
  const role = chair.test(turn.attributes.ana ?? '') ? 'Chair' : null
  const references = (turn.attributes.who ?? '').split(/\s+/).map(bareReference)
  const known = [...new Set(references.filter((reference) => reference !== ''))]
  // One label for several people is nobody's own.
  const printed = label === null || known.length > 1 ? null : readLabel(wordsOf(text, label))
  return (known.length === 0 ? [null] : known).map((reference) => ({ reference, label: printed, role, pieces }))
}

/** Reads a sitting in TEI, as ParlaMint encodes them. */
export const readParlamint = (source: SourceText, options: StructuredOptions): StructuredReading => {
  const { text, layout } = source
  const root = rootElement(layout) ?? nothing
  const sitting = sittingsOf(root)[0] ?? root
  const body = readBody(text, sitting, vocabulary, ({ name }) => name === 'teiHeader' || name === 'standOff')
  const meeting = meetingOf(source, root, sitting, body, options)
  const { language } = meeting.facts
  return recordOf({
    text,
    meeting,
    body,
    speakers: speakersOf(withRegister(listsIn(text, root, language), options.register?.(language))),
    claimsOf: (turn, label, pieces) => claimsOf(text, turn, label, pieces),
    named: [],
    called: [],
    furniture: new Map([['metadata', descendants(root, 'teiHeader', 'standOff')]]),
  })
}

const corpusNote = /\s*\[ParlaMint[^\]]*\]\s*$/i

/** The title of the sitting, else that of the file, in the language of the record where it has one. */
const titleOf = ({ text, fileName }: SourceText, header: Element | null, language: string | null): string => {
  const titles = descendants(firstOf(header, 'titleStmt') ?? nothing, 'title')
  const isMain = ({ attributes }: Element): boolean => attributes.type !== 'sub'
  const own = titles.filter(({ attributes }) => attributes.lang === language)
  const candidates = [...own, ...titles].sort((a, b) => Number(isMain(a)) - Number(isMain(b)))
  return chosenTitle(
    candidates.map((title) => wordsOf(text, title).replace(corpusNote, '')),
    fileName,
  )
}

const dayFrom = (date: Element | null): string | null => dayOf(date?.attributes.when ?? date?.attributes.from)

/** The times that notes of the transcribers give, before the first turn and after the last. */
const timesOf = (text: string, sitting: Element, body: Body): [string | null, string | null] => {
  const turns = body.items.filter(({ turn }) => turn !== null)
  const first = turns[0]?.pieces[0]?.[0] ?? 0
  const last = turns.at(-1)?.pieces.at(-1)?.[1] ?? 0
  const notes = descendants(sitting, 'note').filter(({ attributes }) => attributes.type === 'time')
  const timeIn = (note: Element | undefined) =>
    note ? (timesIn(wordsOf(text, note).slice(0, 300))?.startTime ?? null) : null
  return [timeIn(notes.find(({ end }) => end <= first)), timeIn(notes.findLast(({ start }) => start >= last))]
}

/** Title, date, place (address, city, country), times and language of a sitting: from the header, and from notes in the text. */
const meetingOf = (
  source: SourceText,
  root: Element,
  sitting: Element,
  body: Body,
  { language: asked }: StructuredOptions,
): Meeting => {
  const { text } = source
  const header = sitting.children.find(({ name }) => name === 'teiHeader') ?? null
  const setting = firstOf(header, 'setting')
  const date = firstOf(setting, 'date')
  const pieces = date === null ? [] : linesOf(text, [date.start, date.end])
  const origin = dayFrom(firstOf(firstOf(header, 'sourceDesc'), 'date'))
  const chosen = chosenDate({ day: dayFrom(date), printed: null, pieces }, origin)
  const endDate = dayOf(date?.attributes.to)
  const words = text.slice(body.items[0]?.pieces[0]?.[0] ?? 0)
  const language = chosenLanguage(asked, sitting.attributes.lang ?? root.attributes.lang, words)
  const [startTime, endTime] = timesOf(text, sitting, body)
  const places = (setting?.children ?? []).filter(({ name }) => name === 'name' || name === 'placeName')
  return {
    facts: {
      title: titleOf(source, header, language.language),
      date: chosen.day,
      endDate: chosen.day !== null && endDate !== null && endDate > chosen.day ? endDate : null,
      dateText: date === null ? null : wordsOf(text, date) || null,
      dateCertainty: chosen.day === null ? 'UNKNOWN' : 'EXACT',
      startTime,
      endTime,
      venue: places.flatMap((name) => wordsOf(text, name) || []).join(', ') || null,
      language: language.language,
    },
    findings: [...chosen.findings, ...language.findings],
  }
}
