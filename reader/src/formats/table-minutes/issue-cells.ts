import { identify } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import type { Paragraph } from '../../narrative/paragraphs.js'
import type { Company } from '../../narrative/read.js'
import type { Said, Stretch } from '../../narrative/stretch.js'
import { officeAt } from '../../reported-speech/office-voice.js'
import { officeSpeaker, personSpeaker } from '../../reported-speech/speakers.js'
import type { Range, Voice, VoiceContext } from '../../reported-speech/voice.js'
import { namedAlone } from './credited.js'

const label = /^([^:?!]{2,140}?)\s*:\s+(?=\S)/u
const inside = /^[^()]{2,100}\s\(([^()]{3,80})\)$/u

/** "Mill Guild (Ada Roe): will it leak?", "MG: It will not.": who speaks in a cell by the label before the words, and where these begin. */
export const cellLabel = (context: VoiceContext): { readonly voice: Voice; readonly from: number } | null => {
  const start = context.text.length - context.text.trimStart().length
  const [all = '', printed = ''] = label.exec(context.text.slice(start)) ?? []
  if (all === '') return null
  const name = inside.exec(printed)?.[1]
  const at = name === undefined ? 0 : printed.indexOf(name, printed.indexOf('('))
  const range: Range = [start + at, start + at + (name ?? printed).length]
  const voice = namedAlone(context, range)
  return voice && { voice, from: start + all.length }
}

/** Those of a column that says who raised an issue: people of the meeting by their names, else bodies. */
const raisersIn = (company: Company, { flow }: Paragraph, printed: string): Said[] =>
  printed.split(/\s*(?:;|\n|\band\b|&)\s*/).flatMap((part): Said[] => {
    const name = part.split(/[,(]/, 1)[0]?.trim() ?? ''
    if (name === '') return []
    const { person } = identify(company.cast, name)
    const context = { ...company, flow }
    if (person !== null) return [{ ...personSpeaker(context, { printed: name, start: 0, end: 0 }), onBehalfOf: [] }]
    const body = company.bodies.byName.get(fold(name.replace(/^the\s+/i, '')))?.name
    if (body === undefined) return []
    return [{ ...officeSpeaker(context, { printed: name, role: null, body }), onBehalfOf: [] }]
  })

/** Whose the words of a cell are that name nobody; nobody's where the record does not say. */
const ownersOf = (company: Company, paragraph: Paragraph): Said[] => {
  const { cell, flow } = paragraph
  if (cell?.kind === 'issue') return cell.raisers === null ? [] : raisersIn(company, paragraph, cell.raisers)
  const responder = cell?.responder ?? null
  if (responder === null) return []
  const body = company.bodies.byName.get(fold(responder))?.name ?? responder
  return [{ ...officeSpeaker({ ...company, flow }, { printed: responder, role: null, body }), onBehalfOf: [] }]
}

/** An answer in a word before the sentence of whoever gives it: "Yes. The Guild paid in May." */
const longestWord = 14

/** "The Guild will pay in May": words about those whose cell it is are their own. */
const isOfOwner = (context: VoiceContext, speakers: readonly Said[], at: number, { bodies }: Company): boolean => {
  const body = officeAt(context, at)?.office.body ?? null
  return body !== null && speakers.some(({ party }) => party !== null && bodies.byName.get(fold(body))?.key === party)
}

/** Gives what names nobody in a cell to those whose cell it is: its first words, and what is said of themselves. */
export const withOwners = (
  company: Company,
  paragraph: Paragraph,
  context: VoiceContext,
  stretches: readonly Stretch[],
): Stretch[] => {
  const speakers = ownersOf(company, paragraph)
  const [first, next] = stretches
  const isWord = first?.kind === 'plain' && first.range[1] - first.range[0] <= longestWord
  if (first && next?.kind === 'voice' && isWord)
    return [{ ...next, range: [first.range[0], next.range[1]] }, ...stretches.slice(2)]
  let isBegun = false
  return stretches.map((stretch): Stretch => {
    const { kind, range } = stretch
    const isOwn = kind === 'plain' && (!isBegun || isOfOwner(context, speakers, range[0], company))
    isBegun ||= kind === 'voice'
    if (!isOwn) return stretch
    if (speakers.length === 0) return { kind: 'nobody', range, passage: null }
    return { kind: 'voice', range, speakers, verbs: [], answers: false }
  })
}
