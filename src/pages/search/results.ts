import { type Html, html } from '../html.js'
import { bodyLink, joined, type Named, personLink, type Titled, themeLink } from '../links.js'
import { placeLink, type Settled, settledFacts, settledFragment } from '../outcome-list.js'
import { dotted } from '../outcome-words.js'

/** The fields of a result that the page of a search shows. */
export const foundFragment = `
fragment Found on SearchEdge {
  snippet
  matches { start end }
  node {
    __typename
    ... on Remark { text permalink citation speaker { slug name } party { slug name } theme { slug title } meeting { slug title date source { ingestedAt } } }
    ... on Statement { jointWith { speaker { slug name } party { slug name } } unattributed { text } }
    ... on Paragraph { permalink citation meeting { slug title date source { ingestedAt } } }
    ...Settled
    ... on Outcome { meeting { slug title date source { ingestedAt } } }
    ... on Person { slug name organization { slug name } }
    ... on Organization { slug name }
    ... on Theme { slug title }
    ... on Meeting { slug title date }
  }
}
${settledFragment}`

interface Raiser {
  speaker: Named | null
  party: Named | null
}

interface Placed {
  permalink: string
  citation: string
  meeting: { slug: string; title: string; date: string | null; source: { ingestedAt: string } }
}

type Said = Placed &
  Raiser & {
    __typename: 'Statement' | 'Response'
    text: string
    theme: Titled | null
    jointWith?: Raiser[]
    unattributed?: { text: string }[]
  }

/** A text that was found. */
export type FoundText = Said | ({ __typename: 'Paragraph' } & Placed) | (Settled & Placed)

/** Somebody or something that is called so. */
export type FoundName =
  | ({ __typename: 'Person'; organization: Named | null } & Named)
  | ({ __typename: 'Organization' } & Named)
  | ({ __typename: 'Theme' } & Titled)
  | ({ __typename: 'Meeting'; date: string | null } & Titled)

interface Stretch {
  start: number
  end: number
}

export interface FoundEdge<Node = FoundText> {
  snippet: string
  matches: Stretch[]
  node: Node
}

const kindNames: Record<FoundText['__typename'] | FoundName['__typename'], string> = {
  Statement: 'Statement',
  Response: 'Response',
  Paragraph: 'Paragraph',
  Decision: 'Decision',
  Motion: 'Motion',
  VoteEvent: 'Vote',
  ActionItem: 'Action item',
  Person: 'Person',
  Organization: 'Organization',
  Theme: 'Theme',
  Meeting: 'Meeting',
}

/** Texts, each with who said it and where it stands. */
export const foundTexts = (edges: readonly FoundEdge[]): Html =>
  html`<ol class="found">${edges.map(
    (edge) => html`
<li><span class="kind">${kindNames[edge.node.__typename]}</span> ${text(edge)}</li>`,
  )}</ol>`

/** People, bodies, themes and meetings that are called so. */
export const foundNames = (edges: readonly FoundEdge<FoundName>[]): Html =>
  html`<ul class="found">${edges.map(
    ({ node }) => html`
<li><span class="kind">${kindNames[node.__typename]}</span> ${name(node)}</li>`,
  )}</ul>`

function name(node: FoundName): Html {
  switch (node.__typename) {
    case 'Person':
      return html`${personLink(node)}${node.organization && html` <span class="count">${node.organization.name}</span>`}`
    case 'Organization':
      return bodyLink(node)
    case 'Theme':
      return themeLink(node)
    case 'Meeting':
      return html`<a href="/meetings/${node.slug}">${node.title}</a> <span class="count">${node.date ?? 'undated'}</span>`
  }
}

function text({ node, snippet, matches }: FoundEdge): Html {
  const where = html` <span class="count">${node.meeting.date ?? node.meeting.title}</span>`
  if (node.__typename === 'Paragraph') return html`${where}<p>${lit(snippet, matches, [])} ${placeLink(node)}</p>`
  if (!isSaid(node))
    return html`${where}<p>${lit(snippet, matches, [])} ${placeLink(node)}</p><span class="count">${dotted(settledFacts(node))}</span>`
  const nobodys = passagesIn(snippet, node)
  const raisers = joined([node, ...(node.jointWith ?? [])].map(by))
  const isNobodys = matches.length > 0 && matches.every((match) => nobodys.some((passage) => isWithin(match, passage)))
  const who = isNobodys ? html`<b>nobody by name</b>, in words of ${raisers}` : html`${raisers}`
  return html`${who}${node.theme && html` <span class="count">on ${themeLink(node.theme)}</span>`}${where}<p>${lit(snippet, matches, nobodys)} ${placeLink(node)}</p>`
}

const isSaid = (node: FoundText): node is Said => node.__typename === 'Statement' || node.__typename === 'Response'

const by = ({ speaker, party }: Raiser): Html =>
  speaker ? personLink(speaker) : party ? bodyLink(party) : html`nobody named`

/** The names of all who raised it; empty if the record names nobody. */
export const raisersOf = (node: FoundText): string[] =>
  isSaid(node)
    ? [node, ...(node.jointWith ?? [])].flatMap(({ speaker, party }) => speaker?.name ?? party?.name ?? [])
    : []

const isWithin = (inner: Stretch, outer: Stretch) => outer.start <= inner.start && inner.end <= outer.end

/** Where in a snippet the passages stand that the record attributes to nobody. */
function passagesIn(snippet: string, { text, unattributed = [] }: Said): Stretch[] {
  const lead = snippet.startsWith('… ') ? 2 : 0
  const words = snippet.slice(lead, snippet.endsWith(' …') ? -2 : undefined)
  const begin = text.indexOf(words)
  if (begin < 0) return []
  let from = 0
  return unattributed.flatMap(({ text: passage }) => {
    const at = text.indexOf(passage, from)
    if (at < 0) return []
    from = at + passage.length
    const [start, end] = [Math.max(at - begin, 0) + lead, Math.min(from - begin, words.length) + lead]
    return start < end ? [{ start, end }] : []
  })
}

/** A text with its matches marked, and with nobody's words set off. */
function lit(words: string, matches: readonly Stretch[], nobodys: readonly Stretch[]): Html[] {
  const cuts = [...new Set([0, words.length, ...[...matches, ...nobodys].flatMap(({ start, end }) => [start, end])])]
  cuts.sort((one, other) => one - other)
  return cuts.slice(0, -1).map((start, i) => {
    const piece = { start, end: cuts[i + 1] ?? words.length }
    const plain = html`${words.slice(piece.start, piece.end)}`
    const marked = matches.some((match) => isWithin(piece, match)) ? html`<mark>${plain}</mark>` : plain
    return nobodys.some((passage) => isWithin(piece, passage))
      ? html`<span class="nobody" title="The record does not say whose words these are.">${marked}</span>`
      : marked
  })
}
