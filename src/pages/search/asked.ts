import { badInput } from '../../schema/errors.js'
import { type Html, html } from '../html.js'
import { addressOf, type Narrowed, narrowedBy } from '../narrowing.js'

/** What the page of a search can be narrowed to, beside nodes: the kinds of texts by their names in addresses. */
export const kinds = {
  statement: { name: 'Statements', type: 'Statement', in: ['REMARKS'], kind: ['STATEMENT'] },
  response: { name: 'Responses', type: 'Response', in: ['REMARKS'], kind: ['RESPONSE'] },
  paragraph: { name: 'Paragraphs', type: 'Paragraph', in: ['PARAGRAPHS'] },
  decision: { name: 'Decisions', type: 'Decision', in: ['DECISIONS'] },
  motion: { name: 'Motions', type: 'Motion', in: ['MOTIONS'] },
  vote: { name: 'Votes', type: 'VoteEvent', in: ['VOTES'] },
  'action-item': { name: 'Action items', type: 'ActionItem', in: ['ACTIONS'] },
} as const

export type KindName = keyof typeof kinds

const texts = ['REMARKS', 'PARAGRAPHS', 'DECISIONS', 'MOTIONS', 'VOTES', 'ACTIONS']

/** The parameters of a search, as its address gives them. */
export type Asked = Narrowed & {
  readonly kind?: KindName
  readonly from?: string
  readonly to?: string
  readonly order?: 'newest'
}

/** What an address asks for. Throws BAD_USER_INPUT for a kind or a date that is none. */
export function askedFor(parameters: URLSearchParams): Asked {
  const given = (name: string) => parameters.get(name)?.replaceAll('\0', '').trim() || undefined
  const { q: _, ...narrowed } = narrowedBy(['series', 'meeting', 'theme', 'organization', 'person'], parameters)
  const [q, kind, from, to] = [given('q'), given('kind'), given('from'), given('to')]
  if (kind !== undefined && !isKind(kind))
    throw badInput(`There is no kind “${kind}”. There are: ${Object.keys(kinds).join(', ')}.`, ['kind'])
  for (const day of [from, to])
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw badInput(`“${day}” is no date. Write it as 2025-10-16.`, ['date'])
  return {
    ...(q === undefined ? {} : { q }),
    ...narrowed,
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(parameters.get('order') === 'newest' ? { order: 'newest' as const } : {}),
  }
}

const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name)

/** The address of a search. */
export const searchAddress = (asked: Readonly<Record<string, string>> | Asked, path = '/search'): string =>
  addressOf(path, asked)

/** The variables of a search, for `searchVariables`. */
export function variablesOf({ q, kind, order, ...narrowed }: Asked) {
  const { in: among = texts, ...of } = kind === undefined ? {} : kinds[kind]
  return {
    ...narrowed,
    query: q ?? '',
    in: among,
    ...('kind' in of ? { kind: of.kind } : {}),
    ...(order === undefined ? {} : { order: 'NEWEST' }),
  }
}

/** What a query declares for the variables of a search, and the filter made from them. */
export const declared = `$query: String!, $kind: [RemarkKind!], $series: [String!], $meeting: [String!], $theme: [String!], $organization: [String!], $person: [String!], $from: Date, $to: Date`
export const filter =
  'filter: { kind: $kind, series: $series, meeting: $meeting, theme: $theme, organization: $organization, person: $person, date: { from: $from, to: $to } }'

/** The kind and the days that a list is narrowed to, each with a way out of it. */
export function chosen(asked: Asked, path: string): Html | null {
  const { kind, from, to, ...others } = asked
  const { kind: _, ...withoutKind } = asked
  const out = (rest: Asked, name: string) =>
    html`<a class="noprint" href="${addressOf(path, rest)}" aria-label="Without ${name}">×</a>`
  const days =
    from || to
      ? html`${from ?? '…'} to ${to ?? '…'} ${out({ ...others, ...(kind ? { kind } : {}) }, 'these days')}`
      : null
  const one = kind ? html`${kinds[kind].name} ${out(withoutKind, kinds[kind].name)}` : null
  return days || one ? html`<p class="facts">Only ${one} ${days}</p>` : null
}
