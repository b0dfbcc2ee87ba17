import { type Finding, finding } from '../../findings.js'
import type { Outline } from './outline.js'

/** Numbers that are printed twice in one section, and paragraphs that were put together again. */
export const paragraphFindings = (source: string, outline: Outline): Finding[] => {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { marker, lines, cuts, section } of outline.paragraphs) {
    const [first] = lines
    const id = `${section} ${marker?.number}`
    if (marker && first && seen.has(id))
      findings.push(
        finding('DUPLICATE_NUMBER', `The number ${marker.number} is printed for more than one paragraph.`, [
          [marker.start, marker.end],
        ]),
      )
    seen.add(id)
    for (const cut of cuts) {
      const name = marker
        ? `Paragraph ${marker.number}`
        : `“${source.slice(first?.start ?? 0, (first?.start ?? 0) + 20)}…”`
      findings.push(finding('PAGE_BREAK_JOINED', `${name} goes on after a break.`, [[cut.start, cut.end]]))
    }
  }
  return findings
}
