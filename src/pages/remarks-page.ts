import type { Ask } from './ask.js'
import { html } from './html.js'
import { shownPage } from './layout.js'
import { counted, queryLink } from './links.js'
import { narrowedTo } from './narrowing.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'
import { remarkList, type Said, saidFragment } from './remark-list.js'
import { type Asked, askedFor, chosen, declared, filter, searchAddress, variablesOf } from './search/asked.js'
import { searchForm } from './search/search-form.js'

export const remarksQuery = `# What was said, narrowed to somebody, a body, a theme, a series, days or a kind; the newest meeting first.
query Remarks(${declared.replace('$query: String!, ', '')}, $after: String) {
  remarks(first: 50, after: $after, ${filter}) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Said } }
}
${saidFragment}`

interface Answer {
  remarks: { totalCount: number; pageInfo: PageInfo; nodes: Said[] }
}

/** The address of the remarks of one year, or of other days, that are narrowed so. */
export const remarksAddress = (asked: Asked): string => searchAddress(asked, '/remarks')

/** The remarks of a year, further narrowed. */
export const ofYear = (year: number, asked: Asked): string => {
  const padded = String(year).padStart(4, '0')
  return remarksAddress({ ...asked, from: `${padded}-01-01`, to: `${padded}-12-31` })
}

/** A page of remarks, narrowed as the address says. Throws BAD_USER_INPUT. */
export async function remarksPage(ask: Ask, parameters: URLSearchParams): Promise<Page> {
  const { q: _, order: __, ...asked } = askedFor(parameters)
  const { query: ___, in: ____, ...narrowed } = variablesOf(asked)
  const variables = { ...narrowed, after: parameters.get('after') ?? undefined }
  const [{ remarks }, only] = await Promise.all([
    ask<Answer>(remarksQuery, variables),
    narrowedTo(ask, '/remarks', asked),
  ])
  const kept = Object.entries(asked).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const content = html`<h1>Remarks</h1>${only}${chosen(asked, '/remarks')}
<p class="more">${counted(remarks.totalCount, 'remark')}, the newest first.</p>${searchForm('', html`${kept}`)}
<h2>What was said</h2>${remarkList(remarks.nodes, 'all')}${pager(remarksAddress(asked), remarks.pageInfo)}
${queryLink(remarksQuery, variables)}`
  return shownPage({ title: 'Remarks', content })
}
