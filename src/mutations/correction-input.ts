import type { GivenBody, GivenCorrection, GivenPerson, GivenPlace, GivenSpeaker } from '../curate/correct/given.js'
import { InvalidActError } from '../curate/errors.js'
import type { Sql } from '../database/sql.js'
import { AttendanceMode } from '../meeting/attendance.js'
import { PassageKind } from '../paragraph/unattributed-passage.js'
import { AffiliationStatus } from '../person/affiliation.js'
import { RemarkKind } from '../remark/remark-filter.js'
import { builder } from '../schema/builder.js'
import { rowId } from './act.js'
import { namedRow } from './named-row.js'

const PlaceInput = builder.inputType('PlaceInput', {
  description: 'Words of a record: all that a remark says, or what stands between two offsets of the text.',
  fields: (t) => ({
    remark: t.id({ description: 'The id of a remark. Then nothing else is given.' }),
    start: t.int({ description: 'Offset of the first character, in UTF-16 units from 0.' }),
    end: t.int({ description: 'Offset after the last character, in UTF-16 units.' }),
    words: t.string({
      description: 'The words that you see there. If the record reads otherwise by now, nothing is changed.',
    }),
  }),
})

const PersonInput = builder.inputType('PersonInput', {
  description: 'A person. Give exactly one of the fields.',
  fields: (t) => ({
    person: t.id({ description: 'The id or slug of a person of the archive.' }),
    name: t.string({ description: 'The name of a person, who is added if the meeting has nobody of that name.' }),
  }),
})

const BodyInput = builder.inputType('BodyInput', {
  description: 'A body. Give exactly one of the fields.',
  fields: (t) => ({
    organization: t.id({ description: 'The id or slug of a body of the archive.' }),
    body: t.string({ description: 'The name of a body, which is added if the meeting has none of that name.' }),
  }),
})

const SpeakerInput = builder.inputType('SpeakerInput', {
  description: 'Somebody who speaks. Give exactly one of the fields.',
  fields: (t) => ({
    person: t.id({ description: 'The id or slug of a person of the archive.' }),
    name: t.string({ description: 'The name of a person, who is added if the meeting has nobody of that name.' }),
    organization: t.id({ description: 'The id or slug of a body of the archive.' }),
    body: t.string({ description: 'The name of a body, which is added if the meeting has none of that name.' }),
    role: t.string({ description: 'A role of which the record does not say who holds it: "The Chair".' }),
  }),
})

const ThemeTitleInput = builder.inputType('ThemeTitleInput', {
  description: 'A theme, or none.',
  fields: (t) => ({
    title: t.string({ description: 'Its title; null for words that are about no theme.' }),
  }),
})

const PresenceInput = builder.inputType('PresenceInput', {
  description: 'Who was there.',
  fields: (t) => ({
    person: t.field({ type: PersonInput, required: true, description: 'The person.' }),
    mode: t.field({ type: AttendanceMode, description: 'How; null for somebody who does not belong in the list.' }),
    role: t.string({ description: 'The role at this meeting; null for none. What was read stays if it is left out.' }),
  }),
})

const PostInput = builder.inputType('PostInput', {
  description: 'What somebody is, and where, in place of what was read of the same status.',
  fields: (t) => ({
    person: t.field({ type: PersonInput, required: true, description: 'The person.' }),
    title: t.string({ description: 'The title; null for none.' }),
    organization: t.field({ type: BodyInput, description: 'The body; null for none.' }),
    status: t.field({
      type: AffiliationStatus,
      description: 'Whether it held at the meeting; CURRENT, if it is left out.',
    }),
  }),
})

const WrittenNameInput = builder.inputType('WrittenNameInput', {
  description: 'How a name is written.',
  fields: (t) => ({
    person: t.field({ type: PersonInput, required: true, description: 'The person, as the record was read.' }),
    name: t.string({ required: true, description: 'The name as it is written, without honorific.' }),
  }),
})

