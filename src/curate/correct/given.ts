import type { Correction, Place, Somebody, Speaking } from '@rapporteur/reader/corrections/correction'
import { placeAt } from '@rapporteur/reader/corrections/place'
import type { Pieces } from '@rapporteur/reader/record'
import { trimRange } from '@rapporteur/reader/text/flow'
import { endOf, piecesOfOffsets, startOf } from '@rapporteur/reader/text/pieces'
import type { Sql } from '../../database/sql.js'
import { ConflictingActError, InvalidActError, NotFoundActError } from '../errors.js'
import { checkText } from '../reason.js'

/** Words of the record: those of a remark, or those between two offsets of the document's text. */
export type GivenPlace = { remark: string } | { start: number; end: number; words: string | null }
/** Somebody of the archive by id, or whoever has a name. */
export type GivenPerson = { person: string } | { name: string }
/** A body of the archive by id, or the one that has a name. */
export type GivenBody = { organization: string } | { body: string }
export type GivenSpeaker = GivenPerson | GivenBody | { role: string }

type Kinds = { [Kind in Correction['kind']]: Extract<Correction, { kind: Kind }> }
type WithPlace<Kind extends keyof Kinds, More = unknown> = Pick<Kinds[Kind], 'kind'> & { at: GivenPlace } & More
type OfPerson<Kind extends 'PRESENT' | 'POST' | 'NAME', More> = Pick<Kinds[Kind], 'kind'> & {
  at: GivenPlace | null
  person: GivenPerson
} & More

/** A correction as a curator gives it. */
export type GivenCorrection =
  | WithPlace<'SPEAKER', { by: readonly GivenSpeaker[] }>
  | WithPlace<'NOBODY', Pick<Kinds['NOBODY'], 'passage'>>
  | WithPlace<'NO_REMARK'>
  | WithPlace<'SPLIT'>
  | WithPlace<'JOIN'>
  | WithPlace<'REMARK_KIND', Pick<Kinds['REMARK_KIND'], 'is'>>
  | WithPlace<'ANSWERS', { to: readonly GivenPlace[] }>
  | WithPlace<'ON_BEHALF_OF', { bodies: readonly GivenBody[] }>
  | WithPlace<'THEME', Pick<Kinds['THEME'], 'title'>>
  | OfPerson<'PRESENT', Pick<Kinds['PRESENT'], 'mode' | 'role'>>
  | OfPerson<'POST', Pick<Kinds['POST'], 'title' | 'status'> & { body: GivenBody | null }>
  | OfPerson<'NAME', Pick<Kinds['NAME'], 'name'>>
  | WithPlace<'RIGHT', Pick<Kinds['RIGHT'], 'code'>>
  | { kind: 'MEETING'; facts: Kinds['MEETING']['facts'] }

/** The meeting that corrections are about, and its text. */
export interface CorrectedMeeting {
  id: string
  text: string
}

/** In UTF-16 units. */
const longestName = 300

/** What finds the rows that a correction names, and keeps their words and names instead. */
class Resolver {
  constructor(
    readonly sql: Sql,
    readonly meeting: CorrectedMeeting,
    /** Of the correction in the input. */
    readonly path: readonly string[],
  ) {}

  private at(...path: string[]): string[] {
    return [...this.path, ...path]
  }

  async place(given: GivenPlace, ...path: string[]): Promise<Place> {
    return placeAt(this.meeting.text, await piecesAt(this.sql, this.meeting, given, this.at(...path)))
  }

  async maybePlace(given: GivenPlace | null): Promise<Place | null> {
    return given && this.place(given, 'at')
  }

  async person(who: GivenPerson, ...path: string[]): Promise<Somebody> {
    if ('person' in who) return { person: await nameOf(this.sql, 'Person', who.person), ref: who.person }
    return { person: named(who.name, this.at(...path, 'name')) }
  }

  async body(which: GivenBody, ...path: string[]): Promise<string> {
    if ('organization' in which) return nameOf(this.sql, 'Organization', which.organization)
    return named(which.body, this.at(...path, 'body'))
  }

  async speaker(who: GivenSpeaker, ...path: string[]): Promise<Speaking> {
    if ('role' in who) return { role: named(who.role, this.at(...path, 'role')) }
    if ('organization' in who || 'body' in who) return { body: await this.body(who, ...path) }
    return this.person(who, ...path)
  }

  text(text: string | null, ...path: string[]): string | null {
    return text === null ? null : named(text, this.at(...path))
  }

  /** One after the other, as a transaction needs it. */
  async each<Given, Result>(
    list: readonly Given[],
    work: (given: Given, i: string) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = []
    for (const [i, given] of list.entries()) results.push(await work(given, String(i)))
    return results
  }
}

