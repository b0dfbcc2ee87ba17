import { isStructuralHeading } from '../../english/structural-headings.js'
import { fold } from '../../names.js'
import { freshKey } from '../../people/fresh-key.js'
import type { MeetingRecord } from '../../record.js'

/** The themes of a record while it is being read. */
export interface Themes {
  readonly rows: MeetingRecord['themes']
  readonly byTitle: Map<string, string>
  readonly keys: Set<string>
}

export const noThemes = (): Themes => ({ rows: [], byTitle: new Map(), keys: new Set() })

/** The key of the theme that a heading names; the same heading is one theme, and a structural one is none. */
export const themeKey = (themes: Themes, heading: string): string | null => {
  if (isStructuralHeading(heading)) return null
  const known = themes.byTitle.get(fold(heading))
  if (known !== undefined) return known
  const key = freshKey(heading, themes.keys, 'theme')
  themes.keys.add(key)
  themes.rows.push({ key, title: heading })
  themes.byTitle.set(fold(heading), key)
  return key
}
