const honorific = /^(?:(?:mr|ms|mrs|miss|mx|prof|dr|amb|sir|president|h\.?e)[.:]? )+/

/** NFKC, white space collapsed, case folded; null for what is absent or empty. */
export function normalForm(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = String(value).normalize('NFKC').replace(/\s+/gu, ' ').trim()
  return text === '' ? null : text.toUpperCase().toLowerCase()
}

export const withoutHonorific = (name: string | null | undefined) => normalForm(name)?.replace(honorific, '') ?? null

/** "Former Staff" is the title "Staff", and "Clerk (from March)" is "Clerk": the status says the rest. */
export const jobTitle = (title: string | null | undefined) =>
  normalForm(
    normalForm(title)
      ?.replace(/^(?:former|ex)[ -](?=\S)/, '')
      .replace(/ ?\((?:from|since|until|as of) [^()]*\)$/, ''),
  )

/** "The Chairman:" and "Chairman" are one role. */
export const roleName = (role: string | null | undefined) =>
  normalForm(
    normalForm(role)
      ?.replace(/^the /, '')
      .replace(/[:.]+$/, ''),
  )

export const honorificName = (value: string | null | undefined) => normalForm(value)?.replace(/[.:]$/, '') ?? null

const withoutSeconds = (value: string | null | undefined) =>
  normalForm(value)?.replace(/^(\d\d:\d\d):00$/, '$1') ?? null

/** A field of the meeting as it is compared: the title is the meeting's, not the document's; times have no seconds. */
export function meetingField(field: string, value: string | null | undefined): string | null {
  if (field === 'title') return normalForm(value)?.replace(/^summary of the /, '') ?? null
  return field === 'startTime' || field === 'endTime' ? withoutSeconds(value) : normalForm(value)
}