const MeetingFactsInput = builder.inputType('MeetingFactsInput', {
  description:
    'Facts of a meeting. What is left out stays as it was read; null says that the record does not state it.',
  fields: (t) => ({
    title: t.string({ description: 'The title of the record.' }),
    date: t.field({ type: 'Date', description: 'The first day.' }),
    endDate: t.field({ type: 'Date', description: 'The last day of a meeting of several days.' }),
    startTime: t.string({ description: 'When it began, in local time: 09:30.' }),
    endTime: t.string({ description: 'When it ended, in local time: 17:00.' }),
    venue: t.string({ description: 'Where it was held.' }),
  }),
})

const CorrectionInput = builder.inputType('CorrectionInput', {
  description:
    'One correction of a record. Give exactly one of the fields, and "at", which says what words it is about.',
  fields: (t) => ({
    at: t.field({
      type: PlaceInput,
      description: 'The words that it is about. Only "present", "post", "name" and "meeting" can do without.',
    }),
    speakers: t.field({
      type: [SpeakerInput],
      description:
        'Who says these words; several of them jointly. A part of a remark becomes a remark of its own, and so do words that were in none.',
    }),
    nobody: t.field({
      type: PassageKind,
      description: 'That nobody by name says these words. Inside a remark they stay in it, as nobody’s.',
    }),
    noRemark: t.boolean({ description: 'True: these words are no remark.' }),
    kind: t.field({ type: RemarkKind, description: 'Whether this remark raises something or responds.' }),
    answers: t.field({
      type: [PlaceInput],
      description: 'The remarks before it that this one answers; empty for none.',
    }),
    onBehalfOf: t.field({
      type: [BodyInput],
      description: 'The bodies for which this remark is made; empty for none.',
    }),
    theme: t.field({ type: ThemeTitleInput, description: 'What these words are about.' }),
    split: t.boolean({ description: 'True: another remark begins with the first of these words.' }),
    join: t.boolean({ description: 'True: all remarks that have words here are one, by the first speaker.' }),
    present: t.field({
      type: PresenceInput,
      description: 'Who was there. "at" gives the words that show it, where no list names the person.',
    }),
    post: t.field({ type: PostInput, description: 'What somebody is, and where.' }),
    name: t.field({ type: WrittenNameInput, description: 'How a name is written.' }),
    meeting: t.field({ type: MeetingFactsInput, description: 'Facts of the meeting.' }),
    right: t.string({
      description:
        'The code of a finding about these words, which were read rightly all the same. It settles the finding.',
    }),
  }),
})

export const CorrectInput = builder.inputType('CorrectInput', {
  description: 'What is corrected about a meeting, and why.',
  fields: (t) => ({
    meeting: t.string({ required: true, description: 'The slug of the meeting, current or former, or its id.' }),
    corrections: t.field({
      type: [CorrectionInput],
      required: true,
      description: 'The corrections, at most 500. All of them are made, or none.',
    }),
    seen: t.idList({
      description:
        'The ids of the corrections in force that you know of. One that is not among them and is about the same is not gone over: you are told of it, and nothing is changed.',
    }),
    reason: t.string({ required: true, description: 'Why, in a sentence; published in the feed.' }),
  }),
})

type Input = typeof CorrectionInput.$inferInput
type Place = typeof PlaceInput.$inferInput
type Who = { readonly [Field in keyof typeof SpeakerInput.$inferInput]: string | null | undefined }

/** A correction as the archive takes it. @throws InvalidActError */
export async function givenCorrection(
  sql: Sql,
  { at: words, ...input }: Input,
  path: string[],
): Promise<GivenCorrection> {
  const said = Object.entries(input).filter(([, value]) => value != null && value !== false)
  if (said.length !== 1)
    throw new InvalidActError(path, 'Give exactly one thing that the correction says, besides "at".')
  const { present, post, name, meeting } = input
  const at = words == null ? null : givenPlace(words, [...path, 'at'])
  if (present) {
    const { mode = null, role } = present
    const person = await givenPerson(sql, present.person, [...path, 'present', 'person'])
    return { kind: 'PRESENT', at, person, mode, ...(role === undefined ? {} : { role }) }
  }
  if (post) {
    const { title = null, organization, status } = post
    const body = organization == null ? null : await givenBody(sql, organization, [...path, 'post', 'organization'])
    return {
      kind: 'POST',
      at,
      person: await givenPerson(sql, post.person, [...path, 'post', 'person']),
      title,
      body,
      status: status ?? 'CURRENT',
    }
  }
  if (name) {
    const person = await givenPerson(sql, name.person, [...path, 'name', 'person'])
    return { kind: 'NAME', at, person, name: name.name }
  }
  if (meeting) return { kind: 'MEETING', facts: factsOf(meeting) }
  if (at === null) throw new InvalidActError(path, 'Give the words that the correction is about as "at".')
  return correctionOfWords(sql, input, at, path)
}

