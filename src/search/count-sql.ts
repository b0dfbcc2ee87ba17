import type { Rows } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'
import { rowFits } from '../read/archive-tables.js'
import { Bind } from '../read/sql.js'
import { partsOf } from '../remark/filter-parts.js'
import type { Binding } from '../schema/read-as.js'
import { type Asking, allOf, found, MAX_COUNTED, textFits, textTargets } from './target-sql.js'
import type { Terms } from './terms.js'

/** How many texts are looked at; of more, any so many. */
const MAX_TEXTS = 10_000
/** How many of each list are given, those with most results. */
const MAX_LISTED = 20

/** How many results have something in common. */
export interface SearchCount {
  /** What a filter takes: a slug, the name of a type, a year. */
  value: string
  name: string
  results: number
}

/** The results of a search by what they have in common. */
export interface SearchCounts {
  total: number
  isExact: boolean
  byKind: SearchCount[]
  bySeries: SearchCount[]
  byPerson: SearchCount[]
  byOrganization: SearchCount[]
  byTheme: SearchCount[]
  byYear: SearchCount[]
}

export interface Counting {
  terms: Terms
  where: Prisma.RemarkWhereInput | undefined
}

/** Counts the results of a search in one statement. */
export async function count(rows: Rows, counting: Counting): Promise<SearchCounts> {
  const bind = new Bind({}, {})
  const [row = []] = await rows({ name: undefined, text: countSql(counting, bind), values: bind.values })
  return countsOf(row)
}

export const countsOf = ([counts]: readonly unknown[]): SearchCounts => JSON.parse(String(counts)) as SearchCounts

const none: SearchCounts = {
  ...{ total: 0, isExact: true, byKind: [], bySeries: [], byPerson: [], byOrganization: [], byTheme: [], byYear: [] },
}

/**
 * A SELECT of one row with the counts as JSON. Words that several people raised together count once, and once for each of them. Only
 * remarks have speakers, bodies, themes and years here; the other texts are counted by kind alone.
 */
export function countSql({ terms, where }: Counting, bind: Binding): string {
  if (terms.texts.length === 0) return `select '${JSON.stringify(none)}'::text`
  const asking: Asking = { terms, where, targets: textTargets, bind }
  const others = textTargets.filter((target) => target !== 'REMARKS')
  const parts = others.map((target) => ({ target, ...found(target, asking) }))
  const kinds = [
    `select case "kind" when 'STATEMENT' then 'Statement' else 'Response' end as "value", count(distinct "utteranceId") as "n",
      case "kind" when 'STATEMENT' then 1 else 2 end as "place" from said group by 1, 3`,
    ...parts.map(
      ({ target, count }, i) => `select '${typeNames[target]}', least((${count}), ${MAX_COUNTED}), ${i + 3}`,
    ),
  ]
  const isMore = [
    `(select count(*) > ${MAX_TEXTS} from hits)`,
    ...parts.map(({ count }) => `(${count}) > ${MAX_COUNTED}`),
  ]
  return `with ${remarks(asking)}, ${parts.flatMap(({ ctes }) => ctes).join(', ')},
    kinds as materialized (${kinds.join(' union all ')})
  select json_build_object('total', (select coalesce(sum("n"), 0)::int from kinds), 'isExact', not (${isMore.join(' or ')}),
    'byKind', ${list(`select "value", "value" as "name", "n" as "results", "place" from kinds where "n" > 0`, '"place"')},
    'bySeries', ${list(counted('x."slug"', 'x."title"', 'join "Series" x on x."id" = s."seriesId"'))},
    'byPerson', ${list(counted('x."slug"', 'x."name"', 'join "Person" x on x."id" = s."speakerId"'))},
    'byOrganization', ${list(
      counted(
        'x."slug"',
        'x."name"',
        'join "RemarkAffiliation" a on a."remarkId" = s."id" and a."counted" join "Organization" x on x."id" = a."organizationId"',
      ),
    )},
    'byTheme', ${list(counted('x."slug"', 'x."title"', 'join "Theme" x on x."id" = s."themeId"'))},
    'byYear', ${list(counted('s."year"', 's."year"', 'where s."year" is not null'), '"value"', 1000)})::text`
}

/** The types of the results of each kind other than remarks. */
const typeNames: Readonly<Record<string, string>> = {
  PARAGRAPHS: 'Paragraph',
  DECISIONS: 'Decision',
  MOTIONS: 'Motion',
  VOTES: 'VoteEvent',
  ACTIONS: 'ActionItem',
}

/** SQL: CTEs of the utterances that match, and of their remarks. */
function remarks(asking: Asking): string {
  const { where, bind } = asking
  const { meeting, utterance, rest } = partsOf(where)
  return `hits as materialized (select u."id", u."meetingId", m."seriesId", extract(year from m."date")::int::text as "year"
      from "Meeting" m join "Utterance" u on u."meetingId" = m."id" where ${allOf(
        textFits(asking, 'u', ({ query }) => query),
        meeting && rowFits('Meeting', 'm', meeting, bind),
        utterance && rowFits('Utterance', 'u', utterance, bind),
      )} limit ${MAX_TEXTS + 1}),
    said as materialized (select r."id", r."utteranceId", r."kind", r."speakerId", r."themeId", h."seriesId", h."year"
      from hits h join "Remark" r on r."utteranceId" = h."id" and r."meetingId" = h."meetingId"
      where ${rest ? rowFits('Remark', 'r', rest, bind) : 'true'})`
}

const counted = (value: string, name: string, from: string) =>
  `select ${value} as "value", ${name} as "name", count(distinct s."utteranceId")::int as "results" from said s ${from} group by 1, 2`

const list = (from: string, order = '"results" desc, "name", "value"', size = MAX_LISTED) =>
  `(select coalesce(json_agg(json_build_object('value', "value", 'name', "name", 'results', "results") order by ${order}), '[]')
    from (select * from (${from}) each_of order by ${order} limit ${size}) listed)`
