import { isBody } from '../../english/bodies.js'
import { tablesOf } from '../../layout.js'
import { once } from '../../once.js'
import type { SourceText } from '../../source.js'

const participants =
  /^[*_#\s]*(?:participants?|participating agencies|present|attendees|attendance|members|organi[sz]ations)(?:\s+(?:present|attending))?[*_\s]*:[*_\s]*(\S.*)$/gim

const bare = (names: readonly string[]): string[] =>
  names
    .map((name) =>
      name
        .replace(/\s*\([^()]*\)\s*$/, '')
        .replace(/^the\s+|[.*_]+$/gi, '')
        .trim(),
    )
    .filter((name) => name !== '')

/** No list of those present that is looked for stands further down, in characters. */
const front = 4000

const head = /^[*_\s]*(?:participating )?(?:organi[sz]ation|agency|institution|stakeholder|respondent|body)s?[*_\s]*$/i

/** What stands first in the rows of a table whose first head says that it is of bodies: "Organization | Written". */
const inTable = ({ text, layout }: SourceText): string[] => {
  for (const { rows } of tablesOf(layout)) {
    const [heads = '', ...names] = rows.map(({ cells: [first] }) => (first ? text.slice(first.start, first.end) : ''))
    if (head.test(heads)) return names
  }
  return []
}

/** The bodies that were present, where a list names them and no people: "Participants: WMO, Tide Trust, Ministry of Works". */
export const bodiesPresent = once((source: SourceText): readonly string[] => {
  for (const [, list = ''] of source.text.slice(0, front).matchAll(participants)) {
    const names = bare(list.split(/[,;]\s*|\s+and\s+(?=\p{Lu})/u))
    if (names.length > 2 && names.filter((name) => isBody(name)).length * 3 > names.length * 2) return names
  }
  const names = bare(inTable(source))
  return names.length > 2 && names.filter((name) => isBody(name)).length * 2 > names.length ? names : []
})
