import { type Finding, finding } from '../findings.js'
import { descendants, type Element } from '../layout.js'
import type { SourceText } from '../source.js'
import { datesIn } from '../text/dates.js'
import { timesIn } from '../text/times.js'
import type { Body } from './body.js'
import { firstOf, linesOf, wordsOf } from './elements.js'
import { chosenDate, chosenLanguage, chosenTitle, dayOf, type Meeting, type StatedDate } from './meeting.js'
import type { StructuredOptions } from './structured.js'

/** How far behind a mark without words the time that it marks is printed, in characters. */
const shortly = 40

interface Time {
  readonly element: Element
  readonly time: string | null
  readonly day: string | null
  readonly findings: Finding[]
}

/** A recorded time: as printed in it or right behind it, else as its attribute says. */
const timeOf = (text: string, element: Element): Time => {
  const stated = element.attributes.time ?? ''
  const encoded = /(?:^|T)([01]\d|2[0-3]):([0-5]\d)/.exec(stated)?.slice(1).join(':') ?? null
  const end = Math.max(element.end, Math.min(element.parent?.end ?? element.end, element.start + shortly))
  const own = wordsOf(text, element)
  const printed = timesIn(own === '' ? text.slice(element.start, end) : own)?.startTime ?? null
  const findings: Finding[] = []
  if (printed !== null && encoded !== null && printed !== encoded) {
    const message = `${printed} is printed where the markup says ${encoded}; the printed time is taken.`
    findings.push(finding('TIME_CONTRADICTED', message, linesOf(text, [element.start, end])))
  }
  return { element, time: printed ?? encoded, day: dayOf(stated), findings }
}

const isWithin = (element: Element, test: (around: Element) => boolean): boolean => {
  for (let around = element.parent; around !== null; around = around.parent) if (test(around)) return true
  return false
}

const isClosing = ({ name, attributes }: Element): boolean =>
  name === 'adjournment' || /adjourn|clos(?:e|ing|ure)/i.test(attributes.name ?? '')

/** When the meeting began and ended, of all times that it records. */
const timesOf = (text: string, debate: Element, body: Body, day: string | null): [Time | null, Time | null] => {
  const firstTurn = body.items.find(({ turn }) => turn !== null)?.pieces[0]?.[0] ?? Number.POSITIVE_INFINITY
  const times = descendants(debate, 'recordedTime').map((element) => timeOf(text, element))
  const today = times.filter((time) => time.day === null || day === null || time.day === day)
  const isClosed = ({ element }: Time): boolean => isWithin(element, isClosing)
  const opening = today.filter((time) => time.element.start < firstTurn && !isClosed(time))
  const start = opening.find(({ element }) => element.attributes.type === 'startEvent') ?? opening[0] ?? null
  const ended = today.findLast(({ element }) => element.attributes.type === 'endEvent')
  return [start, ended ?? today.find((time) => isClosed(time) && time.element.attributes.type !== 'startEvent') ?? null]
}

const holdsDate = (element: Element): boolean => firstOf(element, 'docDate', 'recordedTime', 'date') !== null

/** Of titles in several languages, the one in the record's: the blocks that hold them are named for it ("title_en"). */
const docTitleIn = (within: Element | null, language: string): Element | null => {
  const titles = within ? descendants(within, 'docTitle') : []
  const isOwn = ({ parent }: Element): boolean => {
    const code = /[_-](\p{L}{2,3})$/u.exec(parent?.attributes.name ?? '')?.[1]?.toLowerCase()
    return (
      code !== undefined && (language === code || language.startsWith(code) || (code === 'en' && language === 'mul'))
    )
  }
  return titles.find(isOwn) ?? titles[0] ?? null
}

/** The title on the page, else what stands first on it, else the heading over everything, else the file's name. */
const titleOf = ({ text, fileName }: SourceText, debate: Element, preface: Element | null, body: Body): string => {
  const language = firstOf(debate, 'FRBRlanguage')?.attributes.language?.toLowerCase() ?? ''
  const title = docTitleIn(preface, language) ?? firstOf(debate, 'docTitle')
  const lines = (preface ? descendants(preface, 'p', 'block') : []).filter((line) => !holdsDate(line))
  const printed = [...(title ? [title] : []), ...lines].map((element) => wordsOf(text, element))
  const named = /\s/.test(debate.attributes.name ?? '') ? (debate.attributes.name?.trim() ?? '') : ''
  return chosenTitle([...printed, named, body.sections[0]?.heading ?? ''], fileName)
}

const statedDate = (text: string, element: Element | null): StatedDate => ({
  day: dayOf(element?.attributes.date),
  printed: element === null ? null : wordsOf(text, element) || null,
  pieces: element === null ? [] : linesOf(text, [element.start, element.end]),
})

/** Where nothing marks the date, the first that the front of the record prints. */
const dateOnPage = (text: string, preface: Element | null): StatedDate => {
  const words = preface ? text.slice(preface.start, Math.min(preface.end, preface.start + 2000)) : ''
  const [date] = datesIn(words)
  if (!preface || date?.year == null) return statedDate(text, null)
  const [start, end] = [preface.start + date.start, preface.start + date.end]
  return { day: null, printed: text.slice(start, end).replace(/\s+/g, ' '), pieces: linesOf(text, [start, end]) }
}

const sat = /\b(?:met|sat|assembled|opened|began|commenced|called to order|took the chair)\b[^.;]{0,40}?(?=\d)/i

/** "The House met at 2.30 p.m.", at the front of a record whose times nothing marks. */
const timeOnPage = (text: string, preface: Element | null): string | null => {
  const words = preface ? text.slice(preface.start, Math.min(preface.end, preface.start + 2000)) : ''
  const at = sat.exec(words)
  return at ? (timesIn(words.slice(at.index, at.index + at[0].length + 24))?.startTime ?? null) : null
}

/** Title, date, times and language of a debate: as printed on it, else as its metadata say. */
export const meetingOf = (source: SourceText, debate: Element, body: Body, options: StructuredOptions): Meeting => {
  const { text } = source
  const preface = debate.children.find(({ name }) => name === 'preface' || name === 'coverPage') ?? null
  const marked = firstOf(preface, 'docDate') ?? firstOf(debate, 'docDate')
  const printed = marked ? statedDate(text, marked) : dateOnPage(text, preface)
  const work = firstOf(debate, 'FRBRWork')
  const date = chosenDate(printed, dayOf(firstOf(work, 'FRBRdate')?.attributes.date))
  const stated = firstOf(debate, 'FRBRlanguage')?.attributes.language
  const words = text.slice(body.items[0]?.pieces[0]?.[0] ?? 0)
  const language = chosenLanguage(options.language, stated ?? debate.attributes.lang, words)
  const [start, end] = timesOf(text, debate, body, date.day)
  const place = firstOf(preface, 'location')
  return {
    facts: {
      title: titleOf(source, debate, preface, body),
      date: date.day,
      endDate: null,
      dateText: printed.printed,
      dateCertainty: date.day === null ? 'UNKNOWN' : 'EXACT',
      startTime: start?.time ?? timeOnPage(text, preface),
      endTime: end?.time ?? null,
      venue: place === null ? null : wordsOf(text, place) || null,
      language: language.language,
    },
    findings: [...date.findings, ...language.findings, ...(start?.findings ?? []), ...(end?.findings ?? [])],
  }
}
