import { type Html, html } from './html.js'

interface Named {
  slug: string
  name: string
}

/** To a person's page. */
export const personLink = ({ slug, name }: Named): Html => html`<span title="${slug}">${name}</span>`

/** To the page of an organization. */
export const bodyLink = ({ slug, name }: Named): Html => html`<span title="${slug}">${name}</span>`

/** With a comma and a space between. */
export const joined = (parts: readonly Html[]): Html[] => parts.map((part, i) => html`${i > 0 ? ', ' : ''}${part}`)
