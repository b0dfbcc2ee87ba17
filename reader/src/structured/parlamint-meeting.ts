import type { ReadingOptions } from '../formats/format.js'
import { descendants, type Element } from '../layout.js'
import type { SourceText } from '../source.js'
import { timesIn } from '../text/times.js'
import { dayOf } from './affiliations.js'
import type { Body } from './body.js'
import { firstOf, linesOf, wordsOf } from './elements.js'
import { chosenDate, chosenLanguage, chosenTitle, type Meeting } from './meeting.js'

const corpusNote = /\s*\[ParlaMint[^\]]*\]\s*$/i

/** The title of the sitting, else that of the file, in the language of the record where it has one. */
const titleOf = ({ text, fileName }: SourceText, header: Element | null, language: string | null): string => {
  const titles = descendants(firstOf(header, 'titleStmt') ?? nothing, 'title')
  const own = titles.filter(({ attributes }) => attributes.lang === language)
  const candidates = [...own, ...titles].sort((a, b) => Number(isMain(a)) - Number(isMain(b)))
  const words = candidates.map((title) => wordsOf(text, title).replace(corpusNote, ''))
  return chosenTitle(words, fileName)
}

const isMain = ({ attributes }: Element): boolean => attributes.type !== 'sub'

const nothing: Element = { name: '', attributes: {}, start: 0, end: 0, parent: null, children: [] }

const dayFrom = ({ attributes }: Element): string | undefined => attributes.when ?? attributes.from

/** Where the setting of the record puts it: address, city, country. */
const venueOf = (text: string, setting: Element | null): string | null => {
  const names = (setting?.children ?? []).filter(({ name }) => name === 'name' || name === 'placeName')
  return (
    names
      .map((name) => wordsOf(text, name))
      .filter((words) => words !== '')
      .join(', ') || null
  )
}

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

/** Title, date, place, times and language of a sitting: from the header, and from notes in the text. */
export const meetingOf = (
  source: SourceText,
  root: Element,
  sitting: Element,
  body: Body,
  options: ReadingOptions,
): Meeting => {
  const { text } = source
  const header = sitting.children.find(({ name }) => name === 'teiHeader') ?? null
  const setting = firstOf(header, 'setting')
  const date = firstOf(setting, 'date')
  const origin = firstOf(firstOf(header, 'sourceDesc'), 'date')
  const pieces = date === null ? [] : linesOf(text, [date.start, date.end])
  const other = dayOf(origin ? dayFrom(origin) : undefined)
  const chosen = chosenDate({ day: dayOf(date ? dayFrom(date) : undefined), printed: null, pieces }, other)
  const endDate = dayOf(date?.attributes.to)
  const words = text.slice(body.items[0]?.pieces[0]?.[0] ?? 0)
  const language = chosenLanguage(options.language, sitting.attributes.lang ?? root.attributes.lang, words)
  const [startTime, endTime] = timesOf(text, sitting, body)
  return {
    facts: {
      title: titleOf(source, header, language.language),
      date: chosen.day,
      endDate: chosen.day !== null && endDate !== null && endDate > chosen.day ? endDate : null,
      dateText: date === null ? null : wordsOf(text, date) || null,
      dateCertainty: chosen.day === null ? 'UNKNOWN' : 'EXACT',
      startTime,
      endTime,
      venue: venueOf(text, setting),
      language: language.language,
    },
    findings: [...chosen.findings, ...language.findings],
  }
}
