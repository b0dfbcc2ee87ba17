import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Another one where a text may be told to be in another language than before. */
export const languageVersion = '3'

/** The detector keeps profiles of sixty languages in memory: it is loaded when a record first asks for it. */
const detector = (): typeof import('tinyld') => require('tinyld')

/** How much of a record its language is told from, in characters. */
const sample = 3000

/** Languages that the detector knows and no meeting is held in. */
const invented: ReadonlySet<string> = new Set(['tlh', 'vo', 'eo', 'ia', 'ie', 'jbo'])

/** Small words of English that no other language in Latin letters has: not "to", "by" or "it", which others have too. */
const english: ReadonlySet<string> = new Set(
  'the and with which from they would their this that there what should could about through those where whether'.split(
    ' ',
  ),
)
/** Where at least so many letters are looked at, English is told by the share of them that these words have, if most are Latin. */
const enough = { letters: 400, share: 0.06, latin: 0.8 }

/** English, which most records are in, is told by its small words: that takes a fiftieth of the time. */
const isEnglish = (text: string): boolean => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  let [letters, latin, small] = [0, 0, 0]
  for (const word of words) {
    letters += word.length
    if (english.has(word)) small += word.length
    if (/^\p{Script=Latin}/u.test(word)) latin += word.length
  }
  return letters >= enough.letters && small >= enough.share * letters && latin >= enough.latin * letters
}

/** The language of a text as BCP 47, or null when its words do not tell. */
export const inferLanguage = (text: string): string | null => {
  const beginning = text.slice(0, sample)
  if (isEnglish(beginning)) return 'en'
  const first = detector()
    .detectAll(beginning)
    .find(({ lang }) => !invented.has(lang))
  return first && first.accuracy > 0.2 ? first.lang : null
}
