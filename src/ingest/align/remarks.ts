import { bestFirst } from '@rapporteur/reader/people/best-first'
import { featuresOf, similarity } from '@rapporteur/reader/people/similarity'
import { alignInGroups } from './in-groups.js'
import { alignTexts } from './texts.js'

/** What a remark is known by when the record is read again. */
export interface AlignedRemark {
  /** The stored paragraph that it stands in or is aligned with. */
  group: string | null
  /** Who speaks: the id of the person or party, else the name or role as printed. */
  speaker: string
  text: string
}

/** As much as a like speaker counts beside the share of equal words; also the least that makes a pair. */
const sameSpeaker = 0.5

/** Up to this many pairs of one paragraph are all compared. */
const mostPairs = 40_000

/** Which remark is which (index in `after` → index in `before`), whatever its kind: by words, then by speaker. */
export const alignRemarks = (before: readonly AlignedRemark[], after: readonly AlignedRemark[]): Map<number, number> =>
  alignInGroups(before, after, alignInParagraph, alignAnywhere)

function alignInParagraph(before: readonly AlignedRemark[], after: readonly AlignedRemark[]): Map<number, number> {
  if (before.length * after.length > mostPairs) return alignAnywhere(before, after)
  const known = before.map(({ text }) => featuresOf(text))
  return bestFirst(
    after.flatMap((remark, a) => {
      const features = featuresOf(remark.text)
      return known
        .map((other, b) => ({
          after: a,
          before: b,
          score: similarity(features, other) + (before[b]?.speaker === remark.speaker ? sameSpeaker : 0),
        }))
        .filter(({ score }) => score >= sameSpeaker)
    }),
  )
}

const alignAnywhere = (before: readonly AlignedRemark[], after: readonly AlignedRemark[]): Map<number, number> => {
  const texts = (remarks: readonly AlignedRemark[]) =>
    remarks.map(({ speaker, text }) => ({ text, speaker, label: null }))
  return alignTexts(texts(before), texts(after))
}
