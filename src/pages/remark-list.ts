import { type Html, html } from './html.js'
import { bodyLink, joined, type Named, pathOf, personLink, themeLink } from './links.js'

/** The fields of a remark that a list shows. */
export const saidFragment = `
fragment Said on Remark {
  __typename
  id
  text
  permalink
  citation
  speakerAsPrinted
  speakerRole
  speaker { slug name }
  party { slug name }
  organization { slug name }
  theme { slug title }
  meeting { slug title date dateText }
  ... on Statement { jointWith { id } unattributed { text } }
  ... on Response { acts { verb } inResponseTo { speaker { name } party { name } } }
}`

/** A remark as lists of remarks query it. */
export interface Said {
  __typename: 'Statement' | 'Response'
  id: string
  text: string
  permalink: string
  citation: string
  speakerAsPrinted: string | null
  speakerRole: string | null
  speaker: Named | null
  party: Named | null
  organization: Named | null
  theme: { slug: string; title: string } | null
  meeting: { slug: string; title: string; date: string | null; dateText: string | null }
  jointWith?: { id: string }[]
  unattributed?: { text: string }[]
  acts?: { verb: string }[]
  inResponseTo?: { speaker: { name: string } | null; party: { name: string } | null }[]
}

/** What a page with remarks is about: all sorts of things, if not one of these. */
type About = 'theme' | 'person' | 'organization' | 'all'

/**
 * A list of remarks in the given order, grouped by meeting, with joint remarks as one.
 *
 * @param about what the page is about, which is not repeated for each remark
 */
export function remarkList(remarks: readonly Said[], about: About): Html {
  let meeting: string | undefined
  const items = together(remarks).map((group) => {
    const [first] = group
    const heading = first.meeting.slug === meeting ? null : meetingHeading(first.meeting)
    meeting = first.meeting.slug
    return html`${heading}${item(group, about)}`
  })
  return html`<div class="said">${items}</div>`
}

type Group = [Said, ...Said[]]

function together(remarks: readonly Said[]): Group[] {
  const groups: Group[] = []
  for (const remark of remarks) {
    const last = groups.at(-1)
    if (last?.[0].jointWith?.some(({ id }) => id === remark.id)) last.push(remark)
    else groups.push([remark])
  }
  return groups
}

const meetingHeading = ({ slug, title, date, dateText }: Said['meeting']) => html`
<h3><a href="/meetings/${slug}">${title}</a> <span class="count">${date ?? dateText ?? 'undated'}</span></h3>`

function item(group: Group, about: About): Html {
  const [first] = group
  const theme = first.theme && about !== 'theme' ? themeLink(first.theme) : null
  const who =
    about === 'person'
      ? theme && html`<p><b>${theme}</b></p>`
      : group.map(
          (remark) =>
            html`<p><b>${speakerOf(remark)}</b>${about === 'theme' || about === 'all' ? bodyOf(remark) : null}</p>`,
        )
  const onTheme =
    (about === 'organization' || about === 'all') && theme ? html`<span class="for">on ${theme}</span>` : null
  return html`
<article class="s"><div class="who">${who}${about === 'person' ? bodyOf(first) : null}${doing(first)}${onTheme}</div>
<blockquote>${wordsOf(first)}<a class="place" href="${pathOf(first.permalink)}" title="${first.citation}" aria-label="Where it stands: ${first.citation}">¶</a></blockquote></article>`
}

const speakerOf = ({ speaker, party, speakerRole, speakerAsPrinted }: Said): Html =>
  speaker ? personLink(speaker) : party ? bodyLink(party) : html`${speakerRole ?? speakerAsPrinted ?? 'nobody named'}`

const bodyOf = ({ organization, party }: Said): Html | null =>
  organization && organization.slug !== party?.slug ? html`<span class="for">${bodyLink(organization)}</span>` : null

function doing({ __typename, acts = [], inResponseTo = [] }: Said): Html | null {
  if (__typename === 'Statement') return null
  const names = new Set(inResponseTo.flatMap(({ speaker, party }) => speaker?.name ?? party?.name ?? []))
  const verbs = [...new Set(acts.map(({ verb }) => verb))].join(', ')
  const whom = names.size > 0 ? html`answers ${joined([...names].map((name) => html`${name}`))}` : html`answers`
  return html`<span class="for">${whom}${verbs && `: ${verbs}`}</span>`
}

/** The words of a remark, with passages attributed to nobody set off. */
export function wordsOf({
  text,
  unattributed = [],
}: {
  text: string
  unattributed?: readonly { text: string }[]
}): Html[] {
  const found: Html[] = []
  let from = 0
  for (const { text: passage } of unattributed) {
    const at = text.indexOf(passage, from)
    if (at < 0) continue
    found.push(
      html`${text.slice(from, at)}<span class="nobody" title="The record does not say whose words these are.">${passage}</span>`,
    )
    from = at + passage.length
  }
  return [...found, html`${text.slice(from)}`]
}
