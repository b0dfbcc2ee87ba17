import type { Ask } from './ask.js'
import { type Html, html } from './html.js'
import { notFoundPage, shownPage } from './layout.js'
import { counted, type Named, queryLink, type Titled, themeLink } from './links.js'
import type { Page } from './page.js'
import { drawn } from './pictures/picture.js'
import { type Year, yearsPicture } from './pictures/years.js'
import { searchAddress } from './search/asked.js'

/** What can be compared, by the folder of its pages' addresses. */
const kinds = {
  people: { root: 'person', list: 'people', name: 'name', filter: 'person', title: 'people' },
  organizations: { root: 'organization', list: 'organizations', name: 'name', filter: 'organization', title: 'bodies' },
  themes: { root: 'theme', list: 'themes', name: 'name: title', filter: 'theme', title: 'themes' },
} as const

export type ComparedPath = keyof typeof kinds
type Kind = (typeof kinds)[ComparedPath]

const sideFields = `meetings remarks responses utterances people organizations themes byYear { year remarks } byTheme(first: 100) { theme { slug title } remarks } byPerson(first: 5) { person { slug name } remarks } exchanges(first: 100) { from { slug } to { slug } responses }`

const compareQuery = ({ root, name, filter, title }: Kind) => `# Two ${title} side by side.
query Compare($a: String!, $b: String!) {
  a: ${root}(slug: $a) { slug ${name} }
  b: ${root}(slug: $b) { slug ${name} }
  ofA: statistics(filter: { ${filter}: [$a] }) { ${sideFields} }
  ofB: statistics(filter: { ${filter}: [$b] }) { ${sideFields} }
}`

const choiceQuery = ({ root, name, list }: Kind) => `# Those with most remarks, to choose whom to compare with.
query Choice($a: String!) {
  a: ${root}(slug: $a) { slug ${name} }
  others: ${list}(first: 60, orderBy: { field: REMARKS, direction: DESC }) { nodes { slug ${name} } }
}`

/** The queries of the pages that compare, by address. */
export const compareQueries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(kinds).flatMap(([path, kind]) => [
    [`/compare/${path}`, compareQuery(kind)],
    [`/compare/${path} to choose from`, choiceQuery(kind)],
  ]),
)

interface Side {
  meetings: number
  remarks: number
  responses: number
  utterances: number
  people: number
  organizations: number
  themes: number
  byYear: Year[]
  byTheme: { theme: Titled; remarks: number }[]
  byPerson: { person: Named; remarks: number }[]
  exchanges: { from: { slug: string }; to: { slug: string }; responses: number }[]
}

interface Answer {
  a: Named | null
  b: Named | null
  ofA: Side
  ofB: Side
}

export const isCompared = (path: string): path is ComparedPath => Object.hasOwn(kinds, path)

/** The address at which something is compared with another one, to be chosen there. */
export const compareAddress = (path: ComparedPath, a: string, b?: string): string =>
  `/compare/${path}?${new URLSearchParams({ a, ...(b === undefined ? {} : { b }) }).toString()}`

/** Two people, bodies or themes side by side; with only one of them, a choice of the other. */
export async function comparePage(ask: Ask, path: ComparedPath, parameters: URLSearchParams): Promise<Page> {
  const [a, b] = [parameters.get('a') ?? '', parameters.get('b') ?? '']
  return b === '' ? choicePage(ask, path, a) : sidesPage(ask, path, a, b)
}

async function choicePage(ask: Ask, path: ComparedPath, slug: string): Promise<Page> {
  const kind = kinds[path]
  const { a, others } = await ask<{ a: Named | null; others: { nodes: Named[] } }>(choiceQuery(kind), { a: slug })
  if (!a) return notFoundPage(`There is nothing “${slug}” here to compare.`)
  const rest = others.nodes.filter((other) => other.slug !== a.slug)
  const title = `Compare ${a.name} with …`
  const content = html`<header><p class="facts"><a href="/${path}/${a.slug}">${a.name}</a></p>
<h1>${title}</h1></header>
<form class="search noprint" action="/compare/${path}"><label for="b">The short name in the other’s address</label><input type="hidden" name="a" value="${a.slug}"><input id="b" name="b" list="others" autocomplete="off" required pattern="[a-z0-9-]+" placeholder="the short name in the other’s address"><datalist id="others">${rest.map((other) => html`<option value="${other.slug}">${other.name}</option>`)}</datalist><button>Compare</button></form>
<ul class="index">${rest.map((other) => html`<li><a href="${compareAddress(path, a.slug, other.slug)}">${other.name}</a></li>`)}</ul>`
  return shownPage({ title, content })
}

