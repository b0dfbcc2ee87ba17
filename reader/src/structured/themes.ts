import { isStructuralHeading } from '../english/structural-headings.js'
import { fold } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { keyMaker } from '../slug.js'
import type { HeadedSection } from './body.js'

/** Headings of the order of business of parliaments: they say what kind of business it is, and not what it is about. */
const business: ReadonlySet<string> = new Set(
  (
    'prayers|papers|papers laid|notice of motion|notices of motion|notices of motions|motion|motions|bill|bills|quorum|' +
    'division|divisions|questions|question time|oral answers|oral answers to questions|written answers|' +
    'written answers to questions|statements|ministerial statements|members statements|personal statements|' +
    'points of order|point of order|petitions|announcements|tablings|committee reports|communication from the chair|' +
    'communications from the chair|corrections|orders of the day|business|business of the house|order of business'
  ).split('|'),
)

/** Elements that are procedure, whatever their heading says (Akoma Ntoso 1.0, 5.5). */
const procedure: ReadonlySet<string> = new Set(['adjournment', 'prayers', 'rollCall', 'administrationOfOath'])

/** Whether a heading names kinds of business and nothing else ("Petitions and announcements"). */
const isBusiness = (heading: string): boolean =>
  business.has(fold(heading)) ||
  heading.split(/[,;&]|\band\b/i).every((part) => fold(part) === '' || business.has(fold(part)))

/** A heading longer than this lists several subjects, and nobody would look for it by its words. */
const longest = 500

const isSubject = ({ element, heading }: HeadedSection): boolean =>
  heading.length <= longest && !procedure.has(element.name) && !isStructuralHeading(heading) && !isBusiness(heading)

export interface Themes {
  readonly rows: MeetingRecord['themes']
  /** The theme of what stands in each section, by index: its own heading, or the nearest around it that names a subject. */
  readonly ofSection: readonly (string | null)[]
}

export const themesOf = (sections: readonly HeadedSection[]): Themes => {
  const keyOf = keyMaker('theme')
  const known = new Map<string, { key: string; title: string }>()
  // The only outermost section, with others in it, is around the whole record.
  const isWrapped = sections.filter(({ level }) => level === 1).length === 1 && sections.length > 1
  const ofSection: (string | null)[] = []
  for (const [i, section] of sections.entries()) {
    const { heading, parent } = section
    const name = fold(heading)
    if ((i === 0 && isWrapped) || name === '' || !isSubject(section)) {
      ofSection.push(parent === null ? null : (ofSection[parent] ?? null))
      continue
    }
    const theme = known.get(name) ?? { key: keyOf(heading), title: heading }
    known.set(name, theme)
    ofSection.push(theme.key)
  }
  return { rows: [...known.values()], ofSection }
}
