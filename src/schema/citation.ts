/** The parts of a citation, as printed in the record. */
export interface Cited {
  meeting: { title: string; date: Date | null; endDate: Date | null }
  /** The cited paragraph, or the paragraph of the cited remark. */
  paragraph: { number: string | null; position: number } | null
  /** The cited remark; its speaker is null if nobody is named. */
  remark?: { speaker: string | null; position: number }
}

/**
 * A citation for print: `Mara Lind, in: Consultation on Harbour Dues, 2031-03-04, ¶ 12`. Paragraphs without a printed number, and
 * remarks outside paragraphs, are counted from the start of the meeting.
 */
export function citation({ meeting, paragraph, remark }: Cited): string {
  const source = [meeting.title, dates(meeting), place(paragraph, remark)].join(', ')
  return remark ? `${remark.speaker ?? 'Unnamed speaker'}, in: ${source}` : source
}

function place(paragraph: Cited['paragraph'], remark: Cited['remark']) {
  if (paragraph) return paragraph.number ? `¶ ${paragraph.number}` : `paragraph ${paragraph.position}`
  return `remark ${remark?.position}`
}

function dates({ date, endDate }: Cited['meeting']) {
  if (!date) return 'undated'
  return endDate && endDate > date ? `${day(date)} to ${day(endDate)}` : day(date)
}

const day = (date: Date) => date.toISOString().slice(0, 10)
