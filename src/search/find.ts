import type { Rows } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'
import { remarkFits } from '../read/archive-tables.js'
import { Bind } from '../read/sql.js'
import type { Binding } from '../schema/read-as.js'
import type { SearchPlace } from './search-cursor.js'
import type { Marks } from './snippet.js'
import { type Asking, found, isText, MAX_COUNTED, type SearchTarget, textFits, textTargets } from './target-sql.js'
import type { Terms } from './terms.js'
import { betweenWords } from './words.js'

/** The orders of results: best first, or newest meeting first. */
export type SearchOrder = 'RELEVANCE' | 'NEWEST'

/** What to look for: `where` is on remarks, `after` the last result before the page, `size` the rows of the page. */
export interface Search {
  terms: Terms
  targets: readonly SearchTarget[]
  where: Prisma.RemarkWhereInput | undefined
  order: SearchOrder
  after: SearchPlace | undefined
  size: number
}

/** One row that matches, with its place among the results. */
export interface Result extends SearchPlace {
  target: SearchTarget
  /** The row to show; for an utterance, the first of its matching remarks, with its kind. */
  row: { id: string; kind: string | null }
  /** The texts that matched: the text itself, or the name and its other forms. */
  texts: string[]
  /** The additionally selected columns. */
  more: readonly unknown[]
}

/** A page of results, and what is known of all. */
export interface Results {
  /** Up to one more than the page's size. */
  results: Result[]
  /** The number of results, up to the counting limit. */
  total: number
  isExact: boolean
  /** The matching words as printed, in texts and in names. */
  words: Record<'text' | 'name', string[]>
}

/** How much of a text is examined for a snippet. */
const shown = 20_000

/** Finds and ranks results in one statement. */
export async function find(rows: Rows, search: Search): Promise<Results> {
  const bind = new Bind({}, {})
  const [row = []] = await rows({ name: undefined, text: findSql(search, bind), values: bind.values })
  return resultsOf(row)
}

/** The columns of `findSql`, for `resultsOf`. */
export const foundColumns = ['counts', 'results', 'textWords', 'nameWords'] as const

/**
 * A SELECT of one row with the ranked results. Each of `more` selects further columns for a row of "texts", which has "target" and
 * "row", the id of the row to show.
 */
export function findSql(
  { terms, targets, where, order, after, size }: Search,
  bind: Binding,
  more: readonly string[] = [],
): string {
  const usable = targets.filter((target) => (isText(target) ? terms.texts.length > 0 : terms.name))
  if (usable.length === 0) return `select '[]'::text, null::text, '{}'::text[], '{}'::text[]`
  const asking: Asking = { terms, where, targets, bind }
  const by = order === 'NEWEST' ? '"key", "id"' : '"score" desc, "key", "id"'
  const parts = usable.map((target) => found(target, asking))
  const cells = ['"target"', '"id"', '"score"', '"key"::text', '"row"', '"kind"', '"texts"', ...more]
  return `with ${parts.flatMap(({ ctes }) => ctes).join(', ')},
    "page" as materialized (select * from (${parts.map(({ ranked }) => ranked()).join(' union all ')}) ranked
      ${after ? `where ${behind(after, order, bind)}` : ''} order by ${by} limit ${size + 1}),
    "texts" as materialized (${texts(asking, usable)})
  select json_build_array(${parts.map(({ count }) => `(${count})`).join(', ')})::text,
    (select json_agg(json_build_array(${cells.join(', ')}) order by ${by})::text
      from "texts"),
    ${usable.some(isText) ? `array(${words(asking, 'text')})` : `'{}'::text[]`},
    ${usable.every(isText) ? `'{}'::text[]` : `array(${words(asking, 'name')})`}`
}

/** Converts the row of `findSql`. */
export function resultsOf(row: readonly unknown[]): Results {
  const counts: number[] = JSON.parse(String(row[0]))
  return {
    results: (JSON.parse(String(row[1] ?? '[]')) as ResultColumns[]).map(resultOf),
    total: counts.reduce((sum, count) => sum + Math.min(count, MAX_COUNTED), 0),
    isExact: counts.every((count) => count <= MAX_COUNTED),
    words: { text: row[2] as string[], name: row[3] as string[] },
  }
}

