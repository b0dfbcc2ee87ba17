import { type Html, html } from '../html.js'
import { bodyLink, personLink } from '../links.js'
import type { ReadAttendance } from './load-margins.js'

const modes: Record<ReadAttendance['mode'], string> = {
  PRESENT: '',
  REMOTE: 'from afar',
  APOLOGIES: 'excused or absent',
  UNKNOWN: '',
}
const statuses = { CURRENT: '', FORMER: 'formerly', INCOMING: 'to be' } as const

/** The attendees as listed in the record, each with title and body as of that day. */
export const attendeeTable = (attendances: readonly ReadAttendance[]): Html => html`
<section><h2 id="present">Those present</h2>
<div class="scroll" role="region" aria-labelledby="present" tabindex="0"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Title</th><th scope="col">For whom</th><th scope="col" class="num">Remarks</th></tr></thead>
<tbody>${attendances.map(row)}</tbody>
</table></div></section>`

const row = ({ honorific, nameAsPrinted, role, mode, person, remarks, affiliations }: ReadAttendance): Html => html`
<tr><th scope="row">${honorific && `${honorific} `}${personLink({ slug: person.slug, name: nameAsPrinted })}${small([role, modes[mode], nameAsPrinted === person.name ? null : `also ${person.name}`])}</th><td>${lines(
  affiliations.map(
    ({ title, status, note }) => html`${[statuses[status], title].filter(Boolean).join(' ')}${note && ` (${note})`}`,
  ),
)}</td><td>${lines(affiliations.map(({ organization }) => (organization ? bodyLink(organization) : html``)))}</td><td class="num">${remarks}</td></tr>`

const small = (parts: readonly (string | null)[]): Html | null => {
  const said = parts.filter(Boolean).join(', ')
  return said ? html` <span class="count">${said}</span>` : null
}

const lines = (parts: readonly Html[]): Html[] => parts.map((part, i) => html`${i > 0 ? html`<br>` : null}${part}`)
