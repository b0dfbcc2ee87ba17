import { readdir, readFile } from 'node:fs/promises'
import { type Page, page } from './page.js'

const samples = new URL('../../sample/queries/', import.meta.url)

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="32" height="32" role="img" aria-label="Rapporteur"><path fill="#1d4ed8" d="M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-7l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z"/><path stroke="#fff" stroke-width="1.6" stroke-linecap="round" d="M6 8h12M6 12h8"/></svg>'

/**
 * GraphiQL in a single page that works without a network and may connect only to its own server. It opens on the example queries,
 * in the order of their file names, unless the browser has tabs from an earlier visit.
 */
export async function graphiqlPage(): Promise<Page> {
  // 9 MB of text, loaded only when first requested.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const html = renderGraphiQL({
    title: 'Rapporteur',
    logo,
    favicon: `data:image/svg+xml,${encodeURIComponent(logo)}`,
    defaultTabs: await exampleTabs(),
    subscriptionsProtocol: 'SSE',
  })
    .replace(
      '<meta charset="utf-8" />',
      '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    )
    .replace(
      /(YogaGraphiQL\.renderYogaGraphiQL\(\s*window\.document\.querySelector\('#root'\),\s*)(\{.*\}),/,
      `$1withGivenQuery($2),`,
    )
    .replace('<script>', `<script>${withGivenQuery}</script>\n<script>`)
    .replace('<div id="root"></div>', `${style}\n${wayBack}\n<main id="root"></main>`)
  return page('text/html', html, { headers: { 'content-security-policy': ownServerOnly } })
}

/** Gives a query in the address a tab of its own, first; GraphiQL would show it under the name of the first example. */
const withGivenQuery = `function withGivenQuery(options) {
  const query = new URL(location.href).searchParams.get('query')
  return query ? { ...options, defaultTabs: [{ query }, ...options.defaultTabs] } : options
}`

/**
 * The bar above GraphiQL, which fills the rest of the page. Its heading and the `main` below it are landmarks for screen readers;
 * the last rules raise contrasts that GraphiQL leaves below WCAG 2.2 AA.
 */
const style = `<style>
#root,.graphiql-container{height:calc(100dvh - 2rem)!important}
.way-back{height:2rem;padding:0 1rem;display:flex;gap:1.5rem;align-items:center;font:.8125rem system-ui,sans-serif;color-scheme:light dark;background:Canvas;color:CanvasText;white-space:nowrap;overflow-x:auto}
.way-back h1{font:inherit;font-weight:600;margin:0}
.way-back a{color:inherit}
.graphiql-container .graphiql-logo span{color:hsl(var(--color-neutral))}
.graphiql-dark .monaco-editor .line-numbers{color:#a8b3c7!important}
@media(prefers-color-scheme:dark){body:not(.graphiql-light) .monaco-editor .line-numbers{color:#a8b3c7!important}}
</style>`

const wayBack = `<header class="way-back"><nav aria-label="Rapporteur"><a href="/">← Back to the pages</a></nav><h1>GraphiQL</h1><span>Where a key is needed: tab “Headers” below the query, <code>{ "Authorization": "Bearer KEY" }</code></span></header>`

const ownServerOnly = [
  "default-src 'none'",
  "connect-src 'self'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

async function exampleTabs(): Promise<{ query: string }[]> {
  const names = (await readdir(samples)).filter((name) => name.endsWith('.graphql')).sort()
  return Promise.all(names.map(async (name) => ({ query: await readFile(new URL(name, samples), 'utf8') })))
}