type ResultColumns = [SearchTarget, string, number, string, string, string | null, string[], ...unknown[]]

const resultOf = ([target, id, score, key, row, kind, texts, ...more]: ResultColumns): Result => ({
  more,
  target,
  id,
  score,
  key,
  row: { id: row, kind },
  texts,
})

/** The condition that `(score, key, id)` comes after the cursor. */
function behind({ score, key, id }: SearchPlace, order: SearchOrder, bind: Binding): string {
  const [k, i] = [`${bind.parameter(key)}::text::bigint`, `${bind.parameter(id)}::text::uuid`]
  if (order === 'NEWEST') return `("key", "id") > (${k}, ${i})`
  const s = `${bind.parameter(score)}::float8`
  return `("score" < ${s} or ("score" = ${s} and ("key", "id") > (${k}, ${i})))`
}

/** SQL: the matching texts of each result on the page, and the row to show for it. */
function texts(asking: Asking, targets: readonly SearchTarget[]): string {
  const of = (target: SearchTarget) => {
    const { table, texts: columns } = shownBy[target]
    const [row, kind, from] =
      target === 'REMARKS'
        ? ['r."id"', 'r."kind"::text', firstRemark(asking)]
        : ['t."id"', table === 'Outcome' ? 't."kind"::text' : 'null', '']
    return `select p.*, ${row} as "row", ${kind} as "kind", ${columns} as "texts", ${isText(target) ? 't."language"' : 'null'} as "language"
      from "page" p join "${table}" t on t."id" = p."id" ${from} where p."target" = '${target}'`
  }
  return targets.map(of).join(' union all ')
}

/** SQL: the first matching remark of an utterance `t`. */
function firstRemark({ where, bind }: Asking): string {
  const filter = where && remarkFits(where, bind)
  return `cross join lateral (select r."id", r."kind" from "Remark" r
    where r."utteranceId" = t."id" and ${filter ?? 'true'} order by r."position" limit 1) r`
}

const outcome = { table: 'Outcome', texts: `array[left(t."text", ${shown})]` }

const shownBy: Readonly<Record<SearchTarget, { table: string; texts: string }>> = {
  REMARKS: { table: 'Utterance', texts: `array[left(t."text", ${shown})]` },
  PARAGRAPHS: { table: 'Paragraph', texts: `array[left(t."text", ${shown})]` },
  DECISIONS: outcome,
  MOTIONS: outcome,
  VOTES: outcome,
  ACTIONS: outcome,
  PEOPLE: { table: 'Person', texts: 't."name" || t."printedNames"' },
  ORGANIZATIONS: { table: 'Organization', texts: 't."name" || t."aliases"' },
  THEMES: { table: 'Theme', texts: 'array[t."title"]' },
  MEETINGS: { table: 'Meeting', texts: 'array[t."title"]' },
}

/** SQL: the matching words, as printed in the texts of the page. */
function words(asking: Asking, kind: 'text' | 'name'): string {
  const { terms, bind } = asking
  const isOfKind = `t."target" ${kind === 'text' ? '' : 'not '}in (${textTargets.map((target) => `'${target}'`).join(', ')})`
  const printed = `select distinct w."word", t."language" from "texts" t, unnest(t."texts") as x("text"),
    regexp_split_to_table(x."text", '${betweenWords}') as w("word") where ${isOfKind}`
  const fits =
    kind === 'text'
      ? textFits(
          asking,
          'p',
          ({ marks }) => marks,
          ({ config }) =>
            `to_tsvector(${bind.parameter(config)}::text::regconfig, spaced(plain_letters(p."word"), true))`,
        )
      : terms.name
        ? `name_vector(p."word", '{}') @@ ${bind.parameter(terms.name.marks)}::text::tsquery`
        : 'false'
  return `select "word" from (${printed}) p where ${fits}`
}

/** The words to mark in a result's texts. */
export const marksOf = ({ words: found }: Results, { target }: Result, { spaceless }: Terms): Marks => ({
  words: new Set(isText(target) ? found.text : found.name),
  spaceless,
})
