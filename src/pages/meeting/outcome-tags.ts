import { type Html, html } from '../html.js'
import { kindNames, resultNames } from '../outcome-words.js'
import type { ReadOutcome } from './load-outcomes.js'

const letters: Record<ReadOutcome['kind'], string> = { DECISION: 'D', MOTION: 'M', VOTE_EVENT: 'V', ACTION_ITEM: 'A' }

/** What an outcome is called on the page, "D1" being the first decision. */
export const tagOf = ({ kind, position }: Pick<ReadOutcome, 'kind' | 'position'>): string =>
  `${letters[kind]}${position}`

/** "decision, agreed". */
export const described = ({ kind, result }: Pick<ReadOutcome, 'kind' | 'result'>): string =>
  [kindNames[kind], result && resultNames[result]].filter(Boolean).join(', ')

/** A link to the words of an outcome. */
export const wordsLink = (outcome: ReadOutcome, text: string = tagOf(outcome)): Html =>
  html`<a href="#outcome-${outcome.id}">${text}</a>`
