import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Dice } from './dice.js'
import { clause } from './sentences.js'
import type { World } from './world.js'

type Remark = MeetingRecord['remarks'][number]
type Act = Remark['acts'][number]

interface Reporting {
  verb: string
  kind: Act['kind']
  stance: Remark['stance']
  /** What stands between the verb and the clause. */
  link: string
}

const first: readonly Reporting[] = [
  { verb: 'replied', kind: 'ANSWER', stance: null, link: 'that' },
  { verb: 'agreed', kind: 'AGREE', stance: 'SUPPORTS', link: 'that' },
  { verb: 'disagreed', kind: 'DISAGREE', stance: 'OPPOSES', link: 'because' },
  { verb: 'explained', kind: 'EXPLAIN', stance: null, link: 'that' },
  { verb: 'asked', kind: 'ASK', stance: null, link: 'whether' },
  { verb: 'proposed', kind: 'PROPOSE', stance: null, link: 'that' },
]
const then: Reporting = { verb: 'added', kind: 'ADD', stance: null, link: 'that' }

/** The words of a reply, by whoever is called so, and the acts in them: offsets are into the words. */
export interface Reply {
  words: string
  acts: Act[]
  stance: Remark['stance']
}

export function reply(dice: Dice, world: World, who: string, pronoun: 'He' | 'She' | null): Reply {
  const reporting = dice.frequent(first)
  const parts = [{ who, ...reporting }, ...(pronoun && dice.chance(0.3) ? [{ who: pronoun, ...then }] : [])]
  const acts: Act[] = []
  let words = ''
  for (const { who: subject, verb, kind, link } of parts) {
    words += `${words ? ' ' : ''}${subject} `
    acts.push({ kind, verb, pieces: [[words.length, words.length + verb.length]] })
    words += `${verb} ${link} ${clause(dice, world)}.`
  }
  return { words, acts, stance: reporting.stance }
}
