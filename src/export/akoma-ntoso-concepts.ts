import type { MeetingRecord } from '@rapporteur/reader/record'
import type { OutcomeList } from '../ingest/write/outcomes-in-order.js'
import { element, type Xml } from './xml.js'

type Count = Pick<MeetingRecord['votes'][number], 'option' | 'optionAsPrinted'>

/** The names of the elements that hold the words of outcomes, which are also the prefixes of their identifiers. */
export const elementNames: Record<OutcomeList, string> = {
  decisions: 'decision',
  motions: 'motion',
  voteEvents: 'vote',
  actions: 'action',
}

export const eIdOf = (list: OutcomeList, position: number): string => `${elementNames[list]}_${position}`

export const lower = (value: string): string => value.toLowerCase().replaceAll('_', '-')

/** The concepts that a file refers to, each with an identifier: results, and the choices of voters as printed. */
export class Concepts {
  private readonly choices = new Map<string, { id: string; option: string; showAs: string }>()
  private readonly results = new Set<string>()

  choice({ option, optionAsPrinted }: Count): string {
    const showAs = optionAsPrinted ?? readable(option)
    const key = `${option} ${showAs}`
    const known = this.choices.get(key) ?? { id: `choice_${this.choices.size + 1}`, option, showAs }
    this.choices.set(key, known)
    return known.id
  }

  result(result: string): string {
    this.results.add(result)
    return `result_${lower(result)}`
  }

  written(): Xml[] {
    const concept = (eId: string, path: string, showAs: string) =>
      element('TLCConcept', { eId, href: `/ontology/concept/${path}`, showAs })
    return [
      ...[...this.results].map((result) => concept(this.result(result), `result/${lower(result)}`, readable(result))),
      ...[...this.choices.values()].map(({ id, option, showAs }) => concept(id, `vote/${lower(option)}`, showAs)),
    ]
  }
}

/** NOT_VOTING is "Not voting". */
const readable = (value: string): string => {
  const words = value.toLowerCase().replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
