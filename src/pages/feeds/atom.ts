import { type Html, html, storable } from '../html.js'
import { type Page, page } from '../page.js'

/** An entry of a feed. */
export interface AtomEntry {
  /** An IRI that never changes. */
  id: string
  title: string
  /** ISO 8601, like `published`. */
  updated: string
  published?: string | null
  /** Where it can be read; null if nowhere any more. */
  address: string | null
  authors?: readonly string[]
  text: string
}

export interface AtomFeed {
  /** The addresses of the feed, and of the page with the same. */
  self: string
  alternate: string
  title: string
  entries: readonly AtomEntry[]
}

const never = '1970-01-01T00:00:00Z'

/** A feed as Atom (RFC 4287). */
export const atomPage = (feed: AtomFeed): Page => page('application/atom+xml', document(feed).markup)

const document = ({ self, alternate, title, entries }: AtomFeed): Html => html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${self}</id>
<title>${storable(title)}</title>
<updated>${entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), never)}</updated>
<author><name>Rapporteur</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${alternate}"/>
${entries.map(element)}</feed>
`

const element = ({ id, title, updated, published, address, authors = [], text }: AtomEntry): Html => html`<entry>
<id>${id}</id>
<title>${storable(title)}</title>
<updated>${updated}</updated>
${published ? html`<published>${published}</published>\n` : null}${authors.map((name) => html`<author><name>${storable(name)}</name></author>\n`)}${address === null ? null : html`<link rel="alternate" type="text/html" href="${address}"/>\n`}<content type="text">${storable(text)}</content>
</entry>
`
