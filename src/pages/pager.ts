import { type Html, html } from './html.js'

export interface PageInfo {
  hasNextPage: boolean
  endCursor: string | null
}

/** The way to the next page of a list; null on the last. `path` may have a query already. */
export function pager(path: string, { hasNextPage, endCursor }: PageInfo): Html | null {
  if (!hasNextPage || endCursor === null) return null
  const parameter = new URLSearchParams({ after: endCursor }).toString()
  return html`
<p class="more noprint"><a rel="next" href="${path}${path.includes('?') ? '&' : '?'}${parameter}">More</a></p>`
}