/**
 * A correction as it is stored: with the words and names that it is about.
 *
 * @param path of the correction in the input
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function resolved(
  sql: Sql,
  meeting: CorrectedMeeting,
  given: GivenCorrection,
  path: readonly string[],
): Promise<Correction> {
  const of = new Resolver(sql, meeting, path)
  switch (given.kind) {
    case 'SPEAKER': {
      const by = await of.each(given.by, (who, i) => of.speaker(who, 'speakers', i))
      return { kind: given.kind, at: await of.place(given.at, 'at'), by }
    }
    case 'ANSWERS': {
      const to = await of.each(given.to, (place, i) => of.place(place, 'answers', i))
      return { kind: given.kind, at: await of.place(given.at, 'at'), to }
    }
    case 'ON_BEHALF_OF': {
      const bodies = await of.each(given.bodies, (body, i) => of.body(body, 'onBehalfOf', i))
      return { kind: given.kind, at: await of.place(given.at, 'at'), bodies }
    }
    case 'THEME':
      return { ...given, at: await of.place(given.at, 'at'), title: of.text(given.title, 'theme', 'title') }
    case 'PRESENT': {
      const role = given.role == null ? given.role : of.text(given.role, 'present', 'role')
      return {
        ...given,
        at: await of.maybePlace(given.at),
        person: await of.person(given.person, 'present', 'person'),
        role,
      }
    }
    case 'POST': {
      const body = given.body && (await of.body(given.body, 'post', 'organization'))
      const person = await of.person(given.person, 'post', 'person')
      return { ...given, at: await of.maybePlace(given.at), person, body, title: of.text(given.title, 'post', 'title') }
    }
    case 'NAME': {
      const name = named(given.name, [...path, 'name', 'name'])
      return {
        ...given,
        at: await of.maybePlace(given.at),
        person: await of.person(given.person, 'name', 'person'),
        name,
      }
    }
    case 'MEETING':
      return { ...given, at: null, facts: checkedFacts(given.facts, [...path, 'meeting']) }
    case 'RIGHT': {
      const at = await of.place(given.at, 'at')
      await checkDoubted(sql, meeting.id, { code: given.code, at }, [...path, 'right'])
      return { ...given, at }
    }
    default:
      return { ...given, at: await of.place(given.at, 'at') }
  }
}

/** @throws InvalidActError for a text that is none */
function checkedFacts(facts: Kinds['MEETING']['facts'], path: string[]): Kinds['MEETING']['facts'] {
  if (Object.keys(facts).length === 0) throw new InvalidActError(path, 'Give at least one fact.')
  for (const [fact, value] of Object.entries(facts)) {
    if (fact === 'title' && value === null) throw new InvalidActError([...path, fact], 'A meeting has a title.')
    if (value !== null && fact.endsWith('Time') && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
      throw new InvalidActError([...path, fact], 'It is no time of day. Give one like 09:30.')
    if (value !== null && checkText([...path, fact], value, longestName).trim() === '')
      throw new InvalidActError([...path, fact], 'It is empty. Give null to say that the record does not state it.')
  }
  return facts
}

/** @throws InvalidActError unless a finding of this code is about these words */
async function checkDoubted(sql: Sql, meetingId: string, right: { code: string; at: Place }, path: string[]) {
  const { code, at } = right
  const [doubt] = await sql.query<object>(
    `SELECT FROM "Finding" AS f WHERE f."meetingId" = $1 AND f."code" = $2 AND cardinality(f."pieces") > 0
       AND $3::int < f."pieces"[cardinality(f."pieces")] AND f."pieces"[1] < $4::int LIMIT 1`,
    [meetingId, code, startOf(at.pieces), endOf(at.pieces)],
  )
  if (!doubt) throw new InvalidActError(path, `No finding ${JSON.stringify(code)} is about these words.`)
}

async function piecesAt(sql: Sql, { id, text }: CorrectedMeeting, at: GivenPlace, path: string[]): Promise<Pieces> {
  if ('remark' in at) {
    const [row] = await sql.query<{ pieces: number[] }>(
      `SELECT u."pieces" FROM "Remark" AS r JOIN "Utterance" AS u ON u."id" = r."utteranceId" WHERE r."id" = $1 AND r."meetingId" = $2`,
      [at.remark, id],
    )
    if (!row)
      throw new NotFoundActError(
        'The meeting has no remark with this id any more. Load the meeting again, and correct that.',
      )
    return piecesOfOffsets(row.pieces)
  }
  const range = at.start < at.end && at.end <= text.length ? trimRange(text, at.start, at.end) : null
  if (!range)
    throw new InvalidActError(
      path,
      `There are no words from ${at.start} to ${at.end}. The text has ${text.length} characters.`,
    )
  const words = text.slice(...range)
  if (at.words !== null && plain(at.words) !== plain(words))
    throw new ConflictingActError(
      `The record was read again meanwhile, and reads “${words.slice(0, 200)}” there. Load the meeting again, and correct that.`,
    )
  return [range]
}

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim()

async function nameOf(sql: Sql, table: 'Person' | 'Organization', id: string): Promise<string> {
  const [row] = await sql.query<{ name: string }>(`SELECT "name" FROM "${table}" WHERE "id" = $1`, [id])
  if (!row) throw new NotFoundActError(`There is no ${table.toLowerCase()} with this id any more.`)
  return row.name
}

/** @throws InvalidActError for what is no name */
function named(text: string, path: string[]): string {
  const name = checkText(path, text.trim().replace(/\s+/gu, ' '), longestName)
  if (!/\p{L}/u.test(name))
    throw new InvalidActError(path, 'It contains no letter. Give the name as it should be shown.')
  return name
}
