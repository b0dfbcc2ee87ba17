import { isStructuralHeading } from '../../english/structural-headings.js'
import { type Finding, finding } from '../../findings.js'
import { type NameInText, namesInText } from '../../identity/names-in-text.js'
import { addRoleHolder, type Cast, identify } from '../../identity/within-meeting.js'
import { inferLanguage } from '../../language.js'
import { fold, splitHonorific } from '../../names.js'
import type { MeetingRecord, Pieces } from '../../record.js'
import type { SourceText } from '../../source.js'
import { type Flow, flowOf, piecesOf, textOf } from '../../text/flow.js'
import type { Furniture, Reading, ReadingOptions } from '../format.js'
import type { Attendee } from './attendees/attendee.js'
import { readAttendees } from './attendees/attendees.js'
import { isOfNameWords } from './attendees/person-shape.js'
import { type Bodies, bodyKey, noBodies } from './bodies.js'
import { citedNames } from './cited.js'
import { readFrontMatter } from './front/front-matter.js'
import { closesWithStop, headOf, type ParagraphHead } from './heading.js'
import { type Outline, outlineOf } from './outline.js'
import { paragraphFlow } from './paragraph-text.js'
import {
  addUnlisted,
  castOfAttendees,
  freshKey,
  type People,
  type PrintedForm,
  personRows,
  printedForms,
  variantFindings,
} from './people.js'
import type { Known } from './raisers.js'
import { addRemarks, nothingSpoken, raiserKey, type Spoken, voiceKeys } from './remarks.js'
import { sectionRows } from './sections.js'
import { turnsOf } from './turns.js'
import { isSpeakingBody, type VoiceContext } from './voice.js'

/** A paragraph with its running text and the way it begins. */
interface ReadParagraph {
  readonly flow: Flow
  head: ParagraphHead
  names: NameInText[]
}

const knownBy = (cast: Cast, bodies: Bodies): Known => ({
  isPerson: (printed) => {
    if (!isOfNameWords(splitHonorific(printed).name)) return false
    const found = identify(cast, printed)
    return (
      found.candidates.length > 0 ||
      (found.person !== null &&
        (found.match !== 'FAMILY_NAME' || /^\p{Lu}[\p{L}'’-]+$/u.test(printed.trim()) || /\./.test(printed)))
    )
  },
  isParty: (printed) => bodies.byName.has(fold(printed)) || bodies.byName.has(fold(printed.replace(/^the\s+/i, ''))),
})

/** The rows of those present, and where titles name somebody else. */
const attendanceRows = (
  attendees: readonly Attendee[],
  people: People,
  bodies: Bodies,
): Pick<MeetingRecord, 'attendances' | 'affiliations'> => {
  const attendances: MeetingRecord['attendances'] = []
  const affiliations: MeetingRecord['affiliations'] = []
  const rowOf = new Map<string, number>()
  for (const [i, attendee] of attendees.entries()) {
    const person = people.ofAttendee[i] ?? ''
    const { honorific, nameAsPrinted, role, mode, pieces } = attendee
    let position = rowOf.get(person)
    if (position === undefined) {
      position = attendances.length + 1
      rowOf.set(person, position)
      attendances.push({ position, person, honorific, nameAsPrinted, role, mode, pieces })
    }
    for (const { organization, title, status, note, pieces: own } of attendee.affiliations) {
      affiliations.push({
        position: affiliations.length + 1,
        person,
        attendance: position,
        organization: organization === null ? null : bodyKey(bodies, organization),
        title,
        status,
        note,
        from: null,
        to: null,
        pieces: own.length > 0 ? own : pieces,
      })
    }
  }
  return { attendances, affiliations }
}

const attendeeFindings = (attendees: readonly Attendee[], noise: Pieces, source: string): Finding[] => {
  const findings: Finding[] = []
  for (const { isWrapped, isHyphenJoined, nameAsPrinted, pieces, namePieces } of attendees) {
    if (isWrapped)
      findings.push(
        finding('ROW_REJOINED', `The row of “${nameAsPrinted}” was put together from several lines.`, pieces),
      )
    if (isHyphenJoined)
      findings.push(
        finding('HYPHEN_REJOINED', `“${nameAsPrinted}” was put together at a hyphen that ends a line.`, namePieces),
      )
  }
  for (const piece of noise)
    findings.push(
      finding('NOISE_DROPPED', `“${source.slice(...piece)}” in the list of those present is taken for a stray mark.`, [
        piece,
      ]),
    )
  return findings
}

/** The paragraphs with their heads; whom their names mean is found once all of them are known. */
const readParagraphs = (source: SourceText, outline: Outline, cast: Cast, bodies: Bodies): ReadParagraph[] => {
  const known = knownBy(cast, bodies)
  const read = outline.paragraphs.map((paragraph) => {
    const flow = paragraphFlow(source.text, paragraph)
    return { flow, head: headOf(flow, known), names: [] as NameInText[] }
  })
  if (read.some(({ flow, head }) => closesWithStop(flow, head)))
    for (const paragraph of read) paragraph.head = headOf(paragraph.flow, known, true)
  for (const paragraph of read) paragraph.names = namesInText(paragraph.flow.text, cast)
  const unknown = read.flatMap(({ names, head }) => [
    ...head.raisers.filter(({ kind }) => kind === 'person').map(({ printed }) => printed),
    ...names
      .filter(({ person, candidates, isPerson }) => person === null && candidates.length === 0 && isPerson)
      .map(({ printed }) => printed),
  ])
  const listed = cast.members.length
  addUnlisted(cast, unknown)
  if (cast.members.length > listed)
    for (const paragraph of read) paragraph.names = namesInText(paragraph.flow.text, cast)
  return read
}

/** Marks of emphasis as white space, so that a verb follows its subject: "**Ms. A. Roe** said". Offsets stay. */
const withoutEmphasis = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])[*_]{1,3}|[*_]{1,3}(?![\p{L}\p{N}])/gu, (marks) => ' '.repeat(marks.length))

