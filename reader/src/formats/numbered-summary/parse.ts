import { attendanceRows, attendeeFindings } from '../../attendees/attendance-rows.js'
import type { Attendee } from '../../attendees/attendee.js'
import { readAttendees } from '../../attendees/attendees.js'
import { type Finding, finding } from '../../findings.js'
import { type FrontMatter, readFrontMatter } from '../../front/front-matter.js'
import { addRoleHolder, type Cast, identify } from '../../identity/within-meeting.js'
import { inferLanguage } from '../../language.js'
import { noBodies } from '../../people/bodies.js'
import { castOfAttendees, type People } from '../../people/cast-of-attendees.js'
import { variantFindings } from '../../people/name-variants.js'
import { personRows } from '../../people/person-rows.js'
import { type PrintedForm, printedForms } from '../../people/printed-forms.js'
import { addShortNames } from '../../people/short-names.js'
import { speakerFindings } from '../../people/speaker-findings.js'
import { addTitles } from '../../people/title-holders.js'
import { addUnlisted } from '../../people/unlisted.js'
import type { SourceText } from '../../source.js'
import { piecesOf } from '../../text/flow.js'
import type { Reading, ReadingOptions } from '../format.js'
import { attributedAffiliations } from './attributed-affiliations.js'
import { readBody } from './body.js'
import { paragraphFindings } from './doubts.js'
import { citations, titleMentions } from './mentions.js'
import { type Outline, outlineOf } from './outline.js'
import { type ReadParagraph, readParagraphs } from './paragraphs.js'
import { furnitureOf } from './record-furniture.js'
import { sectionRows } from './sections.js'
import { addStatedAffiliations } from './stated-affiliations.js'

/** The beginnings of the text, where it may say when and where the meeting was held. */
const openingsOf = ({ paragraphs, sections }: Outline): string[] =>
  [
    ...sections.slice(0, 1).map(({ introduction }) => introduction),
    ...paragraphs.slice(0, 3).map(({ lines }) => lines),
  ].map((lines) =>
    lines
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 400),
  )

/** The language that is given, or the one that the words of the record tell. */
const languageOf = (outline: Outline, given: string | null): { language: string | null; findings: Finding[] } => {
  if (given !== null) return { language: given, findings: [] }
  const words = outline.paragraphs.map(({ lines }) => lines[0]?.text.slice(0, 1000) ?? '').join('\n')
  const language = inferLanguage(words.slice(0, 8000))
  const message = `The language is taken to be “${language}”, from the words of the record.`
  return { language, findings: language === null ? [] : [finding('LANGUAGE_INFERRED', message)] }
}

/** Every place of the lists and the paragraphs that prints a person's name. */
const formsIn = (attendees: readonly Attendee[], people: People, read: readonly ReadParagraph[]): PrintedForm[] => {
  const ofLists = attendees.map(({ nameAsPrinted, namePieces }, i) => ({
    person: people.ofAttendee[i] ?? '',
    printed: nameAsPrinted,
    at: namePieces[0]?.[0] ?? 0,
  }))
  const ofText = read.flatMap(({ flow, head, names }) => {
    const offsetOf = (start: number) => piecesOf(flow, start, start + 1)[0]?.[0] ?? 0
    const raisers = head.raisers.flatMap(({ kind, printed, start }) => {
      const person = kind === 'person' ? identify(people.cast, printed).person : null
      return person === null ? [] : [{ person, printed, at: offsetOf(start) }]
    })
    return [...printedForms(names, offsetOf), ...raisers]
  })
  return [...ofLists, ...ofText]
}

/** Where the text prints somebody's full name in another form than the list does. */
const variantsIn = (read: readonly ReadParagraph[], cast: Cast): Finding[] =>
  variantFindings(
    cast,
    read.flatMap(({ flow, names }) => names.map((name) => ({ name, pieces: piecesOf(flow, name.start, name.end) }))),
  )

const addRoleHolders = (cast: Cast, holders: FrontMatter['roleHolders']): void => {
  for (const { role, name: printed } of holders) {
    // Behind the name stands whom they came for: "Chairperson: Ms. A. Roe (Norway)".
    const name = printed.replace(/\s*\([^()]*\)\s*$/, '')
    addUnlisted(cast, [name])
    const { person } = identify(cast, name)
    if (person !== null) addRoleHolder(cast, role, person)
  }
}

