import { createHash } from 'node:crypto'
import { type Page, page } from '../../http/page.js'
import { Html, html, storable } from '../html.js'

/** A picture, with the same numbers as a table beside it. */
export interface Picture {
  /** Of the address that the picture stands at by itself, and of its ids. */
  name: string
  title: string
  /** What a reader who does not see it is told. */
  description: string
  width: number
  height: number
  content: Html
  table: Html
}

/** For the page that it stands in; what it takes of colours is the page's. */
export const pictureStyle = `.pic{max-width:100%;height:auto;font:12px var(--sans);overflow:visible}.pic text{fill:var(--ink)}.pic .soft{fill:var(--soft)}.pic .bar{fill:var(--c0)}.pic .cell{fill:var(--c0)}.pic .line{stroke:var(--line);stroke-width:1}.pic .num{font-variant-numeric:tabular-nums}`

const alone = `svg{--ink:#1f1d1a;--soft:#625c54;--line:#e2ddd5;--c0:#0072b2;--sans:system-ui,sans-serif;color-scheme:light dark}@media(prefers-color-scheme:dark){svg{--ink:#e8e4dc;--soft:#a8a198;--line:#35322d;--c0:#5eb2ea;background:#161513}}${pictureStyle}`

const aloneHash = createHash('sha256').update(alone).digest('base64')

/** The picture as it stands in a page, its table beneath. */
export const figure = (picture: Picture, address: string): Html => html`
<figure>${svg(picture)}
<figcaption class="more"><details><summary>The same as a table</summary>${picture.table}</details> <a class="noprint" href="${address}">This picture by itself</a></figcaption></figure>`

/** The picture at an address of its own. */
export const picturePage = (picture: Picture): Page =>
  page('image/svg+xml', storable(svg(picture, html`<style>${new Html(alone)}</style>`).markup), {
    headers: { 'content-security-policy': `default-src 'none'; style-src 'sha256-${aloneHash}'` },
  })

const svg = ({ name, title, description, width, height, content }: Picture, style: Html | null = null) =>
  html`<svg xmlns="http://www.w3.org/2000/svg" class="pic" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${name}-title ${name}-desc"><title id="${name}-title">${title}</title><desc id="${name}-desc">${description}</desc>${style}${content}</svg>`

/** So many characters of a name are shown. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

/** How wide a text of 12 pixels is at most, in pixels: generously, for fonts differ. */
export const widthOf = (text: string): number => Math.ceil(text.length * 7)
