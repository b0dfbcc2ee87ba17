import {
  type DecisionResult,
  decisionWords,
  type MotionResult,
  motionWords,
  optionWords,
} from '../english/outcome-words.js'
import { descendants, type Element } from '../layout.js'
import { fold } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { bareReference, readableIdentifier } from './elements.js'

type Option = MeetingRecord['votes'][number]['option']

interface Concept {
  readonly name: string
  /** The last part of its address, as words. */
  readonly path: string
}

/** What the concepts are that outcomes refer to: choices of voters, and results. */
export interface Concepts {
  /** `optionAsPrinted` is null where the name of the concept is no more than the option's. */
  optionOf(reference: string | undefined): { option: Option; optionAsPrinted: string | null }
  motionResult(reference: string | undefined): MotionResult | null
  decisionResult(reference: string | undefined): DecisionResult
  isDone(reference: string | undefined): boolean
}

export const conceptsIn = (root: Element): Concepts => {
  const known = new Map(descendants(root, 'TLCConcept', 'TLCProcess', 'TLCTerm', 'TLCReference').map(conceptOf))
  const named = (reference: string | undefined): Concept => {
    const id = bareReference(reference ?? '')
    return known.get(id) ?? { name: readableIdentifier(id), path: '' }
  }
  const found = <Value>(words: ReadonlyMap<string, Value>, { name, path }: Concept): Value | undefined =>
    words.get(fold(path)) ?? words.get(fold(name))
  return {
    optionOf: (reference) => {
      const concept = named(reference)
      const option = fold(concept.path) === 'other' ? 'OTHER' : (found(optionWords, concept) ?? 'OTHER')
      const isPlain = fold(concept.name) === fold(option.replace('_', ' '))
      return { option, optionAsPrinted: isPlain || concept.name === '' ? null : concept.name }
    },
    motionResult: (reference) => found(motionWords, named(reference)) ?? null,
    decisionResult: (reference) => found(decisionWords, named(reference)) ?? 'OTHER',
    isDone: (reference) => fold(named(reference).name) === 'done',
  }
}

const conceptOf = ({ attributes }: Element): [string, Concept] => {
  const { eId, id, showAs = '', href = '' } = attributes
  const path = bareReference(href).replaceAll('-', ' ')
  return [eId ?? id ?? bareReference(href), { name: showAs.replace(/\s+/g, ' ').trim(), path }]
}

/** Whether a word says how somebody voted, and is no name. */
export const isChoice = (words: string): boolean => optionWords.has(fold(words))
