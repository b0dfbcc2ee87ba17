import { type Html, html } from './html.js'

/** `pageInfo` as the pages query it. */
export interface PageInfo {
  hasNextPage: boolean
  endCursor: string | null
}

/** The link to the next page of a list; null on the last page. `path` may already have a query. */
export function pager(path: string, { hasNextPage, endCursor }: PageInfo): Html | null {
  if (!hasNextPage || endCursor === null) return null
  const parameter = new URLSearchParams({ after: endCursor }).toString()
  return html`
<p class="more noprint"><a rel="next" href="${path}${path.includes('?') ? '&' : '?'}${parameter}">More</a></p>`
}
