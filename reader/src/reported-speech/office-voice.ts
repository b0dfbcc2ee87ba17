import { holdsView } from '../english/attitudes.js'
import { isBody, isCountry } from '../english/bodies.js'
import { isWholeTitle } from '../english/titles.js'
import { verbAfter, verbsJoined } from '../english/verb-group.js'
import { is } from '../english/word-kinds.js'
import { wordAt } from '../english/words.js'
import { subjectVerb } from './subject-verb.js'
import type { Office, Voice, VoiceContext } from './voice.js'

const office =
  /(?:the\s+)?((?:co-?|vice-?|deputy\s+|acting\s+)?(?:chair(?:person|man|woman|s)?|moderator|facilitator|rapporteur|convenor|convener|presiding officer|president|secretary-general|secretary|executive secretary|director-general|secretariat|presenter|host)|(?:permanent\s+)?representatives?|delegates?|delegations?|observers?|experts?(?!\s+(?:groups?|panels?|committees?|bod(?:y|ies)|teams?|working|advisory)\b)|spokes(?:person|man|woman))(?![\p{L}-])((?:\s+(?:of|from|for)\s+(?:the\s+)?)(\p{Lu}[\p{L}&.'’-]*(?:\s+(?:(?:of|and|for|the|&)\s+){0,2}\p{Lu}[\p{L}&.'’-]*){0,6}))?/iuy
const capitalized = /^\p{Lu}[\p{L}&.'’-]*(?:\s+(?:(?:of|and|for|the|&)\s+){0,2}\p{Lu}[\p{L}&.'’-]*){0,6}/u
const party = /(?:the\s+)?\p{Lu}[\p{L}&.'’-]*(?:\s+(?:(?:of|and|for|the|&)\s+){0,2}\p{Lu}[\p{L}&.'’-]*){0,6}/uy

const joint = /^(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?=\p{Lu})/u

/** The bodies of which representatives speak together, from where the first is named: "Norway, Japan and the European Union". */
const bodiesOf = (text: string, at: number, role: string): { bodies: string[]; end: number } | null => {
  if (
    !/^(?:permanent )?(?:representatives|delegates|delegations|observers|experts|spokes(?:men|women|persons))$/i.test(
      role,
    )
  )
    return null
  const bodies: string[] = []
  let [from, end] = [at, at]
  for (;;) {
    const words = capitalized.exec(text.slice(from, from + 120))?.[0] ?? ''
    // "Norway and Japan" holds the name of a country and is none.
    const whole = isCountry(words) ? words : (words.split(/\s+and\s+(?:the\s+)?/)[0] ?? '')
    if (whole === '' || isWholeTitle(whole)) break
    bodies.push(whole)
    end = from + whole.length
    const next = joint.exec(text.slice(end, end + 16))
    if (!next) break
    from = end + next[0].length
  }
  return bodies.length > 1 ? { bodies, end } : null
}

/** A match of `office` at an offset; null at once where no word begins that an office begins with. */
const patternAt = (text: string, at: number): RegExpExecArray | null => {
  const first = wordAt(text, at)
  const noun = first?.lowered === 'the' ? wordAt(text, first.end) : first
  if (first?.start !== at || !noun || (noun.kinds & is.office) === 0) return null
  office.lastIndex = at
  return office.exec(text)
}

/** The role or body whose name begins at an offset, with where it ends. */
export const officeAt = (context: VoiceContext, at: number): { office: Office; end: number } | null => {
  const found = patternAt(context.text, at)
  if (found) {
    const [all, role = '', tail = '', words = ''] = found
    // The pattern cares for no case; the name of a body does: "of the World Bank", without "offered data".
    const body = capitalized.exec(words)?.[0]
    const several = bodiesOf(context.text, at + all.length - words.length, role)
    if (several) {
      const { bodies, end } = several
      return {
        office: { printed: context.text.slice(at, end), role: role.replace(/s$/, ''), body: null, bodies },
        end,
      }
    }
    const printed = all.slice(0, all.length - (body === undefined ? tail.length : words.length - body.length))
    const isIndefinite = /^(?:representatives?|delegates?|delegations?|observers?|experts?|spokes)/i.test(role)
    if (
      isIndefinite &&
      (body === undefined || !/^[Tt]he\s|^(?:Representatives?|Delegates?|Delegations?)/.test(printed))
    )
      return null
    const isNamed =
      body !== undefined && (isBody(body) || context.isParty(body) || (isIndefinite && !isWholeTitle(body)))
    return { office: { printed, role, body: isNamed ? body : null }, end: at + printed.length }
  }
  const own = context.officeAt?.(at) ?? null
  if (own) return own
  if (context.mayNameParty?.(at) === false) return null
  party.lastIndex = at
  const body = party.exec(context.text)?.[0]
  if (body === undefined) return null
  for (let end = body.length; end > 0; end = body.lastIndexOf(' ', end - 1)) {
    const name = body.slice(0, end)
    if (!context.isParty(name)) continue
    const printed = name + (/^\s+plc\b/.exec(context.text.slice(at + end, at + end + 6))?.[0] ?? '')
    return { office: { printed, role: null, body: name.replace(/^the\s+/i, '') }, end: at + printed.length }
  }
  return null
}

const onBehalf = /^,\s+(?:speaking\s+)?(?:on behalf of|for)\s+[^,.;]{2,100},/

/** Bodies that speak together with a body: "Norway, Chad and the Isles noted". */
const otherParties = (
  context: VoiceContext,
  { office: first, end: from }: { office: Office; end: number },
): { also: Office[]; end: number } => {
  const also: Office[] = []
  let end = from
  while (first.role === null && also.length < 12) {
    const lead = joint.exec(context.text.slice(end, end + 16))?.[0].length ?? 0
    const next = lead > 0 ? officeAt(context, end + lead) : null
    if (next?.office.role !== null) break
    also.push(next.office)
    end = next.end
  }
  return { also, end }
}

/** A role or a body that is the subject of a clause: "The Chair asked", "The delegation of Norway noted". */
export const officeVoice = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const found = officeAt(context, at)
  if (!found) return null
  // "The moderator, Ms. Roe, said": the name that stands beside the role speaks.
  const lead = /^(?:,\s+|\s+\()/.exec(context.text.slice(found.end, found.end + 4))?.[0].length ?? 0
  const name = lead > 0 ? context.names.get(found.end + lead) : undefined
  const verbOfName = name && /[,)]/.test(context.text[name.end] ?? '') ? verbAfter(context.text, name.end + 1) : null
  if (name && verbOfName && verbOfName.end <= limit)
    return {
      kind: 'people',
      start: at,
      names: [name],
      verbs: [verbOfName, ...verbsJoined(context.text, verbOfName, limit)],
    }
  const beside = onBehalf.exec(context.text.slice(found.end, found.end + 140))?.[0].length ?? 0
  const { also, end } = beside > 0 ? { also: [], end: found.end } : otherParties(context, found)
  const verb = subjectVerb(context.text, end + beside, limit)
  const voice = { kind: 'office' as const, start: at, office: found.office, also }
  if (verb) return { ...voice, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
  return holdsView(context.text, end + beside, limit) ? { ...voice, verbs: [] } : null
}
