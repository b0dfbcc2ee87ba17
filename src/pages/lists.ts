import { type Html, html } from './html.js'
import { bodyLink, type Named, personLink, seriesLink, type Titled, themeLink } from './links.js'

export type { Titled }

export interface MeetingRow {
  slug: string
  title: string
  date: string | null
  dateText: string | null
  venue: string | null
  series: Titled | null
}

/** The fields of a meeting that a list shows. */
export const meetingFields = 'slug title date dateText venue series { slug title }'

export type PersonRow = Named & { organization: Named | null }

/** A list of meetings with dates and venues. */
export const meetingItems = (meetings: readonly MeetingRow[]): Html =>
  html`<ul class="meetings">${meetings.map(
    ({ slug, title, date, dateText, venue, series }) => html`
<li><a href="/meetings/${slug}">${title}</a> <span class="facts">${[date ?? dateText ?? 'undated', venue].filter(Boolean).join(' · ')}${series && html` · ${seriesLink(series)}`}</span></li>`,
  )}</ul>`

export const themeItems = (themes: readonly Titled[]): Html =>
  html`<ul class="index">${themes.map((theme) => html`<li>${themeLink(theme)}</li>`)}</ul>`

/** A list of people, each with the body that their latest record states. */
export const personItems = (people: readonly PersonRow[]): Html =>
  html`<ul class="index">${people.map(
    (person) =>
      html`<li>${personLink(person)}${person.organization && html` <span class="count">${person.organization.name}</span>`}</li>`,
  )}</ul>`

export const bodyItems = (bodies: readonly Named[]): Html =>
  html`<ul class="index">${bodies.map((body) => html`<li>${bodyLink(body)}</li>`)}</ul>`

export const seriesItems = (all: readonly Titled[]): Html =>
  html`<ul class="index">${all.map((series) => html`<li>${seriesLink(series)}</li>`)}</ul>`
