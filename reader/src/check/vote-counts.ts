import { type Finding, finding } from '../findings.js'
import type { MeetingRecord } from '../record.js'

/** Votes whose number is printed and is another than that of the voters who are printed. Both stand, for nobody knows which is wrong. */
export const countsContradicted = ({ voteEvents, votes }: Pick<MeetingRecord, 'voteEvents' | 'votes'>): Finding[] =>
  voteEvents.flatMap(({ position, counts, pieces }) =>
    counts.flatMap(({ option, optionAsPrinted, count }) => {
      const own = votes.filter(
        (vote) =>
          vote.voteEvent === position &&
          vote.option === option &&
          (option !== 'OTHER' || vote.optionAsPrinted === optionAsPrinted),
      )
      if (own.length === 0 || own.length === count) return []
      const choice = optionAsPrinted ?? option.toLowerCase().replace('_', ' ')
      const message = `The record counts ${count} votes “${choice}”, and names ${own.length} who voted so.`
      return [finding('COUNT_CONTRADICTED', message, pieces)]
    }),
  )
