import { type Html, html } from './html.js'

export interface Named {
  slug: string
  name: string
}

/** To a person's page. */
export const personLink = ({ slug, name }: Named): Html => html`<a href="/people/${slug}">${name}</a>`

/** To the page of an organization. */
export const bodyLink = ({ slug, name }: Named): Html => html`<a href="/organizations/${slug}">${name}</a>`

/** To the page of a theme. */
export const themeLink = ({ slug, title }: { slug: string; title: string }): Html =>
  html`<a href="/themes/${slug}">${title}</a>`

/** The part of an address of this server behind its name, so that the page works wherever it is read from. */
export const pathOf = (permalink: string): string => {
  const { pathname, hash } = new URL(permalink)
  return pathname + hash
}

/** With a comma and a space between. */
export const joined = (parts: readonly Html[]): Html[] => parts.map((part, i) => html`${i > 0 ? ', ' : ''}${part}`)

/** A number with what it counts. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`

/**
 * The query that a page was made from, ready to be run and changed in GraphiQL, which takes no variables from an address: they
 * are the query's defaults.
 */
export function queryLink(query: string, variables: Readonly<Record<string, string | undefined>> = {}): Html {
  const asked = Object.entries(variables).reduce(
    (text, [name, value]) =>
      value === undefined
        ? text
        : text.replace(new RegExp(`\\$${name}: \\w+!?`), (declared) => `${declared} = ${JSON.stringify(value)}`),
    query,
  )
  return html`<p class="more noprint"><a href="/graphql?${new URLSearchParams({ query: asked }).toString()}">This page as a query, in GraphiQL</a></p>`
}
