import { familyName, fold, opensHonorific, splitHonorific } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { verbOf } from './verbs.js'

type Remark = MeetingRecord['remarks'][number]
type Stance = NonNullable<Remark['stance']>

/** Where the words end that say whom a verb is about: "disagreed with Dr. Kamau | on the weight of a model". */
const about =
  /[;:?!]|\b(?:on|upon|over|about|regarding|concerning|that|which|who|whom|because|as|when|while|but|although)\b/iu

/** "with Dr. Kamau", "the Chair's proposal". */
const namesSomebody = /(?:^|\bwith|\bby)\s+(?:\S+\s+)?\p{Lu}/u

/**
 * For or against which of the remarks that it answers a response is, by their positions. A verb is about those whom the words behind
 * it name, and about none of these remarks if they name somebody else. One behind which nobody is named is about what is answered, if
 * that is the words of one remark, or of several who said them together; otherwise it is not known about which. A record that gives a
 * stance without verbs is taken in the same way.
 */
export function stancesTowards(response: Remark, record: MeetingRecord): ReadonlyMap<number, Stance> {
  const towards = new Map<number, Stance>()
  if (response.stance === null) return towards
  const answered = record.remarks.filter(({ position }) => response.inResponseTo.includes(position))
  const all = new Set(answered.map(({ utterance }) => utterance)).size === 1 ? answered : []
  const add = (remarks: readonly Remark[], stance: Stance) => {
    for (const { position } of remarks) {
      const before = towards.get(position) ?? stance
      towards.set(position, before === stance ? stance : 'MIXED')
    }
  }
  const verbs = verbsOf(response, record)
  for (const { stance, behind } of verbs) {
    const named = answered.filter((remark) => formsOf(remark, record).some((form) => contains(behind, form)))
    add(named.length > 0 || namesSomebody.test(behind) ? named : all, stance)
  }
  if (verbs.length === 0) add(all, response.stance)
  return towards
}

/** The verbs of a response that have a stance, each with the words behind it that say whom it is about. */
function verbsOf({ acts, utterance }: Remark, { utterances }: MeetingRecord): { stance: Stance; behind: string }[] {
  const text = utterances.find(({ position }) => position === utterance)?.text ?? ''
  let from = 0
  const placed = acts.flatMap(({ verb }) => {
    const start = text.indexOf(verb, from)
    if (start < 0) return []
    from = start + verb.length
    return [{ stance: verbOf(verb).stance, start, end: from }]
  })
  return placed.flatMap(({ stance, end }, i) =>
    stance === null ? [] : [{ stance, behind: upToEnd(text.slice(end, placed[i + 1]?.start)) }],
  )
}

/** Up to the end of the sentence, or to what it is about. A point behind an honorific ends nothing. */
function upToEnd(text: string): string {
  const words = text.split(/\s+/)
  const last = words.findIndex((word) => word.endsWith('.') && !opensHonorific(word.slice(0, -1)))
  const sentence = last < 0 ? text : words.slice(0, last + 1).join(' ')
  return sentence.split(about, 1)[0] ?? ''
}

/** What a speaker may be called: the family name, the name of a body, or what the record calls them there. */
function formsOf({ speaker, party, speakerAsPrinted, speakerRole }: Remark, record: MeetingRecord): string[] {
  const person = record.people.find(({ key }) => key === speaker)?.name
  const body = record.organizations.find(({ key }) => key === party)?.name
  const printed = speakerAsPrinted === null || person !== undefined ? null : splitHonorific(speakerAsPrinted).name
  return [person && familyName(person), body, printed, speakerRole].flatMap((form) => (form ? [fold(form)] : []))
}

const contains = (text: string, form: string): boolean => form !== '' && ` ${fold(text)} `.includes(` ${form} `)
