import { isBody } from '../english/bodies.js'
import { splitHonorific } from '../names.js'
import type { Line } from '../text/lines.js'
import { beginsWithPerson, isNameShaped } from './person-shape.js'
import { splitRange } from './tail.js'

/** A line of a list that begins with a body. */
export interface BodyAhead {
  readonly body: string
  /** Where each of those begins and ends who came for it, in characters of the line. */
  readonly people: readonly (readonly [number, number])[]
}

/** No line that names who came for a body is longer. */
const longest = 300

const columns = /^(\p{Lu}[^\t|]{2,60}?)(\t+\s*|\s{3,})(?=\S)/u
const separators = /\s*(?:[,;&](?![^()]*\))|\band\b(?![^()]*\)))\s*(?:and\s+)?/g
const absent = /^(?:[-–—]+|n\/a\b|none\b|\((?:apolog|absent|no )|apolog)/i

const isPerson = (part: string): boolean => {
  const name = part.replace(/\s*\([^()]*\)$/, '')
  return splitHonorific(name).honorific === null ? isNameShaped(name) : beginsWithPerson(name)
}

const peopleIn = (text: string, from: number): BodyAhead['people'] => {
  const parts = splitRange(text, [from, text.length], separators)
  return parts.every((part) => isPerson(text.slice(...part).trim())) ? parts : []
}

interface Row extends BodyAhead {
  readonly line: Line
}

const rowOf = (line: Line): Row | null => {
  const [all = '', body = ''] = columns.exec(line.text) ?? []
  if (all === '' || line.text.length > longest || /\t| {3}|\|/.test(line.text.slice(all.length))) return null
  if (splitHonorific(body).honorific !== null || /[.:]$/.test(body)) return null
  const people = peopleIn(line.text, all.length)
  return people.length === 0 && !absent.test(line.text.slice(all.length)) ? null : { line, body, people }
}

/** Whether the first column of some rows holds bodies, and not people beside other people. */
const isOfBodies = (rows: readonly Row[]): boolean =>
  rows.length > 1 &&
  rows.some(({ people }) => people.length > 0) &&
  (rows.some(({ people }) => people.length > 1) ||
    rows.filter(({ body }) => isBody(body) || !isNameShaped(body)).length * 2 >= rows.length)

/** The lines of a list whose first column is a body and whose second names who came for it: "Mill Guild    Ada Roe, Bo Poe". */
export const bodiesAhead = (lines: readonly Line[]): ReadonlyMap<Line, BodyAhead> => {
  const found = new Map<Line, BodyAhead>()
  let run: Row[] = []
  const close = () => {
    if (isOfBodies(run)) for (const row of run) found.set(row.line, row)
    run = []
  }
  for (const line of lines) {
    const row = rowOf(line)
    if (row) run.push(row)
    else close()
  }
  close()
  return found
}
