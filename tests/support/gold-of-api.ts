/** Asks a GraphQL API for one meeting, page by page, and gives it back as a reading in the format of the gold files. */
export type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>

interface Page<Node> {
  nodes: Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
interface SpanData {
  start: number
  end: number
  pieces: { start: number; end: number }[]
}
interface PersonData {
  slug: string
  name: string
  printedNames: string[]
}
interface AttendanceData {
  position: number
  honorific: string | null
  nameAsPrinted: string
  person: PersonData
  affiliations: {
    title: string | null
    status: string
    note: string | null
    organization: { slug: string; name: string } | null
  }[]
}
interface ParagraphData {
  number: string
  heading: string | null
  span: SpanData
  section: { position: number } | null
  theme: { title: string } | null
}
interface RemarkData {
  __typename: string
  paragraph: { number: string } | null
  speaker: PersonData | null
  scope?: string
  span: SpanData
  text: string
  acts?: { verb: string }[]
}
interface PassageData {
  kind: string
  text: string
  span: SpanData
  paragraph: { number: string }
}
interface MentionData {
  kind: string
  person: PersonData | null
}

const span = 'span { start end pieces { start end } }'
const person = '{ slug name printedNames }'

const pageOf = {
  attendances: `attendances(first: 50, after: $after) { nodes { position honorific nameAsPrinted person ${person}
    affiliations { title status note organization { slug name } } } pageInfo { hasNextPage endCursor } }`,
  paragraphs: `paragraphs(first: 50, after: $after) { nodes { number heading ${span} section { position } theme { title } }
    pageInfo { hasNextPage endCursor } }`,
  remarks: `remarks(first: 50, after: $after) { nodes { __typename paragraph { number } speaker ${person} ${span} text
    ... on Statement { scope } ... on Response { acts { verb } } } pageInfo { hasNextPage endCursor } }`,
  unattributed: `unattributed(first: 50, after: $after) { nodes { kind text ${span} paragraph { number } }
    pageInfo { hasNextPage endCursor } }`,
  mentions: `mentions(first: 50, after: $after) { nodes { kind person ${person} } pageInfo { hasNextPage endCursor } }`,
}

async function all<Node>(ask: Ask, slug: string, list: keyof typeof pageOf): Promise<Node[]> {
  const found: Node[] = []
  for (let after: string | null = null; ; ) {
    const query = `query ($slug: String!, $after: String) { meeting(slug: $slug) { ${pageOf[list]} } }`
    const answer: { meeting: Record<string, Page<Node>> } = await ask<typeof answer>(query, { slug, after })
    const page: Page<Node> | undefined = answer.meeting[list]
    if (!page) throw new Error(`No ${list} came back`)
    found.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return found
    after = page.pageInfo.endCursor
  }
}

interface Head {
  meeting: {
    source: { fileName: string; sha256: string }
    sections: { position: number; heading: string; introduction: string | null }[]
  } & Record<string, unknown>
}

const head = `query ($slug: String!) { meeting(slug: $slug) { title date dateText dateCertainty startTime endTime venue
  source { fileName sha256 } sections { position heading introduction } } }`

export async function goldOfApi(ask: Ask, slug: string) {
  const {
    meeting: { source, sections, ...meeting },
  } = await ask<Head>(head, { slug })
  const attendances = await all<AttendanceData>(ask, slug, 'attendances')
  const paragraphs = await all<ParagraphData>(ask, slug, 'paragraphs')
  const remarks = await all<RemarkData>(ask, slug, 'remarks')
  const unattributed = await all<PassageData>(ask, slug, 'unattributed')
  const mentions = await all<MentionData>(ask, slug, 'mentions')

  const listed = new Map(attendances.map((a) => [a.person.slug, a.person]))
  const heard = remarks.flatMap((r) => (r.speaker ? [r.speaker] : []))
  const cited = mentions.flatMap((m) => (m.kind === 'CITED' && m.person ? [m.person] : []))
  const persons = new Map([...listed, ...[...heard, ...cited].map((p) => [p.slug, p] as const)])
  const organizations = new Map(
    attendances.flatMap((a) =>
      a.affiliations.flatMap(({ organization }) => (organization ? [[organization.slug, organization] as const] : [])),
    ),
  )
  const isCited = (slug: string) => !listed.has(slug) && !heard.some((p) => p.slug === slug)
  const numberOf = (row: { paragraph: { number: string } | null }) => row.paragraph?.number ?? null

  return {
    source: { file: source.fileName, sha256: source.sha256 },
    meeting,
    sections: sections.map(({ position, heading, introduction }) => ({
      position,
      title: heading,
      ...(introduction ? { intro: introduction } : {}),
    })),
    paragraphs: paragraphs.map((p) => ({
      number: p.number,
      section: p.section?.position ?? null,
      heading: p.heading,
      ...p.span,
    })),
    themes: paragraphs.flatMap((p) =>
      p.theme ? [{ title: p.theme.title, paragraph: p.number, section: p.section?.position ?? null }] : [],
    ),
    persons: [...persons.values()].map((p) => ({
      key: p.slug,
      name: p.name,
      kind: isCited(p.slug) ? 'CITED' : 'ATTENDEE',
      namesAsPrinted: p.printedNames,
    })),
    organizations: [...organizations.values()].map((o) => ({ key: o.slug, name: o.name })),
    attendances: attendances.map((a) => ({
      person: a.person.slug,
      order: a.position,
      honorific: a.honorific,
      nameAsPrinted: a.nameAsPrinted,
    })),
    affiliations: attendances.flatMap((a) =>
      a.affiliations.map(({ title, status, note, organization }) => ({
        person: a.person.slug,
        title,
        organization: organization?.slug ?? null,
        status,
        ...(note ? { note } : {}),
      })),
    ),
    attributions: remarks.flatMap((r) =>
      r.__typename === 'Statement' && r.speaker
        ? [{ paragraph: numberOf(r), person: r.speaker.slug, scope: r.scope }]
        : [],
    ),
    responses: remarks.flatMap((r) =>
      r.__typename === 'Response' && r.speaker
        ? [
            {
              paragraph: numberOf(r),
              person: r.speaker.slug,
              ...r.span,
              text: r.text,
              acts: (r.acts ?? []).map((a) => a.verb),
            },
          ]
        : [],
    ),
    unattributed: unattributed.map((u) => ({ paragraph: u.paragraph.number, kind: u.kind, text: u.text, ...u.span })),
  }
}
