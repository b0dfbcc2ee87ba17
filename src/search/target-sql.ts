import type { Prisma } from '../generated/prisma/client.js'
import { remarkFits, rowFits } from '../read/archive-tables.js'
import type { Bind } from '../read/sql.js'
import { partsOf } from './filter-parts.js'
import type { Terms, TextTerms } from './terms.js'

/** More results than this are not counted, and only the newest of them are ranked. */
export const mostCounted = 1000
/** So many of the newest. */
const mostRanked = 300

export const searchTargets = ['REMARKS', 'PARAGRAPHS', 'PEOPLE', 'ORGANIZATIONS', 'THEMES', 'MEETINGS'] as const
export type SearchTarget = (typeof searchTargets)[number]
export const isText = (target: SearchTarget): boolean => target === 'REMARKS' || target === 'PARAGRAPHS'

/** What a search is made of, for the SQL. */
export interface Asking {
  terms: Terms
  /** Only what a remark that fits belongs to. */
  where: Prisma.RemarkWhereInput | undefined
  bind: Bind
}

/** That there is a remark `r` that fits the filter, and this; undefined without a filter. */
const hasRemark = ({ where, bind }: Asking, link: string, from = '"Remark" r'): string | undefined =>
  where && `exists (select 1 from ${from} where ${link} and ${remarkFits(where, bind)})`

const allOf = (...conditions: (string | undefined)[]) => conditions.filter((each) => each !== undefined).join(' and ')

const tsquery = (bind: Bind, text: string) => `${bind.parameter(text)}::text::tsquery`

/** The rows of one language's terms only; in an archive of one configuration those are all. */
const inLanguage = (terms: readonly TextTerms[], { languages }: TextTerms, alias: string, bind: Bind) =>
  terms.length > 1 ? `coalesce(${alias}."language", '') = any(${bind.parameter(languages)}::text[]) and ` : ''

/** Whether a row of a text, or a vector made of a part of it, has what each language's terms say. */
export function textFits(
  { terms: { texts }, bind }: Asking,
  alias: string,
  query: (terms: TextTerms) => string,
  vector: (terms: TextTerms) => string = () => `${alias}."search"`,
): string {
  const each = texts.map(
    (term) => `(${inLanguage(texts, term, alias, bind)}${vector(term)} @@ ${tsquery(bind, query(term))})`,
  )
  return each.length > 0 ? `(${each.join(' or ')})` : 'false'
}

/** 0.2 to 0.6: between a name that is meant and one that may be. Long texts have more words to be found by, and count less. */
function textScore({ terms: { texts }, bind }: Asking, alias: string): string {
  const ranks = texts.map(({ query }) => `ts_rank(${alias}."search", ${tsquery(bind, query)}, 33)`)
  return `0.2 + 0.4 * greatest(${ranks.join(', ')})::float8`
}

/** The columns `id`, `score`, `key` (the order of those with one score) of what is found; and how many there are, to the limit. */
interface Found {
  ctes: string[]
  /** A SELECT of `target, id, score, key`. */
  ranked: string
  /** A SELECT of one number. */
  count: string
}

/**
 * What of a table is found. Few are all ranked; of many the first in the table's own order: the index tells how many there
 * are, and the planner, which knows the words, goes by the words or by the order.
 */
export function found(target: SearchTarget, asking: Asking): Found {
  const name = target.toLowerCase()
  const { few, many, score } = target === 'REMARKS' ? utterances(asking) : rowsOf(target, asking)
  const isMany = `(select "n" > ${mostCounted} from "${name}_n")`
  return {
    ctes: [
      `"${name}_few" as materialized (${few} limit ${mostCounted + 1})`,
      `"${name}_n" as materialized (select count(*) as "n" from "${name}_few")`,
      `"${name}_many" as materialized (${many(isMany)})`,
    ],
    ranked: `select '${target}' as "target", "id", (${score})::float8 as "score", "key" from (
      select * from "${name}_few" where not ${isMany} union all select * from "${name}_many") f`,
    count: `select "n" from "${name}_n"`,
  }
}

interface FewOrMany {
  few: string
  many: (isMany: string) => string
  /** Over a row `f` of either. */
  score: string
}

/**
 * Words that several raised are one result. Their meeting tells how new they are: it has an index by age, and one of its words.
 * What a filter says of meetings and words is asked of these themselves; only the rest needs a look at the remarks.
 */