const officeBeside =
  /\b[Tt]he ((?:Vice-|Co-)?Chair(?:person|man|woman)?|President|Moderator|Facilitator|Executive Secretary|Secretary-General)(?: of the [^,.;()]{2,60})?,\s$/u

/** "The session was moderated by Ms. A. Roe, Chair of the Panel" */
const ledBy = /\b(?:chaired|moderated|facilitated|opened|presided over) by (?:the )?$/u
const chairBehind = /^,\s(?:the )?((?:Vice-|Co-)?Chair(?:person|man|woman)?|President|Moderator|Facilitator)\b/u

/** "Ms. A. Roe, the Executive Secretary, answered" */
const officeBehind = /^,\s(?:the )((?:Vice-|Co-)?Chair(?:person|man|woman)?|Executive Secretary|Secretary-General),\s/u

/** "The session was opened by the Chair of the Group, Ms. A. Roe": who holds an office, where the text says it beside a name. */
const addHoldersBeside = (cast: Cast, read: readonly ReadParagraph[]): void => {
  for (const { flow, names } of read)
    for (const { person, start, end } of names) {
      const office = officeBeside.exec(flow.text.slice(Math.max(0, start - 110), start))?.[1]
      if (person !== null && office !== undefined) addRoleHolder(cast, office, person)
      const presided = ledBy.test(flow.text.slice(Math.max(0, start - 40), start))
      const behind = flow.text.slice(end, end + 40)
      const after = (presided ? chairBehind.exec(behind) : officeBehind.exec(behind))?.[1]
      if (person !== null && after !== undefined) addRoleHolder(cast, after, person)
    }
}

const noList = 'The record has no list of those present; people are taken from how the text prints their names.'

/** Reads a numbered summary. */
export const parseNumberedSummary = (source: SourceText, options: ReadingOptions): Reading => {
  const outline = outlineOf(source)
  const lists = readAttendees(source.text, source.lines, outline.regions, (i) => outline.furniture.has(i))
  const { attendees } = lists
  const front = readFrontMatter(outline.front, openingsOf(outline), source.text, source.fileName)
  const people = castOfAttendees(attendees)
  const { cast } = people
  const bodies = noBodies()
  const present = attendanceRows(attendees, people, bodies)
  const sections = sectionRows(outline.sections)
  const inferred = languageOf(outline, options.language)
  addTitles(cast, attendees, people)
  addRoleHolders(cast, front.roleHolders)

  addShortNames(bodies, source.text)
  const language = inferred.language ?? 'en'
  const read = readParagraphs(source, outline, cast, bodies, language)
  addHoldersBeside(cast, read)
  addStatedAffiliations(read, bodies, present.affiliations)
  const ambiguous: Finding[] = []
  const body = readBody(read, { source, sections, cast, bodies, language, findings: ambiguous })
  const speakers = new Set(body.spoken.remarks.flatMap(({ speaker }) => speaker ?? []))
  const inTitles = titleMentions(source.text, attendees, people)
  const cited = citations(read, cast, speakers, inTitles.rows.length + 1)
  const heardOrCited = new Set([...speakers, ...cited.rows.flatMap(({ person }) => person ?? [])])
  const forms = [...formsIn(attendees, people, read), ...inTitles.forms, ...cited.forms]

  return {
    record: {
      version: 1,
      meeting: { ...front.meeting, language: inferred.language },
      sections,
      themes: body.themes,
      people: personRows(cast, forms, (key) => heardOrCited.has(key)),
      organizations: bodies.rows,
      ...present,
      affiliations: [...present.affiliations, ...attributedAffiliations(read, cast, bodies, present.affiliations)],
      paragraphs: body.paragraphs,
      ...body.spoken,
      mentions: [...inTitles.rows, ...cited.rows],
    },
    findings: [
      ...front.findings,
      ...people.findings,
      ...attendeeFindings(attendees, lists.noise, source.text),
      ...paragraphFindings(source.text, outline),
      ...inferred.findings,
      ...ambiguous,
      ...(attendees.length === 0 ? [finding('NO_ATTENDEE_LIST', noList)] : speakerFindings(body.spoken, cast)),
      ...variantsIn(read, cast),
    ],
    furniture: [...front.furniture, ...furnitureOf(outline, lists, source)],
  }
}