async function sidesPage(ask: Ask, path: ComparedPath, slugA: string, slugB: string): Promise<Page> {
  const kind = kinds[path]
  const variables = { a: slugA, b: slugB }
  const { a, b, ofA, ofB } = await ask<Answer>(compareQuery(kind), variables)
  if (!a || !b) return notFoundPage(`There is nothing “${a ? slugB : slugA}” here to compare.`)
  const sides = [
    { key: 'a', named: a, side: ofA },
    { key: 'b', named: b, side: ofB },
  ]
  const title = `${a.name} and ${b.name}`
  const heads = html`<th scope="col"><a href="/${path}/${a.slug}">${a.name}</a></th><th scope="col"><a href="/${path}/${b.slug}">${b.name}</a></th>`
  const content = html`<header><p class="facts">Two ${kind.title} side by side</p>
<h1>${title}</h1>
<p class="more noprint"><a href="${compareAddress(path, a.slug)}">Compare ${a.name} with another</a> · <a href="${compareAddress(path, b.slug)}">${b.name} with another</a></p>
${queryLink(compareQuery(kind), variables)}</header>
<h2 id="numbers">How much</h2>
<div class="scroll" role="region" aria-labelledby="numbers" tabindex="0"><table><thead><tr><th scope="col">What</th>${heads}</tr></thead><tbody>${numbersOf(
    path,
  ).map(
    ([name, field]) =>
      html`<tr><th scope="row">${name}</th><td class="num">${ofA[field].toLocaleString('en')}</td><td class="num">${ofB[field].toLocaleString('en')}</td></tr>`,
  )}</tbody></table></div>
${between(path, { a, b, ofA, ofB })}
<h2>Over the years</h2><div class="sides">${sides.map(
    ({ key, named, side }) =>
      html`<section><h3>${named.name}</h3>${side.byYear.length > 0 ? drawn({ ...yearsPicture(`${named.name}: remarks by year`, side.byYear), name: `years-${key}` }) : html`<p class="more">Nothing.</p>`}</section>`,
  )}</div>
${path === 'themes' ? speakers(sides) : themes({ a, b, ofA, ofB }, { path, heads })}`
  return shownPage({ title, content })
}

const numbersOf = (
  path: ComparedPath,
): [string, 'remarks' | 'responses' | 'meetings' | 'themes' | 'people' | 'organizations'][] => [
  ['Remarks', 'remarks'],
  ['of these, answers', 'responses'],
  ['Meetings', 'meetings'],
  ...(path === 'themes' ? [] : [['Themes', 'themes'] as ['Themes', 'themes']]),
  ...(path === 'people' ? [] : [['People', 'people'] as ['People', 'people']]),
  ...(path === 'themes' ? [['Bodies', 'organizations'] as ['Bodies', 'organizations']] : []),
]

/** How often two people answered each other. */
function between(path: ComparedPath, { a, b, ofA, ofB }: Answer): Html | null {
  if (path !== 'people' || !a || !b) return null
  const times = ({ exchanges }: Side, to: string) => exchanges.find((each) => each.to.slug === to)?.responses ?? 0
  return html`<p class="more">${a.name} answered ${b.name} ${counted(times(ofA, b.slug), 'time')}, ${b.name} answered ${a.name} ${counted(times(ofB, a.slug), 'time')}.</p>`
}

interface Beside {
  path: ComparedPath
  heads: Html
}

/** The themes of both, those that they share first. */
function themes({ a, b, ofA, ofB }: Answer, { path, heads }: Beside): Html | null {
  const rows = new Map<string, { theme: Titled; a: number; b: number }>()
  for (const { theme, remarks } of ofA.byTheme) rows.set(theme.slug, { theme, a: remarks, b: 0 })
  for (const { theme, remarks } of ofB.byTheme)
    rows.set(theme.slug, { theme, a: rows.get(theme.slug)?.a ?? 0, b: remarks })
  if (rows.size === 0 || !a || !b) return null
  const shared = [...rows.values()].toSorted(
    (one, other) => Math.min(other.a, other.b) - Math.min(one.a, one.b) || other.a + other.b - one.a - one.b,
  )
  const both = shared.filter((row) => row.a > 0 && row.b > 0).length
  const cell = (count: number) => html`<td class="num">${count === 0 ? '–' : count.toLocaleString('en')}</td>`
  return html`<h2 id="themes">On what</h2><p class="more">${counted(both, 'theme')} of both. What was said with a word: <a href="${searchAddress({ [kinds[path].filter]: a.slug })}">search ${a.name}</a>, <a href="${searchAddress({ [kinds[path].filter]: b.slug })}">search ${b.name}</a>.</p>
<div class="scroll" role="region" aria-labelledby="themes" tabindex="0"><table><thead><tr><th scope="col">Theme</th>${heads}</tr></thead><tbody>${shared.map(
    (row) => html`<tr><th scope="row">${themeLink(row.theme)}</th>${cell(row.a)}${cell(row.b)}</tr>`,
  )}</tbody></table></div>`
}

/** Who said most on each of two themes. */
const speakers = (sides: readonly { named: Named; side: Side }[]): Html =>
  html`<h2>By whom</h2><div class="sides">${sides.map(
    ({ named, side }) =>
      html`<section><h3>${named.name}</h3><ul class="index">${side.byPerson.map(({ person, remarks }) => html`<li><a href="/people/${person.slug}">${person.name}</a> <span class="count">${remarks}</span></li>`)}</ul></section>`,
  )}</div>`
