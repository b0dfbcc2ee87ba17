import { createHash } from 'node:crypto'
import { Html, html, storable } from '../html.js'
import { type Page, page } from '../page.js'

/** A picture, with a table of the same numbers. */
export interface Picture {
  /** The name in its URL and in its element ids. */
  name: string
  title: string
  /** The description for readers who cannot see it. */
  description: string
  width: number
  height: number
  content: Html
  table: Html
  /** Whether parts of it are links, so that it is no single image. */
  isLinked?: boolean
}

/** The styles for pictures within a page, which use the page's colours. */
export const pictureStyle = `.pic{max-width:100%;height:auto;font:12px var(--sans);overflow:visible}.pic text{fill:var(--ink)}.pic .soft{fill:var(--soft)}.pic .bar{fill:var(--c0)}.pic .cell{fill:var(--c0)}.pic .whole{fill:transparent}.pic a:hover .bar,.pic a:focus .bar{fill:var(--c1,var(--c0))}.pic .line{stroke:var(--line);stroke-width:1}.pic .num{font-variant-numeric:tabular-nums}`

const alone = `svg{--ink:#1f1d1a;--soft:#625c54;--line:#e2ddd5;--c0:#0072b2;--sans:system-ui,sans-serif;color-scheme:light dark}@media(prefers-color-scheme:dark){svg{--ink:#e8e4dc;--soft:#a8a198;--line:#35322d;--c0:#5eb2ea;background:#161513}}${pictureStyle}`

const aloneHash = createHash('sha256').update(alone).digest('base64')

/** The picture within a page, with its table below. */
export const drawn = (picture: Picture, more: Html | null = null): Html => html`
<figure>${svg(picture)}
<figcaption class="more"><details><summary>Show as a table</summary>${picture.table}</details>${more}</figcaption></figure>`

/** The same, with the address of the picture alone. */
export const figure = (picture: Picture, address: string): Html =>
  drawn(picture, html` <a class="noprint" href="${address}">Open the picture alone</a>`)

/** The picture as a separate SVG file. */
export const picturePage = (picture: Picture): Page =>
  page('image/svg+xml', storable(svg(picture, html`<style>${new Html(alone)}</style>`).markup), {
    headers: { 'content-security-policy': `default-src 'none'; style-src 'sha256-${aloneHash}'` },
  })

export const svg = (
  { name, title, description, width, height, content, isLinked = false }: Omit<Picture, 'table'>,
  style: Html | null = null,
) =>
  html`<svg xmlns="http://www.w3.org/2000/svg" class="pic" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${isLinked ? 'group' : 'img'}" aria-labelledby="${name}-title ${name}-desc"><title id="${name}-title">${title}</title><desc id="${name}-desc">${description}</desc>${style}${content}</svg>`

/** Shortens a name to a number of characters. */
export const shortened = (text: string, maxLength: number): string =>
  text.length > maxLength ? `${text.slice(0, maxLength - 1).trimEnd()}…` : text

/** The estimated maximum width of a text at 12 pixels, in pixels; generous, because fonts differ. */
export const widthOf = (text: string): number => Math.ceil(text.length * 7)
