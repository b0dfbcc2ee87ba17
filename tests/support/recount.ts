import type { PrismaClient } from '../../src/generated/prisma/client.js'

/** A filter of remarks, with slugs only. */
export interface PlainFilter {
  kind?: string[]
  attribution?: string[]
  series?: string[]
  meeting?: string[]
  theme?: string[]
  person?: string[]
  organization?: string[]
  date?: { from?: string; to?: string }
  language?: string[]
  text?: string
}

/** All remarks with all that filters and statistics look at. */
export const allRemarks = (prisma: PrismaClient) =>
  prisma.remark.findMany({
    include: {
      utterance: true,
      meeting: { include: { series: true } },
      theme: true,
      speaker: true,
      affiliations: { where: { counted: true }, include: { organization: true } },
      targets: { include: { target: { include: { speaker: true } } } },
    },
  })

export type PlainRemark = Awaited<ReturnType<typeof allRemarks>>[number]

const day = (date: Date | null) => date?.toISOString().slice(0, 10)

/** Whether a remark fits, said once more without SQL. */
export function fits(remark: PlainRemark, filter: PlainFilter): boolean {
  const { meeting, utterance } = remark
  const among = (values: string[] | undefined, value: string | undefined) =>
    values === undefined || (value !== undefined && values.includes(value))
  const within = ({ from, to }: { from?: string; to?: string }) => {
    const start = day(meeting.date)
    const end = day(meeting.endDate) ?? start
    if (from === undefined && to === undefined) return true
    return start !== undefined && (to === undefined || start <= to) && (from === undefined || (end ?? start) >= from)
  }
  const language = utterance.language?.toLowerCase()
  return (
    among(filter.kind, remark.kind) &&
    among(filter.attribution, remark.attribution) &&
    among(filter.series, meeting.series?.slug) &&
    among(filter.meeting, meeting.slug) &&
    among(filter.theme, remark.theme?.slug) &&
    among(filter.person, remark.speaker?.slug) &&
    (!filter.organization ||
      remark.affiliations.some(({ organization }) => among(filter.organization, organization?.slug))) &&
    (!filter.date || within(filter.date)) &&
    (!filter.language || filter.language.some((range) => language === range || language?.startsWith(`${range}-`))) &&
    utterance.text.toLowerCase().includes(filter.text?.toLowerCase() ?? '')
  )
}

/** The statistics of remarks as the API gives them, its lists whole, counted in memory. */
export function recount(remarks: readonly PlainRemark[]) {
  const different = (of: (remark: PlainRemark) => string | null) =>
    new Set(remarks.map(of).filter((value) => value !== null)).size
  return {
    meetings: different(({ meetingId }) => meetingId),
    paragraphs: different(({ paragraphId }) => paragraphId),
    remarks: remarks.length,
    utterances: different(({ utteranceId }) => utteranceId),
    responses: remarks.filter(({ kind }) => kind === 'RESPONSE').length,
    people: different(({ speakerId }) => speakerId),
    organizations: new Set(remarks.flatMap((remark) => bodies(remark).filter((slug) => slug !== null))).size,
    themes: different(({ themeId }) => themeId),
    byTheme: grouped(remarks, ({ theme }) => (theme ? [theme.slug] : [])).map(([slug, of]) => ({
      theme: { slug },
      ...sizes(of),
    })),
    byPerson: grouped(remarks, ({ speaker }) => (speaker ? [speaker.slug] : [])).map(([slug, of]) => ({
      person: { slug },
      remarks: of.length,
      responses: of.filter(({ kind }) => kind === 'RESPONSE').length,
    })),
    byOrganization: grouped(remarks, bodies).map(([slug, of]) => ({ organization: slug && { slug }, ...sizes(of) })),
    byYear: grouped(remarks, ({ meeting }) => [meeting.date?.getUTCFullYear() ?? null]).map(([year, of]) => ({
      year,
      ...sizes(of),
    })),
    exchanges: grouped(remarks, answered).map(([pair, of]) => {
      const [from, to] = pair.split(' ')
      return { from: { slug: from }, to: { slug: to }, responses: of.length }
    }),
  }
}

const sizes = (remarks: readonly PlainRemark[]) => ({
  remarks: remarks.length,
  utterances: new Set(remarks.map(({ utteranceId }) => utteranceId)).size,
})

const bodies = ({ affiliations }: PlainRemark): (string | null)[] =>
  affiliations.length > 0 ? affiliations.map(({ organization }) => organization?.slug ?? null) : [null]

const answered = ({ speaker, targets }: PlainRemark): string[] =>
  targets.flatMap(({ target }) => (speaker && target.speaker ? [`${speaker.slug} ${target.speaker.slug}`] : []))

function grouped<Key>(remarks: readonly PlainRemark[], keys: (remark: PlainRemark) => Key[]): [Key, PlainRemark[]][] {
  const groups = new Map<Key, PlainRemark[]>()
  for (const remark of remarks)
    for (const key of new Set(keys(remark))) groups.set(key, [...(groups.get(key) ?? []), remark])
  return [...groups]
}
