import type { OutcomeKind, Prisma } from '../generated/prisma/client.js'
import { remarkFits, rowFits } from '../read/archive-tables.js'
import { partsOf } from '../remark/filter-parts.js'
import type { Binding } from '../schema/read-as.js'
import type { Terms, TextTerms } from './terms.js'

/** The counting limit. If there are more results, only the newest are ranked. */
export const MAX_COUNTED = 1000
/** How many of the newest are then ranked. */
const MAX_RANKED = 300
/** Of up to so many texts all are read to find the newest of them; of more, meeting after meeting is looked through. */
const MAX_SORTED = 3000

/** What can be searched for. */
export const searchTargets = [
  'REMARKS',
  'PARAGRAPHS',
  'DECISIONS',
  'MOTIONS',
  'VOTES',
  'ACTIONS',
  'PEOPLE',
  'ORGANIZATIONS',
  'THEMES',
  'MEETINGS',
] as const

/** One of `searchTargets`. */
export type SearchTarget = (typeof searchTargets)[number]

/** Whether it is found by the words of texts; all else is found by name. */
export const isText = (target: SearchTarget): boolean => textTargets.includes(target)

export const textTargets: readonly SearchTarget[] = [
  'REMARKS',
  'PARAGRAPHS',
  'DECISIONS',
  'MOTIONS',
  'VOTES',
  'ACTIONS',
]

/** The parts of a search from which its SQL is made. */
export interface Asking {
  terms: Terms
  /** Restricts results to those of matching remarks. */
  where: Prisma.RemarkWhereInput | undefined
  /** All that is searched for: a passage is found once. */
  targets: readonly SearchTarget[]
  bind: Binding
}

/** The condition that there is a remark `r` that matches the filter and this condition; undefined without a filter. */
const hasRemark = ({ where, bind }: Asking, link: string, from = '"Remark" r'): string | undefined =>
  where && `exists (select 1 from ${from} where ${link} and ${remarkFits(where, bind)})`

export const allOf = (...conditions: (string | undefined)[]) =>
  conditions.filter((each) => each !== undefined).join(' and ')

const tsquery = (bind: Binding, text: string) => `${bind.parameter(text)}::text::tsquery`

/** Restricts rows to the languages of some terms; no restriction if the archive uses a single configuration. */
const inLanguage = (terms: readonly TextTerms[], { languages }: TextTerms, alias: string, bind: Binding) =>
  terms.length > 1 ? `coalesce(${alias}."language", '') = any(${bind.parameter(languages)}::text[]) and ` : ''

/** The condition that a text's row, or a vector made from part of it, matches the terms of its language. */
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

/** From 0.2 to 0.6, between matching and mistyped names. Normalised by length, because long texts match more easily. */
function textScore({ terms: { texts }, bind }: Asking, alias: string): string {
  const ranks = texts.map(({ query }) => `ts_rank(${alias}."search", ${tsquery(bind, query)}, 33)`)
  return `0.2 + 0.4 * greatest(${ranks.join(', ')})::float8`
}

/** SQL for the results of one kind: `id`, `score` and `key` (the order among equal scores), and their number up to the limit. */
interface Found {
  ctes: string[]
  /** A SELECT of `target, id, score, key`. Called only where it is used, for it has parameters of its own. */
  ranked: () => string
  /** A SELECT of one number. */
  count: string
}

/**
 * The results in one table. If there are few, all are ranked; if many, only the first in the table's own order. Postgres chooses,
 * by the frequency of the words, whether to go by the index on words or by that on the order.
 */
export function found(target: SearchTarget, asking: Asking): Found {
  const name = target.toLowerCase()
  const { before = [], few, many, score } = target === 'REMARKS' ? utterances(asking) : rowsOf(target, asking)
  const isMany = `(select "n" > ${MAX_COUNTED} from "${name}_n")`
  return {
    ctes: [
      ...before,
      `"${name}_few" as materialized (${few} limit ${MAX_COUNTED + 1})`,
      `"${name}_n" as materialized (select count(*) as "n" from "${name}_few")`,
      `"${name}_many" as materialized (${many(isMany)})`,
    ],
    ranked: () => `select '${target}' as "target", "id", (${score()})::float8 as "score", "key" from (
      select * from "${name}_few" where not ${isMany} union all select * from "${name}_many") f`,
    count: `select "n" from "${name}_n"`,
  }
}

interface FewOrMany {
  /** CTEs that `few` and `many` read. */
  before?: string[]
  few: string
  many: (isMany: string) => string
  /** SQL over a row `f` of either. */
  score: () => string
}

/**
 * Words that several people raised jointly are one result. They are ordered by their meeting's date, for which, as for the words,
 * there is an index. A filter's conditions on meetings and words are applied to these directly; only the rest needs the remarks.
 */