async function correctionOfWords(
  sql: Sql,
  input: Omit<Input, 'at'>,
  at: GivenPlace,
  path: string[],
): Promise<GivenCorrection> {
  const { speakers, nobody, noRemark, kind, answers, onBehalfOf, theme, right, split } = input
  if (speakers) {
    if (speakers.length === 0) throw new InvalidActError([...path, 'speakers'], 'Give at least one.')
    const by: GivenSpeaker[] = []
    for (const [i, who] of speakers.entries()) by.push(await givenSpeaker(sql, who, [...path, 'speakers', String(i)]))
    return { kind: 'SPEAKER', at, by }
  }
  if (nobody) return { kind: 'NOBODY', at, passage: nobody }
  if (noRemark) return { kind: 'NO_REMARK', at }
  if (kind) return { kind: 'REMARK_KIND', at, is: kind }
  if (answers)
    return { kind: 'ANSWERS', at, to: answers.map((place, i) => givenPlace(place, [...path, 'answers', String(i)])) }
  if (onBehalfOf) {
    const bodies: GivenBody[] = []
    for (const [i, body] of onBehalfOf.entries())
      bodies.push(await givenBody(sql, body, [...path, 'onBehalfOf', String(i)]))
    return { kind: 'ON_BEHALF_OF', at, bodies }
  }
  if (theme) return { kind: 'THEME', at, title: theme.title ?? null }
  if (right != null) return { kind: 'RIGHT', at, code: right }
  return { kind: split ? 'SPLIT' : 'JOIN', at }
}

function givenPlace({ remark, start, end, words }: Place, path: string[]): GivenPlace {
  if (remark != null && start == null && end == null) return { remark: rowId('Remark', remark, [...path, 'remark']) }
  if (remark != null || start == null || end == null)
    throw new InvalidActError(path, 'Give either "remark", or "start" and "end".')
  return { start, end, words: words ?? null }
}

/** @throws InvalidActError unless exactly one of these fields is given */
function oneOf(who: Partial<Who>, fields: string, path: string[]): void {
  if (Object.values(who).filter((value) => value != null).length !== 1)
    throw new InvalidActError(path, `Give exactly one of ${fields}.`)
}

async function givenPerson(sql: Sql, who: Pick<Who, 'person' | 'name'>, path: string[]): Promise<GivenPerson> {
  oneOf(who, '"person" and "name"', path)
  return who.person == null
    ? { name: who.name ?? '' }
    : { person: await namedRow(sql, 'Person', who.person, [...path, 'person']) }
}

async function givenBody(sql: Sql, which: Pick<Who, 'organization' | 'body'>, path: string[]): Promise<GivenBody> {
  oneOf(which, '"organization" and "body"', path)
  const { organization, body } = which
  return organization == null
    ? { body: body ?? '' }
    : { organization: await namedRow(sql, 'Organization', organization, [...path, 'organization']) }
}

async function givenSpeaker(sql: Sql, who: Who, path: string[]): Promise<GivenSpeaker> {
  oneOf(who, '"person", "name", "organization", "body" and "role"', path)
  const { person, name, organization, body, role } = who
  if (role != null) return { role }
  return person != null || name != null
    ? givenPerson(sql, { person, name }, path)
    : givenBody(sql, { organization, body }, path)
}

/** Without what is left out. */
function factsOf({ title, date, endDate, ...facts }: typeof MeetingFactsInput.$inferInput) {
  const days = { date: dayOf(date), endDate: dayOf(endDate) }
  return Object.fromEntries(
    Object.entries({ title, ...days, ...facts }).filter(([, value]) => value !== undefined),
  ) as Extract<GivenCorrection, { kind: 'MEETING' }>['facts']
}

const dayOf = (day: Date | null | undefined): string | null | undefined =>
  day === null ? null : day?.toISOString().slice(0, 10)