function utterances(asking: Asking): FewOrMany {
  const { meeting, utterance, rest } = partsOf(asking.where)
  const select = (gate?: string) => `select u."id", m."sortKey" as "key", u."search"
    from "Meeting" m join "Utterance" u on u."meetingId" = m."id"
    where ${allOf(
      gate,
      textFits(asking, 'u', ({ query }) => query),
      meeting && rowFits('Meeting', 'm', meeting, asking.bind),
      utterance && rowFits('Utterance', 'u', utterance, asking.bind),
      hasRemark({ ...asking, where: rest }, 'r."utteranceId" = u."id" and r."meetingId" = u."meetingId"'),
    )}`
  return {
    // In order, too, where meetings are filtered: how few of them fit Postgres does not foresee, and would go through all words.
    few: meeting ? `${select()} order by m."sortKey"` : select(),
    many: (isMany) => `${select(isMany)} order by m."sortKey", u."id" limit ${mostRanked}`,
    score: textScore(asking, 'f'),
  }
}

interface Source {
  table: string
  /** Of a row `t`: the smaller, the sooner among those of one score. It has an index. */
  key: string
  /** What a remark `r` has of such a row `t`. */
  link: string
  from?: string
  only?: string
  /** What a row is called. */
  name?: string
}

const sources: Readonly<Record<Exclude<SearchTarget, 'REMARKS'>, Source>> = {
  PARAGRAPHS: { table: 'Paragraph', key: 't."sortKey"', link: 'r."paragraphId" = t."id"' },
  PEOPLE: {
    table: 'Person',
    key: '-t."remarkTotal"::bigint',
    link: 'r."speakerId" = t."id"',
    only: 't."mergedIntoId" is null and not t."onlyCited"',
    name: 'name',
  },
  ORGANIZATIONS: {
    table: 'Organization',
    key: '-t."remarkTotal"::bigint',
    link: 'a."organizationId" = t."id"',
    from: '"RemarkAffiliation" a join "Remark" r on r."id" = a."remarkId" and a."counted"',
    only: 't."mergedIntoId" is null',
    name: 'name',
  },
  THEMES: {
    table: 'Theme',
    key: '-t."remarkTotal"::bigint',
    link: 'r."themeId" = t."id"',
    only: 't."mergedIntoId" is null',
    name: 'title',
  },
  MEETINGS: { table: 'Meeting', key: 't."sortKey"', link: 'r."meetingId" = t."id"', name: 'title' },
}

function rowsOf(target: Exclude<SearchTarget, 'REMARKS'>, asking: Asking): FewOrMany {
  const { table, key, link, from, only, name } = sources[target]
  const columns = `t."id", ${key} as "key", t."search"${name ? `, t."${name}" as "name"` : ''}`
  const select = (gate?: string) =>
    `select ${columns} from "${table}" t where ${allOf(
      gate,
      name ? nameFits(asking, 't') : textFits(asking, 't', ({ query }) => query),
      only,
      hasRemark(asking, link, from),
    )}`
  const order = `${key.startsWith('-') ? 't."remarkTotal" desc' : key}, t."id"`
  return {
    few: select(),
    many: (isMany) => `${select(isMany)} order by ${order} limit ${mostRanked}`,
    score: name ? nameScore(asking, 'f') : textScore(asking, 'f'),
  }
}

const nameFits = ({ terms: { name }, bind }: Asking, alias: string) =>
  name ? `${alias}."search" @@ ${tsquery(bind, name.mistyped)}` : 'false'

/**
 * The words themselves 0.8 to 1, words that begin so 0.6 to 0.8, both before any text; mistyped ones up to 0.2, behind every
 * text. The more of the name was given, the higher.
 */
function nameScore({ terms: { name }, bind }: Asking, alias: string): string {
  if (!name) return '0'
  const length = Math.max(1, name.exact.replace(/[^\p{L}\p{N}]/gu, '').length)
  return `case when ${alias}."search" @@ ${tsquery(bind, name.exact)} then 0.8
    when ${alias}."search" @@ ${tsquery(bind, name.begun)} then 0.6 else 0 end
    + 0.2 * least(1, ${bind.parameter(length)}::float8 / greatest(1, char_length(${alias}."name")))`
}
