import type { Rows } from '../database/database.js'
import { badInput } from '../schema/errors.js'
import { type NameQuery, nameQuery } from './name-query.js'
import { anyOf, spacelessWords, withPhrases, withSingles } from './words.js'

/** A query in one text search configuration of Postgres, for the texts of some languages. */
export interface TextTerms {
  /** The name of the configuration. */
  config: string
  /** The archive's languages that use it; '' for texts without a language. */
  languages: string[]
  /** The tsquery, as printed by Postgres. */
  query: string
  /** A tsquery that matches any one of the words. */
  marks: string
}

/** A query, as texts and names are searched for it. */
export interface Terms {
  texts: TextTerms[]
  /** Undefined if the query has no word that a name could contain. */
  name: NameQuery | undefined
  /** The query's stretches in scripts without spaces, as written. */
  spaceless: string[]
}

/** In UTF-16 units. */
const MAX_QUERY_LENGTH = 500

/**
 * The query in each language of the archive, and as a name. Only Postgres knows how it is stemmed, which takes one statement. `name`
 * lacks the punctuation that stored names lack; quotes, and a minus at the start of a word, are kept.
 */
const statement = `
with asked as (select "number", spaced(left(plain_letters("given"), 500), false) as words,
    lower(spaced(translate(left(plain_letters("given"), 500), '''\`', ''), false)) as name
    from unnest($1::text[]) with ordinality queries("given", "number")),
  configs as (select search_config("language") as config, array_agg(coalesce("language", '')) as languages
    from (select distinct "language" from "Meeting") spoken group by 1)
select "number"::int, config::text, languages, query::text, querytree(query), ''::tsvector @@ query
  from asked, configs, websearch_to_tsquery(config, words) as query
union all
select "number"::int, null, null, query::text, querytree(query), ''::tsvector @@ query
  from asked, websearch_to_tsquery('simple', regexp_replace(regexp_replace(name,
    '[^-"0-9a-z\\u00AA-\\U0010FFFF]+|[\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00D7\\u00F7\\u2000-\\u206F\\u3000-\\u3004\\u3008-\\u303F\\u30FB\\uFF00-\\uFF0F]+',
    ' ', 'g'), '([^ "])-', '\\1 ', 'g')) as query`

/** A query, and whether it is needed for texts and for names. */
export interface Wanted {
  query: string
  texts: boolean
  names: boolean
}

/** The search terms of several queries. Throws BAD_USER_INPUT for a query that is empty, too long, or only excludes words. */
export async function termsOf(rows: Rows, asked: readonly Wanted[]): Promise<Terms[]> {
  for (const { query } of asked) refuseUnusable(query)
  const searched = asked.filter(({ texts, names }) => texts || names)
  const values = [searched.map(({ query }) => withPhrases(query))]
  const found = searched.length > 0 ? await rows({ name: undefined, text: statement, values }) : []
  return asked.map((wanted) => {
    const number = searched.indexOf(wanted) + 1
    if (number === 0) return { texts: [], name: undefined, spaceless: [] }
    return termsIn(
      found.filter(([of]) => of === number).map(([, ...columns]) => readingOf(columns)),
      wanted,
    )
  })
}

function refuseUnusable(query: string): void {
  if (query.trim() === '') throw badInput('The query is empty. Say what is to be found.', ['query'])
  if (query.length > MAX_QUERY_LENGTH)
    throw badInput(
      `The query has ${query.length} characters; it can have ${MAX_QUERY_LENGTH}. Keep the words that matter.`,
      ['query'],
    )
}

/** A query as parsed by one configuration; null for names. */
interface Reading {
  config: string | null
  languages: string[]
  query: string
  tree: string
  /** Whether it also matches texts with none of its words. */
  isOpen: boolean
}

const readingOf = ([config, languages, text, tree, isOpen]: readonly unknown[]): Reading => ({
  config: config as string | null,
  languages: languages as string[],
  query: text as string,
  tree: tree as string,
  isOpen: isOpen as boolean,
})

function termsIn(read: readonly Reading[], { query, texts, names }: Wanted): Terms {
  const searched = read.filter(({ config, query: text }) => text !== '' && (config === null ? names : texts))
  const usable = searched.filter(({ isOpen }) => !isOpen)
  if (searched.length > 0 && usable.length === 0)
    throw badInput('The query says only what is not to be found. Say also what is.', ['query'])
  if (searched.length === 0 && read.length > 1)
    throw badInput('The query has no word that is searched by: words such as "the" and "of" are not. Add another.', [
      'query',
    ])
  const name = usable.find(({ config }) => config === null)
  return {
    texts: usable.flatMap(({ config, languages, query: text, tree }) =>
      config === null ? [] : [{ config, languages, query: withSingles(text), marks: anyOf(withSingles(tree)) }],
    ),
    name: name && nameQuery(withSingles(name.query)),
    spaceless: spacelessWords(query),
  }
}