const contextOf = (
  flow: Flow,
  names: readonly NameInText[],
  cast: Cast,
  bodies: Bodies,
  parties: boolean,
): VoiceContext => ({
  text: withoutEmphasis(flow.text),
  names: new Map(names.map((name) => [name.start, name])),
  isParty: (name) => parties && (bodies.byName.has(fold(name.replace(/^the\s+/i, ''))) || isSpeakingBody(name)),
  familyName: (start, end) => {
    const printed = flow.text.slice(start, end)
    const found = identify(cast, printed)
    return found.person === null ? null : { ...found, start, end, printed, isPerson: true }
  },
})

interface ThemeList {
  readonly rows: MeetingRecord['themes']
  readonly byTitle: Map<string, string>
}

const themeKey = (themes: ThemeList, heading: string): string | null => {
  if (isStructuralHeading(heading)) return null
  const known = themes.byTitle.get(fold(heading))
  if (known !== undefined) return known
  const key = freshKey(heading, new Set(themes.rows.map((row) => row.key)), 'theme')
  themes.rows.push({ key, title: heading })
  themes.byTitle.set(fold(heading), key)
  return key
}

interface Body {
  readonly paragraphs: MeetingRecord['paragraphs']
  readonly themes: MeetingRecord['themes']
  readonly spoken: Spoken
}

const readBody = (
  source: SourceText,
  outline: Outline,
  read: readonly ReadParagraph[],
  cast: Cast,
  bodies: Bodies,
  language: string,
  findings: Finding[],
): Body => {
  const paragraphs: MeetingRecord['paragraphs'] = []
  const themes: ThemeList = { rows: [], byTitle: new Map() }
  const spoken = nothingSpoken()
  const partiesSpeak = read.some(({ head }) => head.raisers.some(({ kind }) => kind === 'party'))
  for (const [i, { flow, head, names }] of read.entries()) {
    const from = outline.paragraphs[i]
    if (!from || flow.pieces.length === 0) continue
    const heading = head.heading === null ? null : flow.text.slice(...head.heading)
    const theme = heading === null ? null : themeKey(themes, heading)
    const section = from.section === null ? null : from.section + 1
    const position = paragraphs.length + 1
    paragraphs.push({
      position,
      number: from.marker?.number ?? null,
      heading,
      section,
      theme,
      text: textOf(source.text, flow.pieces),
      pieces: flow.pieces,
    })
    const context = contextOf(flow, names, cast, bodies, partiesSpeak)
    const turns = turnsOf(context, [head.bodyStart, flow.text.length], {
      raisers: head.raisers.map((raiser) => raiserKey(cast, raiser)),
      hasHeading: head.heading !== null,
      keyOf: (voice) => voiceKeys(cast, voice),
      language,
    })
    addRemarks(
      { source: source.text, flow, head, turns, cast, bodies, paragraph: position, section, theme, findings },
      spoken,
    )
  }
  return { paragraphs, themes: themes.rows, spoken }
}

