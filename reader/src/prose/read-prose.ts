import type { Draft } from '../proposal/draft.js'
export const readProse = (_draft: Draft): void => {}
