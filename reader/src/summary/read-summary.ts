import type { Draft } from '../proposal/draft.js'
export const readSummary = (_draft: Draft): boolean => false
