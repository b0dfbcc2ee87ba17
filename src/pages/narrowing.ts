import type { Ask } from './ask.js'
import { type Html, html } from './html.js'

/** What a list can be narrowed to, by the parameter of its address: words of the name, or the slug of a node that has a page. */
const nodes = {
  series: { path: '/series/', query: 'query Of($slug: String!) { of: series(slug: $slug) { name: title } }' },
  meeting: { path: '/meetings/', query: 'query Of($slug: String!) { of: meeting(slug: $slug) { name: title } }' },
  theme: { path: '/themes/', query: 'query Of($slug: String!) { of: theme(slug: $slug) { name: title } }' },
  organization: {
    path: '/organizations/',
    query: 'query Of($slug: String!) { of: organization(slug: $slug) { name } }',
  },
  person: { path: '/people/', query: 'query Of($slug: String!) { of: person(slug: $slug) { name } }' },
} as const

export type NodeKind = keyof typeof nodes

/** The parameters that narrow a list, as its address gives them. */
export type Narrowed = { readonly q?: string } & { readonly [Kind in NodeKind]?: string }

/** Those parameters of an address that the list knows. */
export function narrowedBy(kinds: readonly NodeKind[], parameters: URLSearchParams): Narrowed {
  const known = (['q', ...kinds] as const).flatMap((name) => {
    const value = parameters.get(name)?.trim()
    return value ? [[name, value] as const] : []
  })
  return Object.fromEntries(known)
}

/** The address of a list that is narrowed so. */
export function addressOf(
  path: string,
  narrowed: Readonly<Record<string, string>> | Narrowed,
  more: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams({ ...narrowed, ...more }).toString()
  return parameters === '' ? path : `${path}?${parameters}`
}

/** What the list is narrowed to, each with a way out of it. */
export async function narrowedTo(ask: Ask, path: string, narrowed: Narrowed): Promise<Html | null> {
  const given = (Object.keys(nodes) as NodeKind[]).flatMap((kind) => {
    const slug = narrowed[kind]
    return slug === undefined ? [] : [{ kind, slug }]
  })
  if (given.length === 0) return null
  const shown = await Promise.all(
    given.map(async ({ kind, slug }) => {
      const { of } = await ask<{ of: { name: string } | null }>(nodes[kind].query, { slug })
      const { [kind]: _, ...others } = narrowed
      return html`${kind} <a href="${nodes[kind].path}${slug}">${of?.name ?? slug}</a> <a class="noprint" href="${addressOf(path, others)}" aria-label="Without ${of?.name ?? slug}">×</a> `
    }),
  )
  return html`<p class="facts">Only of ${shown}</p>`
}

/** The field in which words of a name are given; it keeps what the list is narrowed to. */
export const narrowingForm = (path: string, { q = '', ...kept }: Narrowed, label: string): Html => html`
<form class="search noprint" action="${path}"><label for="filter">${label}</label><input id="filter" name="q" type="search" value="${q}" maxlength="200" autocomplete="off" placeholder="${label}">${Object.entries(
  kept,
).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button>Filter</button></form>`
