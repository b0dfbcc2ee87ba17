import { anybody } from '../english/meeting-words.js'
import { holderOf, noteHolder } from './office-holders.js'
import { officeWords } from './office-words.js'
import { type NamedAt, personAt, type VoiceContext } from './people.js'

const opening =
  /^(?:(?:the|our|its|their|his|her)\s+|(?:Madam|Mister|Mr\.?)\s+(?=(?:Chair|President|Speaker|Moderator|Mayor)))/i
/** "the Treasurer (Ms Roe)", "the Treasurer, Ms Roe,", "the Treasurer Ms Roe": the person named beside an office. */
const holderBeside = (context: VoiceContext, end: number): NamedAt | null => {
  const lead = /^(?:\s*\(|,?\s+)(?=\p{Lu})/u.exec(context.text.slice(end, end + 4))?.[0]
  const found = lead === undefined ? null : personAt(context, end + lead.length)
  if (!found || lead === undefined) return null
  const close = /^\s*[,)]/.exec(context.text.slice(found.end, found.end + 2))?.[0].length ?? 0
  if (/[,(]/.test(lead) && close === 0) return null
  return { ...found, end: found.end + close }
}

/** Somebody in an office, as far as its words tell. */
export interface OfficeAt extends NamedAt {
  readonly role: string
}

/** "The Chair", "the Treasurer (Ms Roe)", "The Head of Audit": an office at an offset. */
export const officeAt = (context: VoiceContext, at: number): OfficeAt | null => {
  const { text, roster } = context
  const lead = opening.exec(text.slice(at, at + 12))?.[0].length ?? 0
  if (lead === 0) return null
  const office = officeWords(text, at + lead)
  if (!office) return null
  const beside = holderBeside(context, office.end)
  if (beside && (beside.named.kind === 'person' || beside.named.kind === 'unlisted')) {
    if (beside.named.kind === 'person') noteHolder(roster, office.role, beside.named.key)
    return { ...beside, printed: beside.as, start: at, role: office.role }
  }
  const core = text.slice(at + lead, office.headEnd).replace(/\s+/g, ' ')
  for (const [role, end] of [
    [office.role, office.end],
    [core, office.headEnd],
  ] as const) {
    const holder = holderOf(roster, role)
    if (holder !== null)
      return { named: { kind: 'person', key: holder }, as: text.slice(at, end), start: at, end, role }
  }
  const head = core.split(' ').at(-1) ?? ''
  // "The Kenyan representative" is somebody; "the Kenyan leaders" are people who need not be there.
  const areSeveral = /^\p{Ll}+s$/u.test(head)
  if (areSeveral || (anybody.test(head) && (core === head || !/^\p{Lu}/u.test(core)))) return null
  return {
    named: { kind: 'office', role: office.role },
    as: text.slice(at, office.end),
    start: at,
    end: office.end,
    role: office.role,
  }
}
