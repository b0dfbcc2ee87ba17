import type { MeetingRows } from './meeting-rows.js'

/** How rows are called in a record: people, bodies and themes by key, other rows by position. */
export interface Names {
  person: Map<string, string>
  organization: Map<string, string>
  theme: Map<string, string>
  section: Map<string, number>
  paragraph: Map<string, number>
  attendance: Map<string, number>
  utterance: Map<string, number>
  remark: Map<string, number>
}

const positions = (rows: readonly { id: string; position: number }[]) =>
  new Map(rows.map(({ id, position }) => [id, position]))

const keys = (letter: string, ids: readonly string[]) => new Map(ids.map((id, i) => [id, `${letter}${i + 1}`]))

/** How the rows of a meeting are called in its record. */
export function namesOf(rows: MeetingRows): Names {
  return {
    person: keys(
      'p',
      rows.peopleRead.map(({ personReadId }) => personReadId),
    ),
    organization: keys(
      'o',
      rows.organizationsRead.map((row) => row.organizationReadId),
    ),
    theme: keys(
      't',
      rows.themesRead.map(({ themeReadId }) => themeReadId),
    ),
    section: positions(rows.sections),
    paragraph: positions(rows.paragraphs),
    attendance: positions(rows.attendances),
    utterance: new Map(rows.utterances.map(({ id }, i) => [id, i + 1])),
    remark: positions(rows.remarks),
  }
}

/** The name of a row that must have one. */
export function mustName<Name>(names: Map<string, Name>, id: string): Name {
  const name = names.get(id)
  if (name === undefined) throw new Error(`The rows of a meeting refer to ${id}, which is not among them.`)
  return name
}

export const maybeName = <Name>(names: Map<string, Name>, id: string | null): Name | null =>
  id === null ? null : mustName(names, id)

/** Rows by the row that they are part of. */
export function grouped<Row>(rows: readonly Row[], idOf: (row: Row) => string): (id: string) => Row[] {
  const lists = new Map<string, Row[]>()
  for (const row of rows) {
    const list = lists.get(idOf(row))
    if (list) list.push(row)
    else lists.set(idOf(row), [row])
  }
  return (id) => lists.get(id) ?? []
}
