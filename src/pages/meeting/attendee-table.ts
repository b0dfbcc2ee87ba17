import { printedName } from '../../export/people-of.js'
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

const row = ({ role, mode, person, remarks, affiliations, ...printed }: ReadAttendance): Html => html`
<tr><th scope="row">${personLink({ slug: person.slug, name: printedName(printed) })}${small([role, modes[mode], otherName(person.name, printed)])}</th><td>${lines(
  affiliations.map(
    ({ title, status, note }) => html`${[statuses[status], title].filter(Boolean).join(' ')}${note && ` (${note})`}`,
  ),
)}</td><td>${lines(affiliations.map(({ organization }) => (organization ? bodyLink(organization) : html``)))}</td><td class="num">${remarks}</td></tr>`

/** A person's name where the list prints another one. */
const otherName = (name: string, printed: Pick<ReadAttendance, 'honorific' | 'nameAsPrinted'>): string | null => {
  const bare = printedName(printed)
    .slice(printed.honorific?.length ?? 0)
    .trim()
  return bare === name ? null : `also ${name}`
}

const small = (parts: readonly (string | null)[]): Html | null => {
  const said = parts.filter(Boolean).join(', ')
  return said ? html` <span class="count">${said}</span>` : null
}

const lines = (parts: readonly Html[]): Html[] => parts.map((part, i) => html`${i > 0 ? html`<br>` : null}${part}`)
