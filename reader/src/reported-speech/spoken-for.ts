import { type Cast, identify } from '../identity/within-meeting.js'
import { type Bodies, bodyKey } from '../people/bodies.js'
import type { Voice } from './voice.js'

const ahead =
  /^(?:[Aa]lso\s+)?(?:[Ss]peaking\s+(?:on behalf of|for)|[Oo]n behalf of)\s+(?:the\s+)?(\p{Lu}[^,.;]{1,100}),\s/u
const behind =
  /^(?:\s*\([^()]{1,120}\))?,\s+(?:(?:also\s+)?(?:speaking|talking)\s+)?on behalf of\s+(?:the\s+)?(\p{Lu}[^,.;]{1,100}?)(?:,|\s+and\s+with\s)/u

/**
 * For whom a subject says that it speaks: "Ms. Roe, on behalf of the Mill Guild,", "Speaking for the Mill Guild, Ms. Roe". As
 * keys; none where it speaks for itself, or for a person. `start` is where the sentence begins.
 */
export const spokenFor = (
  { cast, bodies }: { readonly cast: Cast; readonly bodies: Bodies },
  text: string,
  voice: Voice,
  start: number,
): string[] => {
  if (voice.kind !== 'people' && voice.kind !== 'office') return []
  const end =
    voice.kind === 'people' ? (voice.names.at(-1)?.end ?? voice.start) : voice.start + voice.office.printed.length
  const printed = ahead.exec(text.slice(start, start + 160))?.[1] ?? behind.exec(text.slice(end, end + 260))?.[1]
  return printed === undefined || identify(cast, printed).person !== null ? [] : [bodyKey(bodies, printed)]
}
