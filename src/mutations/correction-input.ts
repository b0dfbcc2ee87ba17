import type { GivenCorrection, GivenPlace, GivenSpeaker } from '../curate/correct/given.js'
import { InvalidActError } from '../curate/errors.js'
import { builder } from '../schema/builder.js'
import { rowId } from './act.js'

const PlaceInput = builder.inputType('PlaceInput', {
  description: 'Words of a record: all that a remark says, or what stands between two offsets of the text.',
  fields: (t) => ({
    remark: t.id({ description: 'The id of a remark. Then nothing else is given.' }),
    start: t.int({ description: 'Offset of the first character, in UTF-16 units from 0.' }),
    end: t.int({ description: 'Offset after the last character, in UTF-16 units.' }),
    words: t.string({
      description: 'The words that you see there. If the record reads otherwise by now, nothing is changed.',
    }),
  }),
})

const SpeakerInput = builder.inputType('SpeakerInput', {
  description: 'Somebody who speaks. Give exactly one of the fields.',
  fields: (t) => ({
    person: t.id({ description: 'The id of a person of the archive.' }),
    name: t.string({ description: 'The name of a person, who is added if the meeting has nobody of that name.' }),
    organization: t.id({ description: 'The id of a body of the archive.' }),
    body: t.string({ description: 'The name of a body, which is added if the meeting has none of that name.' }),
    role: t.string({ description: 'A role of which the record does not say who holds it: "The Chair".' }),
  }),
})

const CorrectionInput = builder.inputType('CorrectionInput', {
  description: 'One correction of a record.',
  fields: (t) => ({
    at: t.field({ type: PlaceInput, required: true, description: 'The words that it is about.' }),
    speakers: t.field({
      type: [SpeakerInput],
      required: true,
      description:
        'Who says these words; several of them jointly. A part of a remark becomes a remark of its own, and so do words that were in none.',
    }),
  }),
})

export const CorrectInput = builder.inputType('CorrectInput', {
  description: 'What is corrected about a meeting, and why.',
  fields: (t) => ({
    meeting: t.string({ required: true, description: 'The slug of the meeting; former ones work too.' }),
    corrections: t.field({
      type: [CorrectionInput],
      required: true,
      description: 'The corrections, at most 500. All of them are made, or none.',
    }),
    seen: t.idList({
      description:
        'The ids of the corrections in force that you know of. One that is not among them and is about the same is not gone over: you are told of it, and nothing is changed.',
    }),
    reason: t.string({ required: true, description: 'Why, in a sentence; published in the feed.' }),
  }),
})

type Place = typeof PlaceInput.$inferInput
type Speaker = typeof SpeakerInput.$inferInput

/** A correction as the archive takes it. @throws InvalidActError */
export function givenCorrection({ at, speakers }: typeof CorrectionInput.$inferInput, path: string[]): GivenCorrection {
  if (speakers.length === 0) throw new InvalidActError([...path, 'speakers'], 'Give at least one.')
  return {
    kind: 'SPEAKER',
    at: givenPlace(at, [...path, 'at']),
    by: speakers.map((who, i) => givenSpeaker(who, [...path, 'speakers', String(i)])),
  }
}

function givenPlace({ remark, start, end, words }: Place, path: string[]): GivenPlace {
  if (remark != null && start == null && end == null) return { remark: rowId('Remark', remark, [...path, 'remark']) }
  if (remark != null || start == null || end == null)
    throw new InvalidActError(path, 'Give either "remark", or "start" and "end".')
  return { start, end, words: words ?? null }
}

function givenSpeaker(who: Speaker, path: string[]): GivenSpeaker {
  const given = Object.entries(who).filter(([, value]) => value != null)
  if (given.length !== 1)
    throw new InvalidActError(path, 'Give exactly one of "person", "name", "organization", "body" and "role".')
  if (who.person != null) return { person: rowId('Person', who.person, [...path, 'person']) }
  if (who.organization != null)
    return { organization: rowId('Organization', who.organization, [...path, 'organization']) }
  if (who.name != null) return { name: who.name }
  return who.body != null ? { body: who.body } : { role: who.role ?? '' }
}
