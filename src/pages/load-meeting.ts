import type { Database } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'

export interface ReadSection {
  id: string
  level: number
  heading: string
  introduction: string | null
}

export interface ReadRemark {
  id: string
  kind: 'STATEMENT' | 'RESPONSE'
  /** In the source's text, as the paragraph's. */
  pieces: number[]
  speaker: string
  organization: string | null
}

export interface ReadParagraph {
  id: string
  number: string | null
  text: string
  /** Starts and ends, in the source's text; `text` is these pieces joined by one space. */
  pieces: number[]
  sectionId: string | null
  remarks: ReadRemark[]
  /** What the record gives to nobody: in the source's text, as the paragraph's. */
  unattributed: { pieces: number[] }[]
}

export interface ReadMeeting {
  slug: string
  title: string
  language: string | null
  date: Date | null
  endDate: Date | null
  dateText: string | null
  startTime: string | null
  endTime: string | null
  venue: string | null
  sections: ReadSection[]
  paragraphs: ReadParagraph[]
}

/** What the reading page shows of the meeting that a slug, current or former, leads to; null when it leads to none. */
export async function loadMeeting({ prisma }: Database, slug: string): Promise<ReadMeeting | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null
  const found = await prisma.slug.findUnique({
    where: { kind_text: { kind: 'MEETING', text: slug } },
    select: { meeting: { select: shownOfMeeting } },
  })
  if (!found?.meeting) return null
  return { ...found.meeting, paragraphs: found.meeting.paragraphs.map(readParagraph) }
}

const shownOfRemark = {
  id: true,
  kind: true,
  speakerAsPrinted: true,
  speakerRole: true,
  speaker: { select: { name: true } },
  party: { select: { name: true } },
  organization: { select: { name: true } },
  utterance: { select: { pieces: true } },
} satisfies Prisma.RemarkSelect

const shownOfMeeting = {
  slug: true,
  title: true,
  language: true,
  date: true,
  endDate: true,
  dateText: true,
  startTime: true,
  endTime: true,
  venue: true,
  sections: {
    select: { id: true, level: true, heading: true, introduction: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  },
  paragraphs: {
    select: {
      id: true,
      number: true,
      text: true,
      pieces: true,
      sectionId: true,
      unattributed: { select: { pieces: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      remarks: { select: shownOfRemark, orderBy: [{ sortKey: 'asc' }, { id: 'asc' }] },
    },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.MeetingSelect

type Loaded = Omit<ReadParagraph, 'remarks'> & { remarks: LoadedRemark[] }

interface LoadedRemark {
  id: string
  kind: 'STATEMENT' | 'RESPONSE'
  speakerAsPrinted: string | null
  speakerRole: string | null
  speaker: { name: string } | null
  party: { name: string } | null
  organization: { name: string } | null
  utterance: { pieces: number[] }
}

const readParagraph = (paragraph: Loaded): ReadParagraph => ({
  ...paragraph,
  remarks: paragraph.remarks.map(({ id, kind, utterance, organization, ...who }) => {
    const speaker = speakerOf(who)
    return {
      id,
      kind,
      pieces: utterance.pieces,
      speaker,
      organization: organization && organization.name !== speaker ? organization.name : null,
    }
  }),
})

const speakerOf = ({
  speaker,
  party,
  speakerRole,
  speakerAsPrinted,
}: Omit<LoadedRemark, 'id' | 'kind' | 'utterance' | 'organization'>) =>
  speaker?.name ?? party?.name ?? speakerRole ?? speakerAsPrinted ?? 'somebody whom the record does not name'
