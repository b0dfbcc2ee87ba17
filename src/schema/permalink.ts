/** The URL of a meeting's reading page, or of one paragraph, remark or outcome on it. */
export function permalink(
  baseUrl: string,
  meetingSlug: string,
  part?: { kind: 'paragraph' | 'remark' | 'outcome'; id: string },
): string {
  const page = `${baseUrl}/meetings/${meetingSlug}`
  return part ? `${page}#${part.kind}-${part.id}` : page
}
