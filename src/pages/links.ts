import { type Html, html } from './html.js'

/** Whatever has a page under its slug. */
export interface Named {
  slug: string
  name: string
}

/** A link to a person's page. */
export const personLink = ({ slug, name }: Named): Html => html`<a href="/people/${slug}">${name}</a>`

/** A link to an organization's page. */
export const bodyLink = ({ slug, name }: Named): Html => html`<a href="/organizations/${slug}">${name}</a>`

/** Whatever has a title, and a page under its slug. */
export interface Titled {
  slug: string
  title: string
}

/** A link to a theme's page. */
export const themeLink = ({ slug, title }: Titled): Html => html`<a href="/themes/${slug}">${title}</a>`

/** A link to the page of a series. */
export const seriesLink = ({ slug, title }: Titled): Html => html`<a href="/series/${slug}">${title}</a>`

/** A URL of this server without its origin, so that links work at whatever address the page is read. */
export const pathOf = (permalink: string): string => {
  const { pathname, hash } = new URL(permalink)
  return pathname + hash
}

/** Joins markup with commas. */
export const joined = (parts: readonly Html[]): Html[] => parts.map((part, i) => html`${i > 0 ? ', ' : ''}${part}`)

/** A number with its noun in singular or plural. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`

/** A link to a feed of what a page shows. */
export const followLink = (address: string): Html =>
  html`<p class="more noprint"><a href="${address}" type="application/atom+xml">Follow it: a feed for any news reader</a></p>`

/**
 * A link that opens the query behind a page in GraphiQL. GraphiQL takes no variables from its URL, so they become the query's
 * default values.
 */
export function queryLink(query: string, variables: Readonly<Record<string, unknown>> = {}): Html {
  const asked = query.replace(/\$(\w+): ([\w![\]]+)/g, (declared, name: string, type: string) => {
    const value = variables[name]
    return value === undefined ? declared : `${declared} = ${literal(value, type.replace(/\W/g, ''))}`
  })
  return html`<p class="more noprint"><a href="/graphql?${new URLSearchParams({ query: asked }).toString()}">This page as a query, in GraphiQL</a></p>`
}

/** Where a page shows the first of many: a link to the list of them all. */
export const allOf = (shown: number, total: number, what: string, address: string): Html | null =>
  total > shown ? html`<p class="more"><a href="${address}">All ${total.toLocaleString('en')} ${what}</a></p>` : null

/** A value as GraphQL writes it: names of enumerated values stand without quotes. */
const literal = (value: unknown, type: string): string =>
  typeof value === 'string' && !['String', 'ID', 'Date'].includes(type)
    ? value
    : Array.isArray(value)
      ? `[${value.map((each) => literal(each, type)).join(', ')}]`
      : JSON.stringify(value)
