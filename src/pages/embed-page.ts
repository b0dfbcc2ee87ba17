import { createHash } from 'node:crypto'
import { encodeId } from '../schema/ids.js'
import type { Ask } from './ask.js'
import { Html, html } from './html.js'
import { notFoundPage } from './layout.js'
import { joined } from './links.js'
import { type Page, page } from './page.js'
import { wordsOf } from './remark-list.js'

export const embedQuery = `# One remark, to be shown on another site.
query Embedded($id: ID!) {
  node(id: $id) {
    ... on Remark {
      text permalink citation speakerAsPrinted speakerRole speaker { name } party { name } organization { name }
      meeting { language }
      ... on Statement { jointWith { speaker { name } party { name } } unattributed { text } }
    }
  }
}`

interface Raiser {
  speaker: { name: string } | null
  party: { name: string } | null
}

interface Embedded extends Raiser {
  text: string
  permalink: string
  citation: string
  speakerAsPrinted: string | null
  speakerRole: string | null
  organization: { name: string } | null
  meeting: { language: string | null }
  jointWith?: Raiser[]
  unattributed?: { text: string }[]
}

export interface EmbedOptions {
  ask: Ask
  /** The server's public URL without a trailing slash. */
  origin: string
}

const style = `:root{color-scheme:light dark;--ink:#1f1d1a;--soft:#625c54;--paper:#fdfcfa;--line:#e2ddd5;--link:#1f4f9e}@media(prefers-color-scheme:dark){:root{--ink:#e8e4dc;--soft:#a8a198;--paper:#161513;--line:#35322d;--link:#8fb8f6}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 Georgia,serif;overflow-wrap:anywhere}
main{border:1px solid var(--line);border-left:4px solid var(--link);padding:1rem 1.25rem;min-height:100vh}h1,p{font:.875rem/1.5 system-ui,sans-serif;margin:.5rem 0 0;color:var(--soft)}h1{font-weight:600;color:var(--ink)}blockquote{margin:0}a{color:var(--link)}.nobody{font-style:italic;color:var(--soft)}`

/** Unlike other pages it may stand in a frame of any site: browsers go by this policy, and not by X-Frame-Options. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const embedPath = new RegExp(`^/embed/(${uuid})$`)

/** The id of the remark that an address embeds; undefined if it is another address. */
export const embeddedId = (path: string): string | undefined => embedPath.exec(path)?.[1]

async function loaded(ask: Ask, id: string): Promise<Embedded | null> {
  const { node } = await ask<{ node: Embedded | Record<string, never> | null }>(embedQuery, {
    id: encodeId('Remark', id),
  })
  return node && 'permalink' in node ? (node as Embedded) : null
}

const nameOf = ({ speaker, party }: Raiser): string[] => [speaker?.name ?? party?.name ?? []].flat()

const speakersOf = (remark: Embedded): string[] => {
  const names = [remark, ...(remark.jointWith ?? [])].flatMap(nameOf)
  return names.length > 0 ? names : [remark.speakerRole ?? remark.speakerAsPrinted ?? 'nobody named']
}

/** A small page with one remark, who said it and where it stands, for a frame of another site. */
export async function embedPage({ ask, origin }: EmbedOptions, id: string): Promise<Page> {
  const remark = await loaded(ask, id)
  if (!remark) return notFoundPage('This remark is not here any more.')
  const { permalink, citation, organization, meeting } = remark
  const who = joined(speakersOf(remark).map((name) => html`${name}`))
  const language = meeting.language ? html` lang="${meeting.language}"` : null
  const about = `${origin}/oembed?${new URLSearchParams({ url: `${origin}/embed/${id}` }).toString()}`
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${citation}</title>
<link rel="canonical" href="${permalink}">
<link rel="alternate" type="application/json+oembed" href="${about}">
<style>${new Html(style)}</style>
</head>
<body><main><h1>${who}${organization && html`, ${organization.name}`}</h1>
<blockquote${language} cite="${permalink}">${wordsOf(remark)}</blockquote>
<p><a href="${permalink}" target="_top">${citation}</a></p></main></body>
</html>
`
  return page('text/html', document.markup, { headers: { 'content-security-policy': policy } })
}

/** The frame's size where whoever embeds it gives none, in pixels. */
const frame = { width: 600, height: 320 }

/**
 * What oEmbed 1.0 says of an address of a remark, as JSON: that of its small page, or its permalink. `maxwidth` and `maxheight` are
 * kept to.
 */
export async function oembedPage({ ask, origin }: EmbedOptions, parameters: URLSearchParams): Promise<Page> {
  const given = parameters.get('url') ?? ''
  const url = URL.canParse(given) ? new URL(given) : undefined
  const id =
    url?.origin === new URL(origin).origin
      ? (embeddedId(url.pathname) ?? new RegExp(`^#remark-(${uuid})$`).exec(url.hash)?.[1])
      : undefined
  if (parameters.get('format') === 'xml') return said({ error: 'Only JSON is given here: format=json.' }, 501)
  const remark = id === undefined ? null : await loaded(ask, id)
  if (id === undefined || !remark) return said({ error: 'This is no address of a remark here.' }, 404)
  const most = (name: string, fallback: number) => Math.min(fallback, Number(parameters.get(name)) || fallback)
  const size = { width: most('maxwidth', frame.width), height: most('maxheight', frame.height) }
  const markup = html`<iframe src="${origin}/embed/${id}" width="${size.width}" height="${size.height}" title="${remark.citation}" loading="lazy"></iframe>`
  return said({
    ...{ version: '1.0', type: 'rich', title: remark.citation, author_name: speakersOf(remark).join(', ') },
    ...{ provider_name: 'Rapporteur', provider_url: `${origin}/`, html: markup.markup, ...size },
  })
}

const said = (value: object, status = 200): Page => page('application/json', JSON.stringify(value), { status })
