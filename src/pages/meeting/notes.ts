import type { NameMatch } from '../../generated/prisma/enums.js'
import { type Html, html } from '../html.js'
import { bodyLink, joined, personLink } from '../links.js'
import type { ReadFinding } from './load-margins.js'
import type { ReadRemark } from './load-meeting.js'
import { colourClass, type Mark } from './marked.js'
import { nameOf } from './voices.js'

/** How a name was matched, in words for readers. */
const known: Record<NameMatch, string> = {
  EXACT: 'named in full, as in the list of those present',
  WITHOUT_MIDDLE_NAMES: 'named as in the list of those present, but for middle names',
  OTHER_ORDER: 'the same name as in the list of those present, in another order',
  FAMILY_NAME: 'by family name: only one of those present fits',
  ABBREVIATION: 'by initials or an abbreviation that the record or its register defines',
  PRONOUN: 'as “he”, “she” or “they”: the last speaker of the same turn',
  CONTEXT: 'by words that can mean only one of them here',
  ROLE_HOLDER: 'by a role that the record says who holds',
  IDENTIFIER: 'by the record’s own reference',
  CURATOR: 'by a correction',
}

export interface Note {
  remark: ReadRemark
  mark: Mark
  /** The meeting's remarks by id. */
  all: ReadonlyMap<string, ReadRemark>
  /** The next remark of the same speaker in the record, if there is one. */
  next: ReadRemark | undefined
  /** The other remarks with the same words. */
  together: readonly ReadRemark[]
  findings: readonly ReadFinding[]
}

/** The note on a remark: who said it, for whom, to whom, and how that is known. */
export const note = ({ remark, mark, all, next, together, findings }: Note): Html => html`
<li class="n ${mark.letter}" id="${mark.note}"><a class="l${colourClass(mark.colour)}" href="#remark-${remark.id}" aria-label="${mark.letter}: link to the words of ${nameOf(remark)}">${mark.letter}</a><div>
<b>${who(remark)}</b>${forWhom(remark)}<span class="act">${act(remark, all, together)}</span>${next && html`<a class="next noprint" href="#remark-${next.id}" aria-label="Next by ${nameOf(remark)}">↓</a>`}
<span class="how">${how(remark)}${findings.map(({ message }) => html` ${message}`)}</span></div></li>`

const who = (remark: ReadRemark): Html =>
  remark.speaker ? personLink(remark.speaker) : remark.party ? bodyLink(remark.party) : html`${nameOf(remark)}`

function forWhom({ speaker, party, organization, onBehalfOf, role }: ReadRemark): Html | null {
  const body = organization && organization.slug !== party?.slug ? bodyLink(organization) : null
  const parts = [
    (speaker || party) && role ? html`${role}` : null,
    body,
    onBehalfOf.length > 0 ? html`on behalf of ${joined(onBehalfOf.map(bodyLink))}` : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? html`<span class="for">${joined(parts)}</span>` : null
}

function act({ kind, verbs, answers }: ReadRemark, all: Note['all'], together: Note['together']): Html | null {
  if (kind === 'STATEMENT') return together.length > 0 ? html`with ${listed([...named(together).keys()])}` : null
  const answered = named(answers.flatMap((id) => all.get(id) ?? []))
  const did = [...new Set(verbs)].join(', ')
  const links = [...answered].map(([name, { id }]) => html`<a href="#remark-${id}">${name}</a>`)
  return html`answers${links.length > 0 ? html` ${listed(links)}` : null}${did && `: ${did}`}`
}

/** The first remark of each speaker, by name. */
const named = (remarks: readonly ReadRemark[]): Map<string, ReadRemark> =>
  new Map(
    remarks
      .toReversed()
      .map((remark) => [nameOf(remark), remark] as const)
      .toReversed(),
  )

/** "one, two and three". */
const listed = (parts: readonly (Html | string)[]): Html[] =>
  parts.map((part, i) => html`${i === 0 ? '' : i === parts.length - 1 ? ' and ' : ', '}${part}`)

function how({ asPrinted, match, speaker }: ReadRemark): string {
  const printed = asPrinted ? `Printed “${asPrinted}”` : 'No name is printed here'
  return match && speaker ? `${printed}; ${known[match]}.` : `${printed}.`
}