function utterances(asking: Asking): FewOrMany {
  const { meeting, utterance, rest } = partsOf(asking.where)
  const words = () => textFits(asking, 'u', ({ query }) => query)
  const select = (gate?: string, fits = words()) => `select u."id", m."sortKey" as "key", u."search"
    from "Meeting" m join "Utterance" u on u."meetingId" = m."id"
    where ${allOf(
      gate,
      fits,
      meeting && rowFits('Meeting', 'm', meeting, asking.bind),
      utterance && rowFits('Utterance', 'u', utterance, asking.bind),
      hasRemark({ ...asking, where: rest }, 'r."utteranceId" = u."id" and r."meetingId" = u."meetingId"'),
    )}`
  // Goes by the order even if meetings are filtered: Postgres cannot estimate how few match, and would scan all words.
  const some = `${select()}${meeting ? ' order by m."sortKey"' : ''}`
  const newest = `order by "key", "id" limit ${MAX_RANKED}`
  const isMore = `(select count(*) > ${MAX_SORTED} from "remarks_hits")`
  return {
    before: [`"remarks_hits" as materialized (${some} limit ${MAX_SORTED + 1})`],
    few: 'select * from "remarks_hits"',
    // "is true" keeps the index on words out: Postgres would read it anew for every meeting.
    many: (isMany) => `with later as materialized (${select(isMore, `(${words()}) is true`)} ${newest})
      select * from (select * from "remarks_hits" where ${isMany} and not ${isMore} union all select * from later) h ${newest}`,
    score: () => textScore(asking, 'f'),
  }
}

interface Source {
  table: string
  /** The order key of a row `t` among equal scores, smallest first. It is indexed. */
  key: string
  /** The condition that a remark `r` belongs to a row `t`. */
  link: string
  from?: string
  only?: string
  /** The column with the name. */
  name?: string
}

/** Outcomes of one kind. A filter looks at the remarks of their paragraph. */
const outcomes = (kind: OutcomeKind): Source => ({
  table: 'Outcome',
  key: 't."sortKey"',
  link: 'r."paragraphId" = t."paragraphId"',
  only: `t."kind" = '${kind}'`,
})

const sources: Readonly<Record<Exclude<SearchTarget, 'REMARKS'>, Source>> = {
  PARAGRAPHS: { table: 'Paragraph', key: 't."sortKey"', link: 'r."paragraphId" = t."id"' },
  DECISIONS: outcomes('DECISION'),
  MOTIONS: outcomes('MOTION'),
  VOTES: outcomes('VOTE_EVENT'),
  ACTIONS: outcomes('ACTION_ITEM'),
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
      target === 'PARAGRAPHS' ? isFoundOnlyHere(asking) : undefined,
    )}`
  const order = `${key.startsWith('-') ? 't."remarkTotal" desc' : key}, t."id"`
  return {
    few: select(),
    many: (isMany) => `${select(isMany)} order by ${order} limit ${MAX_RANKED}`,
    score: () => (name ? nameScore(asking, 'f') : textScore(asking, 'f')),
  }
}

/** The condition that nothing else is found in a paragraph `t`: neither a remark nor an outcome with the words. */
function isFoundOnlyHere(asking: Asking): string | undefined {
  const { where, targets, bind } = asking
  const kinds = targets.flatMap((target) => outcomeKinds[target] ?? [])
  const within = (from: string, alias: string, condition: string | undefined) =>
    `not exists (select 1 from ${from} where ${allOf(
      condition,
      textFits(asking, alias, ({ query }) => query),
    )})`
  const remarks = targets.includes('REMARKS')
    ? within(
        '"Remark" r join "Utterance" u on u."id" = r."utteranceId"',
        'u',
        allOf('r."paragraphId" = t."id"', where && remarkFits(where, bind)),
      )
    : undefined
  const settled =
    kinds.length > 0
      ? within(
          '"Outcome" o',
          'o',
          `o."paragraphId" = t."id" and o."kind" in (${kinds.map((kind) => `'${kind}'`).join(', ')})`,
        )
      : undefined
  return remarks || settled ? allOf(remarks, settled) : undefined
}

const outcomeKinds: Readonly<Partial<Record<SearchTarget, OutcomeKind>>> = {
  DECISIONS: 'DECISION',
  MOTIONS: 'MOTION',
  VOTES: 'VOTE_EVENT',
  ACTIONS: 'ACTION_ITEM',
}

const nameFits = ({ terms: { name }, bind }: Asking, alias: string) =>
  name ? `${alias}."search" @@ ${tsquery(bind, name.mistyped)}` : 'false'

/**
 * From 0.8 to 1 for the words themselves and 0.6 to 0.8 for prefixes, both above any text; up to 0.2, below any text, for mistyped
 * words. The score is higher the more of the name the query has.
 */
function nameScore({ terms: { name }, bind }: Asking, alias: string): string {
  if (!name) return '0'
  const length = Math.max(1, name.exact.replace(/[^\p{L}\p{N}]/gu, '').length)
  return `case when ${alias}."search" @@ ${tsquery(bind, name.exact)} then 0.8
    when ${alias}."search" @@ ${tsquery(bind, name.begun)} then 0.6 else 0 end
    + 0.2 * least(1, ${bind.parameter(length)}::float8 / greatest(1, char_length(${alias}."name")))`
}
