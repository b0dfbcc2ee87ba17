import { pastForms } from '../../english/reporting-verbs.js'
import { honorificPattern } from '../../names.js'

const speaker = new RegExp(
  `(?:^|[,.;:]\\s+|\\b(?:and|but)\\s+)(?:[Tt]he\\s+(?:\\p{L}+\\s+){0,3}?(?:[Cc]hair(?:man|person|woman)?|[Cc]lerk|[Ss]ecretary|[Tt]reasurer|[Dd]irector|[Oo]fficer|[Mm]anager|[Ll]eader|[Mm]ayor|[Pp]resident|[Mm]inister|[Ss]ecretariat)|${honorificPattern}\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3})(?:\\s*\\([^()]{1,120}\\))?,?\\s+(?:also\\s+|then\\s+|had\\s+|\\p{L}+ly\\s+)?(\\p{L}+)\\b`,
  'gu',
)

/** Whether a paragraph says near its start that somebody named, or somebody in office, spoke. */
export const reportsSpeech = (text: string): boolean =>
  [...text.slice(0, 600).matchAll(speaker)].some(([, verb = '']) => pastForms.has(verb.toLowerCase()))