interface Mentions {
  readonly rows: MeetingRecord['mentions']
  readonly forms: PrintedForm[]
}

/** Those whom titles of the list name ("Secretary to President A. Roe"). */
const titleMentions = (source: string, attendees: readonly Attendee[], people: People): Mentions => {
  const rows: MeetingRecord['mentions'] = []
  const forms: PrintedForm[] = []
  for (const [i, { affiliations }] of attendees.entries()) {
    for (const { titlePieces } of affiliations) {
      const flow = flowOf(source, titlePieces)
      for (const name of namesInText(flow.text, people.cast)) {
        if (name.person === people.ofAttendee[i] || (name.person === null && !name.isPerson)) continue
        const pieces = piecesOf(flow, name.start, name.end)
        rows.push({
          position: rows.length + 1,
          kind: 'IN_TITLE',
          nameAsPrinted: name.printed,
          person: name.person,
          paragraph: null,
          pieces,
        })
        forms.push(...printedForms([name], () => pieces[0]?.[0] ?? 0))
      }
    }
  }
  return { rows, forms }
}

/** Those whom paragraphs only cite: printed with an honorific and never heard, or in one of the ways in which people are cited. */
const citations = (
  read: readonly ReadParagraph[],
  cast: Cast,
  speakers: ReadonlySet<string>,
  first: number,
): Mentions => {
  const rows: MeetingRecord['mentions'] = []
  const forms: PrintedForm[] = []
  const listed = new Map(cast.members.map((member) => [member.key, member.isListed]))
  const add = (paragraph: number, printed: string, person: string, pieces: Pieces) => {
    rows.push({ position: first + rows.length, kind: 'CITED', nameAsPrinted: printed, person, paragraph, pieces })
    forms.push({ person, printed, at: pieces[0]?.[0] ?? 0 })
  }
  for (const [i, { flow, head, names }] of read.entries()) {
    for (const { person, printed, start, end } of names) {
      if (
        person === null ||
        speakers.has(person) ||
        listed.get(person) === true ||
        start < (head.heading === null ? 0 : head.bodyStart)
      )
        continue
      add(i + 1, printed, person, piecesOf(flow, start, end))
    }
    for (const { range, printed } of citedNames(flow.text, names)) {
      addUnlisted(cast, [printed])
      const person = identify(cast, printed).person
      if (person !== null && listed.get(person) !== true && !speakers.has(person))
        add(i + 1, printed, person, piecesOf(flow, ...range))
    }
  }
  return { rows, forms }
}

const paragraphFindings = (source: string, outline: Outline): Finding[] => {
  const findings: Finding[] = []
  const seen = new Map<string, number>()
  for (const { marker, lines, cuts, section } of outline.paragraphs) {
    const [first] = lines
    const id = `${section} ${marker?.number}`
    if (marker && first && seen.has(id))
      findings.push(
        finding('DUPLICATE_NUMBER', `The number ${marker.number} is printed for more than one paragraph.`, [
          [marker.start, marker.end],
        ]),
      )
    seen.set(id, 1)
    for (const cut of cuts) {
      const name = marker
        ? `Paragraph ${marker.number}`
        : `“${source.slice(first?.start ?? 0, (first?.start ?? 0) + 20)}…”`
      findings.push(finding('PAGE_BREAK_JOINED', `${name} goes on after a break.`, [[cut.start, cut.end]]))
    }
  }
  return findings
}

const speakerFindings = (spoken: Spoken, cast: Cast): Finding[] => {
  const unlisted = new Map(cast.members.filter(({ isListed }) => !isListed).map((member) => [member.key, member.name]))
  const seen = new Set<string>()
  return spoken.remarks.flatMap(({ speaker, utterance, speakerAsPrinted }) => {
    if (speaker === null || !unlisted.has(speaker) || seen.has(speaker)) return []
    seen.add(speaker)
    const pieces = spoken.utterances[utterance - 1]?.pieces ?? []
    return [
      finding(
        'SPEAKER_NOT_IN_ATTENDEES',
        `“${speakerAsPrinted}” speaks and is not in the list of those present.`,
        pieces,
        [{ list: 'people', key: speaker }],
      ),
    ]
  })
}

