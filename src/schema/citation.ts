/** The parts of a citation, as printed in the record. */
export interface Cited {
  meeting: { title: string; date: Date | null; endDate: Date | null }
  /** The cited paragraph, or the paragraph of the cited remark. */
  paragraph: { number: string | null; position: number } | null
  /** The cited remark; its speaker is null if nobody is named. */
  remark?: { speaker: string | null; position: number }
  /** The cited outcome, with what its kind is called. */
  outcome?: { noun: string; position: number }
}

/**
 * A citation for print: `Mara Lind, in: Consultation on Harbour Dues, 2031-03-04, ¶ 12`. Paragraphs without a printed number, and
 * remarks and outcomes outside paragraphs, are counted from the start of the meeting.
 */
export function citation({ meeting, paragraph, remark, outcome }: Cited): string {
  const source = [
    meeting.title,
    dates(meeting),
    place(paragraph, outcome ?? { noun: 'remark', position: remark?.position }),
  ].join(', ')
  return remark ? `${remark.speaker ?? 'Unnamed speaker'}, in: ${source}` : source
}

function place(paragraph: Cited['paragraph'], other: { noun: string; position: number | undefined }) {
  if (paragraph) return paragraph.number ? `¶ ${paragraph.number}` : `paragraph ${paragraph.position}`
  return `${other.noun} ${other.position}`
}

function dates({ date, endDate }: Cited['meeting']) {
  if (!date) return 'undated'
  return endDate && endDate > date ? `${day(date)} to ${day(endDate)}` : day(date)
}

const day = (date: Date) => date.toISOString().slice(0, 10)
