const honorific = /^(?:(?:mr|ms|mrs|miss|mx|prof|dr|amb|sir|president|h\.?e)[.:]? )+/

/** NFKC with white space collapsed and case folded; null if absent or empty. */
export function normalForm(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = String(value).normalize('NFKC').replace(/\s+/gu, ' ').trim()
  return text === '' ? null : text.toUpperCase().toLowerCase()
}

export const withoutHonorific = (name: string | null | undefined) => normalForm(name)?.replace(honorific, '') ?? null

/** "Former Staff" becomes "Staff" and "Clerk (from March)" becomes "Clerk": the status expresses the rest. */
export const jobTitle = (title: string | null | undefined) =>
  normalForm(
    normalForm(title)
      ?.replace(/^(?:former|ex)[ -](?=\S)/, '')
      .replace(/ ?\((?:from|since|until|as of) [^()]*\)$/, ''),
  )

/** "The Chairman:" and "Chairman" are the same role. */
export const roleName = (role: string | null | undefined) =>
  normalForm(
    normalForm(role)
      ?.replace(/^the /, '')
      .replace(/[:.]+$/, ''),
  )

export const honorificName = (value: string | null | undefined) => normalForm(value)?.replace(/[.:]$/, '') ?? null

const withoutSeconds = (value: string | null | undefined) =>
  normalForm(value)?.replace(/^(\d\d:\d\d):00$/, '$1') ?? null

/** A field of the meeting in comparable form: a title without "Summary of the", times without seconds. */
export function meetingField(field: string, value: string | null | undefined): string | null {
  if (field === 'title') return normalForm(value)?.replace(/^summary of the /, '') ?? null
  return field === 'startTime' || field === 'endTime' ? withoutSeconds(value) : normalForm(value)
}
