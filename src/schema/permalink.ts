/** The URL of a meeting's reading page, or of one paragraph or remark on it. */
export function permalink(
  baseUrl: string,
  meetingSlug: string,
  part?: { kind: 'paragraph' | 'remark'; id: string },
): string {
  const page = `${baseUrl}/meetings/${meetingSlug}`
  return part ? `${page}#${part.kind}-${part.id}` : page
}
