import { type Html, html } from '../html.js'
import type { ReadFinding } from './load-margins.js'
import type { ReadMeeting, ReadParagraph } from './load-meeting.js'

/** How many findings are shown; GraphQL has all of them. */
const most = 200

const severities = { INFO: 'inferred or repaired', WARNING: 'in doubt', ERROR: 'contradicts itself' } as const

/** The findings of the reading, for a curator, each with the paragraph or section that it concerns. */
export function findingTable(
  findings: readonly ReadFinding[],
  { sections }: ReadMeeting,
  paragraphs: readonly ReadParagraph[],
): Html {
  const places = [
    ...sections.map(({ id, pieces, heading }) => ({ pieces, link: `section-${id}`, name: heading })),
    ...paragraphs.map(({ id, pieces, number, position }) => ({
      pieces,
      link: `paragraph-${id}`,
      name: number ?? `paragraph ${position}`,
    })),
  ]
  const placeOf = ({ pieces: [start] }: ReadFinding): Html | null => {
    const place =
      start === undefined
        ? undefined
        : places.findLast(({ pieces: [from = 0, ...rest] }) => from <= start && start < (rest.at(-1) ?? from))
    return place ? html`<a href="#${place.link}">${place.name}</a>` : null
  }
  return html`
<section><h2 id="findings">Findings</h2>
<p class="more">What the reading inferred, repaired or doubts, for a curator to look at.${findings.length > most ? ` The first ${most} of ${findings.length}.` : ''}</p>
<div class="scroll" role="region" aria-labelledby="findings" tabindex="0"><table>
<thead><tr><th scope="col">Where</th><th scope="col">What</th><th scope="col">Kind</th></tr></thead>
<tbody>${findings.slice(0, most).map(
    (finding) => html`
<tr><td>${placeOf(finding)}</td><td>${finding.message}${finding.settled ? html` <span class="count">settled</span>` : null}</td><td><span class="${finding.severity}">${severities[finding.severity]}</span><br><code>${finding.code}</code></td></tr>`,
  )}</tbody>
</table></div></section>`
}
