import { type Html, html } from './html.js'
import { bodyLink, type Named } from './links.js'
import { svg } from './pictures/picture.js'
import { timelinePicture } from './pictures/timeline.js'

export interface Affiliation {
  title: string | null
  status: 'CURRENT' | 'INCOMING' | 'FORMER'
  note: string | null
  firstStated: string | null
  lastStated: string | null
  organization: Named | null
}

const statuses = { CURRENT: 'current', INCOMING: 'to come', FORMER: 'former' } as const

/** A table of titles and bodies, each with the first and last date on which a record states it. */
export const affiliationTable = (
  affiliations: readonly Affiliation[],
): Html => html`<h2 id="titles">Titles and bodies</h2>${inTime(affiliations)}
<div class="scroll" role="region" aria-labelledby="titles" tabindex="0"><table>
<thead><tr><th scope="col">Title</th><th scope="col">Body</th><th scope="col">How</th><th scope="col">Stated</th></tr></thead>
<tbody>${affiliations.map(
  ({ title, status, note, organization, ...stated }) => html`
<tr><td>${title}</td><td>${organization && bodyLink(organization)}</td><td>${statuses[status]}${note && `, ${note}`}</td><td>${when(stated)}</td></tr>`,
)}</tbody></table></div>`

const when = ({ firstStated, lastStated }: Pick<Affiliation, 'firstStated' | 'lastStated'>) =>
  firstStated === lastStated ? firstStated : `${firstStated ?? ''} to ${lastStated ?? ''}`

/** The same as lines in time; null if there is no time between them. */
function inTime(affiliations: readonly Affiliation[]): Html | null {
  const spans = affiliations.flatMap(({ title, organization, firstStated, lastStated }) =>
    firstStated && lastStated
      ? [{ label: [title, organization?.name].filter(Boolean).join(', '), from: firstStated, to: lastStated }]
      : [],
  )
  const picture = timelinePicture('Titles and bodies over the years, as records state them', spans)
  return picture && html`<figure>${svg(picture)}</figure>`
}
