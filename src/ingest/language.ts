import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The detector keeps profiles of sixty languages in memory: it is loaded when a record first asks for it. */
const detector = (): typeof import('tinyld') => require('tinyld')

/** How much of a record its language is told from, in characters. */
const sample = 3000

/** Languages that the detector knows and no meeting is held in. */
const invented: ReadonlySet<string> = new Set(['tlh', 'vo', 'eo', 'ia', 'ie', 'jbo'])

/** The language of a text as BCP 47, or null when its words do not tell. */
export const inferLanguage = (text: string): string | null => {
  const first = detector()
    .detectAll(text.slice(0, sample))
    .find(({ lang }) => !invented.has(lang))
  return first && first.accuracy > 0.2 ? first.lang : null
}
