import type { Format } from './format.js'
import { numberedSummary } from './numbered-summary/format.js'

/** Every format that is read; a new one is a folder beside the others, and a line here. */
export const formats: readonly Format[] = [numberedSummary]
