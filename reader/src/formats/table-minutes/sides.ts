import { verbAfter } from '../../english/verb-group.js'
import { fold } from '../../names.js'
import type { Bodies } from '../../people/bodies.js'
import type { Voice } from '../../reported-speech/voice.js'

const side = /^(?:the\s+)?(\p{L}[\p{L}’' -]{1,40}?\s(?:side|delegation|team))(?=\s+\p{Ll})/iu
const both =
  /^(?:(?:both|the two|all)\s+(?:sides|parties|delegations|teams|present|members|those present)|everyone|everybody|those present|nobody|no one)(?=\s+\p{Ll})/iu

/** "The staff side reserved its position", where the record lists that side; "Both sides agreed", of nobody by name. */
export const sideVoice = (text: string, start: number, end: number, bodies: Bodies): Voice | null => {
  const words = text.slice(start, Math.min(end, start + 80))
  const one = side.exec(words)
  const printed = one?.[0] ?? both.exec(words)?.[0]
  if (printed === undefined) return null
  const body = one ? bodies.byName.get(fold(one[1] ?? ''))?.name : undefined
  if (one && body === undefined) return null
  const verb = verbAfter(text, start + printed.length)
  if (body !== undefined)
    return { kind: 'office', start, office: { printed, role: null, body }, verbs: verb ? [verb] : [] }
  return { kind: 'anonymous', start, wording: [start, verb?.end ?? start + printed.length], verbs: [] }
}