const furnitureOf = (outline: Outline, lists: ReturnType<typeof readAttendees>, source: SourceText): Furniture[] => {
  const furniture: Furniture[] = []
  for (const [i, kind] of outline.furniture) {
    const line = source.lines[i]
    if (line && line.start < line.end) furniture.push({ kind, pieces: [[line.start, line.end]] })
  }
  for (const { marker } of outline.paragraphs)
    if (marker) furniture.push({ kind: 'paragraph number', pieces: [[marker.start, marker.end]] })
  furniture.push(
    { kind: 'heading of a list', pieces: lists.headings },
    { kind: 'list of those present', pieces: lists.furniture },
    { kind: 'stray mark', pieces: lists.noise },
  )
  return furniture
}

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

/** Reads a numbered summary. */
export const parseNumberedSummary = (source: SourceText, options: ReadingOptions): Reading => {
  const outline = outlineOf(source)
  const lists = readAttendees(source.text, source.lines, outline.regions, (i) => outline.furniture.has(i))
  const front = readFrontMatter(outline.front, openingsOf(outline), source.text, source.fileName)
  const people = castOfAttendees(lists.attendees)
  const { cast } = people
  const bodies = noBodies()
  const present = attendanceRows(lists.attendees, people, bodies)
  const findings: Finding[] = [
    ...front.findings,
    ...people.findings,
    ...attendeeFindings(lists.attendees, lists.noise, source.text),
    ...paragraphFindings(source.text, outline),
  ]

  const inferred =
    options.language ??
    inferLanguage(
      outline.paragraphs
        .map(({ lines }) => lines[0]?.text.slice(0, 1000) ?? '')
        .join('\n')
        .slice(0, 8000),
    )
  if (options.language === null && inferred !== null)
    findings.push(
      finding('LANGUAGE_INFERRED', `The language is taken to be “${inferred}”, from the words of the record.`),
    )
  for (const { role, name } of front.roleHolders) {
    addUnlisted(cast, [name])
    const { person } = identify(cast, name)
    if (person !== null) addRoleHolder(cast, role, person)
  }
  const read = readParagraphs(source, outline, cast, bodies)
  const body = readBody(source, outline, read, cast, bodies, inferred ?? 'en', findings)
  const speakers = new Set(body.spoken.remarks.flatMap(({ speaker }) => speaker ?? []))
  const inTitles = titleMentions(source.text, lists.attendees, people)
  const cited = citations(read, cast, speakers, inTitles.rows.length + 1)
  const inText = read.flatMap(({ flow, names }) =>
    printedForms(names, (start) => piecesOf(flow, start, start + 1)[0]?.[0] ?? 0),
  )
  const ofLists = lists.attendees.map((attendee, i) => ({
    person: people.ofAttendee[i] ?? '',
    printed: attendee.nameAsPrinted,
    at: attendee.namePieces[0]?.[0] ?? 0,
  }))
  const ofHeads = read.flatMap(({ flow, head }) =>
    head.raisers.flatMap(({ kind, printed, start }) => {
      const person = kind === 'person' ? identify(cast, printed).person : null
      return person === null ? [] : [{ person, printed, at: piecesOf(flow, start, start + 1)[0]?.[0] ?? 0 }]
    }),
  )
  const kept = new Set([...speakers, ...cited.rows.flatMap(({ person }) => person ?? [])])
  if (lists.attendees.length === 0)
    findings.push(
      finding(
        'NO_ATTENDEE_LIST',
        'The record has no list of those present; people are taken from how the text prints their names.',
      ),
    )
  const inParagraphs = read.flatMap(({ flow, names }) =>
    names.map((name) => ({ name, pieces: piecesOf(flow, name.start, name.end) })),
  )

  const record: MeetingRecord = {
    version: 1,
    meeting: { ...front.meeting, language: inferred },
    sections: sectionRows(outline.sections),
    themes: body.themes,
    people: personRows(cast, [...ofLists, ...inText, ...ofHeads, ...inTitles.forms, ...cited.forms], (key) =>
      kept.has(key),
    ),
    organizations: bodies.rows,
    ...present,
    paragraphs: body.paragraphs,
    ...body.spoken,
    mentions: [...inTitles.rows, ...cited.rows],
  }
  return {
    record,
    findings: [
      ...findings,
      ...(lists.attendees.length === 0 ? [] : speakerFindings(body.spoken, cast)),
      ...variantFindings(cast, inParagraphs),
    ],
    furniture: [...front.furniture, ...furnitureOf(outline, lists, source)],
  }
}
