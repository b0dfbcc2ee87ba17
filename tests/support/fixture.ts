import type { Prisma, PrismaClient } from '../../src/generated/prisma/client.js'
import { outcomeRows } from './fixture-outcomes.js'

/**
 * An invented archive, row by row, so that each kind of row is there and each value is known: a council's consultation of
 * 2031 (joint statements, a party among the raisers, responses inside, a role, a passage without a name, a number printed
 * twice, somebody cited), one of 2032 over three days (a speaker who has moved, a theme with 45 remarks), and an undated
 * transcript without paragraphs. Somebody was merged, and has a former slug.
 */
export async function insertArchive(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction([
    prisma.sourceDocument.createMany({ data: documents }),
    prisma.series.createMany({ data: [{ id: id.series, slug: 'harbour-council', title: 'Harbour Council' }] }),
    prisma.meeting.createMany({ data: meetings }),
    prisma.section.createMany({ data: sections }),
    prisma.theme.createMany({ data: themes }),
    prisma.organization.createMany({ data: organizations }),
    prisma.person.createMany({ data: people }),
    prisma.slug.createMany({ data: slugs }),
    prisma.paragraph.createMany({ data: paragraphs }),
    prisma.utterance.createMany({ data: utterances }),
    prisma.attendance.createMany({ data: attendances }),
    prisma.affiliation.createMany({ data: affiliations }),
    prisma.affiliationStatement.createMany({ data: affiliationStatements }),
    prisma.remark.createMany({ data: remarks }),
    prisma.remarkAffiliation.createMany({ data: remarkAffiliations }),
    prisma.remarkOnBehalfOf.createMany({
      data: [{ remarkId: id.chairReply, position: 1, organizationId: id.authority, organizationReadId: id.authority }],
    }),
    prisma.response.createMany({ data: responses }),
    prisma.responseAct.createMany({ data: acts }),
    prisma.responseTarget.createMany({ data: targets }),
    prisma.unattributedPassage.createMany({ data: passages }),
    prisma.mention.createMany({ data: mentions }),
    prisma.outcome.createMany({ data: outcome.outcomes }),
    prisma.decision.createMany({ data: outcome.decisions }),
    prisma.motion.createMany({ data: outcome.motions }),
    prisma.voteEvent.createMany({ data: outcome.voteEvents }),
    prisma.actionItem.createMany({ data: outcome.actionItems }),
    prisma.outcomeParty.createMany({ data: outcome.parties }),
    prisma.voteCount.createMany({ data: outcome.voteCounts }),
    prisma.vote.createMany({ data: outcome.votes }),
    prisma.finding.createMany({ data: findings }),
    prisma.correction.createMany({ data: corrections }),
    prisma.merge.createMany({ data: merges }),
    prisma.change.createMany({ data: changes }),
    prisma.themeMeeting.createMany({ data: themeMeetings }),
    prisma.themeSpeaker.createMany({ data: themeSpeakers }),
    prisma.personMeeting.createMany({ data: personMeetings }),
    prisma.organizationPerson.createMany({ data: organizationPeople }),
    prisma.organizationMeeting.createMany({ data: organizationMeetings }),
    ...counted.map((statement) => prisma.$executeRawUnsafe(statement)),
  ])
}

/** What the writer keeps of each meeting for statistics. */
const counted = [
  `INSERT INTO "MeetingCount" SELECT "meetingId", count(*), count(DISTINCT "utteranceId"), count(*) FILTER (WHERE "kind" = 'RESPONSE'),
    count(DISTINCT "paragraphId"), count(*) FILTER (WHERE "organizationId" IS NULL),
    count(DISTINCT "utteranceId") FILTER (WHERE "organizationId" IS NULL) FROM "Remark" GROUP BY 1`,
  `INSERT INTO "MeetingExchange" SELECT r."meetingId", r."speakerId", t."speakerId", count(DISTINCT r."id") FROM "ResponseTarget" AS x
    JOIN "Remark" AS r ON r."id" = x."responseId" JOIN "Remark" AS t ON t."id" = x."targetId"
    WHERE r."speakerId" IS NOT NULL AND t."speakerId" IS NOT NULL GROUP BY 1, 2, 3`,
  `UPDATE "PersonMeeting" AS p SET ("remarks", "responses") = (SELECT count(*), count(*) FILTER (WHERE r."kind" = 'RESPONSE')
    FROM "Remark" AS r WHERE r."meetingId" = p."meetingId" AND r."speakerId" = p."personId")`,
  `UPDATE "ThemeMeeting" AS t SET ("remarks", "utterances") = (SELECT count(*), count(DISTINCT r."utteranceId")
    FROM "Remark" AS r WHERE r."meetingId" = t."meetingId" AND r."themeId" = t."themeId")`,
]

let made = 0
const uuid = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`

/** The uuids of the rows that tests name. */
export const id = {
  document2031: uuid(),
  document2032: uuid(),
  transcript: uuid(),
  series: uuid(),
  meeting2031: uuid(),
  meeting2032: uuid(),
  undated: uuid(),
  opening: uuid(),
  discussion: uuid(),
  dues: uuid(),
  fairness: uuid(),
  night: uuid(),
  dredging: uuid(),
  authority: uuid(),
  court: uuid(),
  institute: uuid(),
  norland: uuid(),
  lind: uuid(),
  lindt: uuid(),
  okoro: uuid(),
  valdez: uuid(),
  brandt: uuid(),
  novak: uuid(),
  fairnessParagraph: uuid(),
  nightParagraph: uuid(),
  firstThree: uuid(),
  secondThree: uuid(),
  laterFairness: uuid(),
  dredgingParagraph: uuid(),
  jointWords: uuid(),
  valdezWords: uuid(),
  nightWords: uuid(),
  chairWords: uuid(),
  laterWords: uuid(),
  turnWords: uuid(),
  anonymousWords: uuid(),
  lindStatement: uuid(),
  okoroStatement: uuid(),
  norlandStatement: uuid(),
  valdezResponse: uuid(),
  brandtStatement: uuid(),
  chairReply: uuid(),
  laterStatement: uuid(),
  turn: uuid(),
  anonymousTurn: uuid(),
  director: uuid(),
  harbourMaster: uuid(),
  fellow: uuid(),
  judge: uuid(),
  seniorFellow: uuid(),
  economist: uuid(),
  lindAttends: uuid(),
  okoroAttends: uuid(),
  valdezAttends: uuid(),
  lindAttendsAgain: uuid(),
  capPassage: uuid(),
  novakMention: uuid(),
  yearFinding: uuid(),
  speakerFinding: uuid(),
  mergeChange: uuid(),
  correction: uuid(),
  merge: uuid(),
} as const

const text2031 = `Consultation on Harbour Dues
Monday 4 March
Opening
The consultation was opened at 09:30.
Discussion
1 Fairness of dues (Mara Lind, Tomas Okoro, Norland): The raisers asked whether 100% of small boats pay too much. One participant suggested a yearly cap. Ms. Valdez answered that the tariff is under review. She agreed that a cap helps.
2 Night traffic (Olaf Brandt): Ferries should slow down after ten, as Novak wrote. The Chair noted the point for the Port Authority.
3 The tariff was tabled.
Dues
3 The tariff was read again.
Annex
Ms. Mara Lind, Director, Port Authority; Harbour Master, Port Authority
Tomas Okoro, Former Judge, Maritime Court; Senior Fellow (from April), Harbour Institute
Dr. Ines Valdez, Economist, Harbour Institute
`
const sentences = Array.from({ length: 45 }, (_, i) => `Dredging sentence ${i + 1}.`)
const text2032 = `Second Consultation
10 to 12 May 2032
1 Fairness of dues (M. Lind): The dues are fairer now.
2 Dredging costs: ${sentences.join(' ')}
Mara Lind, Fellow, Harbour Institute
`
const textUndated = `A talk at the quay
MARA LIND: The dues were unfair then.
???: Hear, hear.
`

/** `[start, end, …]` of these words in a text, each searched behind the one before. */
function at(text: string, ...words: string[]): number[] {
  let from = 0
  return words.flatMap((word) => {
    const start = text.indexOf(word, from)
    if (start < 0) throw new Error(`The fixture's text lacks: ${word}`)
    from = start + word.length
    return [start, from]
  })
}

const day = (text: string) => new Date(`${text}T00:00:00.000Z`)

/** As `sort_key` of the migration. */
const sortKey = (date: string | null, sequence: number, place = 0) => {
  const days = date
    ? Math.round((day(date).getTime() - new Date('0001-01-01T00:00:00.000Z').getTime()) / 86_400_000)
    : 0
  return (BigInt(3652059 - days) << 41n) + (BigInt(sequence) << 18n) + BigInt(place)
}
const key2031 = (place = 0) => sortKey('2031-03-04', 1, place)
const key2032 = (place = 0) => sortKey('2032-05-10', 2, place)
const keyUndated = (place = 0) => sortKey(null, 3, place)

const document = (documentId: string, fileName: string, digit: string, text: string) => ({
  id: documentId,
  fileName,
  mediaType: 'text/plain',
  sha256: digit.repeat(64),
  bytes: Buffer.from(text),
  text,
  readerVersion: '1',
  format: 'summary',
  formatVersion: '1',
  ingestedAt: new Date('2033-01-02T03:04:05.006Z'),
})
const documents: Prisma.SourceDocumentCreateManyInput[] = [
  document(id.document2031, 'dues.txt', 'a', text2031),
  document(id.document2032, 'second.txt', 'b', text2032),
  document(id.transcript, 'quay.txt', 'c', textUndated),
]

const meetings: Prisma.MeetingCreateManyInput[] = [
  {
    id: id.meeting2031,
    sequence: 1,
    slug: 'consultation-on-harbour-dues-2031-03-04',
    title: 'Consultation on Harbour Dues',
    seriesId: id.series,
    sourceId: id.document2031,
    date: day('2031-03-04'),
    dateText: 'Monday 4 March',
    dateCertainty: 'INFERRED_YEAR',
    startTime: '09:30',
    venue: 'Customs House',
    language: 'en-GB',
    sortKey: key2031(),
  },
  {
    id: id.meeting2032,
    sequence: 2,
    slug: 'second-consultation-2032-05-10',
    title: 'Second Consultation',
    seriesId: id.series,
    sourceId: id.document2032,
    date: day('2032-05-10'),
    endDate: day('2032-05-12'),
    dateText: '10 to 12 May 2032',
    dateCertainty: 'EXACT',
    language: 'en',
    sortKey: key2032(),
  },
  {
    id: id.undated,
    sequence: 3,
    slug: 'a-talk-at-the-quay',
    title: 'A talk at the quay',
    seriesId: id.series,
    sourceId: id.transcript,
    dateCertainty: 'UNKNOWN',
    sortKey: keyUndated(),
  },
]

const sections: Prisma.SectionCreateManyInput[] = [
  {
    id: id.opening,
    meetingId: id.meeting2031,
    position: 1,
    level: 1,
    heading: 'Opening',
    introduction: 'The consultation was opened at 09:30.',
    pieces: at(text2031, 'Opening\nThe consultation was opened at 09:30.'),
  },
  {
    id: id.discussion,
    meetingId: id.meeting2031,
    position: 2,
    level: 1,
    heading: 'Discussion',
    pieces: at(text2031, 'Discussion'),
  },
  {
    id: id.dues,
    meetingId: id.meeting2031,
    parentId: id.discussion,
    position: 3,
    level: 2,
    heading: 'Dues',
    pieces: at(text2031, 'Dues\n3').map((offset, i) => (i === 1 ? offset - 2 : offset)),
  },
]

const themes: Prisma.ThemeCreateManyInput[] = [
  {
    id: id.fairness,
    slug: 'fairness-of-dues',
    title: 'Fairness of dues',
    sortTitle: 'fairness of dues',
    seriesId: id.series,
    remarkTotal: 6,
  },
  {
    id: id.night,
    slug: 'night-traffic',
    title: 'Night traffic',
    sortTitle: 'night traffic',
    seriesId: id.series,
    remarkTotal: 2,
  },
  {
    id: id.dredging,
    slug: 'dredging-costs',
    title: 'Dredging costs',
    sortTitle: 'dredging costs',
    seriesId: id.series,
    remarkTotal: 45,
  },
]

const organization = (organizationId: string, slug: string, name: string, rest: object = {}) => ({
  id: organizationId,
  slug,
  name,
  sortName: name.toLowerCase(),
  nameKey: name.toLowerCase(),
  aliases: [],
  ...rest,
})
const organizations: Prisma.OrganizationCreateManyInput[] = [
  organization(id.authority, 'port-authority', 'Port Authority', { aliases: ['PA'], remarkTotal: 1 }),
  organization(id.court, 'maritime-court', 'Maritime Court'),
  organization(id.institute, 'harbour-institute', 'Harbour Institute', { parentId: id.authority, remarkTotal: 2 }),
  organization(id.norland, 'norland', 'Norland', { remarkTotal: 1 }),
]

const person = (personId: string, slug: string, name: string, sortName: string, rest: object = {}) => ({
  id: personId,
  slug,
  name,
  sortName,
  nameKey: name.toLowerCase(),
  printedNames: [name],
  ...rest,
})
const people: Prisma.PersonCreateManyInput[] = [
  person(id.lind, 'mara-lind', 'Mara Lind', 'lind mara', {
    organizationId: id.institute,
    printedNames: ['Mara Lind', 'M. Lind', 'MARA LIND'],
    remarkTotal: 3,
  }),
  person(id.lindt, 'm-lindt', 'M. Lindt', 'lindt m', { mergedIntoId: id.lind }),
  person(id.okoro, 'tomas-okoro', 'Tomas Okoro', 'okoro tomas', { organizationId: id.institute, remarkTotal: 46 }),
  person(id.valdez, 'ines-valdez', 'Inés Valdez', 'valdez ines', { organizationId: id.institute, remarkTotal: 1 }),
  person(id.brandt, 'olaf-brandt', 'Olaf Brandt', 'brandt olaf', { remarkTotal: 1 }),
  person(id.novak, 'novak', 'Novak', 'novak', { onlyCited: true }),
]

const slugs: Prisma.SlugCreateManyInput[] = [
  { kind: 'SERIES', text: 'harbour-council', ownerId: id.series, seriesId: id.series },
  ...meetings.map(({ id: meetingId = '', slug }) => ({
    kind: 'MEETING' as const,
    text: slug,
    ownerId: meetingId,
    meetingId,
  })),
  ...themes.map(({ id: themeId = '', slug }) => ({ kind: 'THEME' as const, text: slug, ownerId: themeId, themeId })),
  { kind: 'THEME', text: 'fair-dues', ownerId: id.fairness, themeId: id.fairness },
  ...organizations.map(({ id: organizationId = '', slug }) => ({
    kind: 'ORGANIZATION' as const,
    text: slug,
    ownerId: organizationId,
    organizationId,
  })),
  ...people.map(({ id: ownerId = '', slug, mergedIntoId }) => ({
    kind: 'PERSON' as const,
    text: slug,
    ownerId,
    personId: mergedIntoId ?? ownerId,
  })),
  { kind: 'PERSON', text: 'nobody-any-more', ownerId: uuid() },
]

const paragraph = (paragraphId: string, position: number, number: string, words: string, rest: object) => ({
  id: paragraphId,
  meetingId: id.meeting2031,
  position,
  number,
  text: words,
  pieces: at(text2031, words),
  sortKey: key2031(position),
  ...rest,
})
const jointPieces = at(
  text2031,
  'The raisers asked whether 100% of small boats pay too much. One participant suggested a yearly cap.',
)
const paragraphs: Prisma.ParagraphCreateManyInput[] = [
  paragraph(
    id.fairnessParagraph,
    1,
    '1',
    'Fairness of dues (Mara Lind, Tomas Okoro, Norland): The raisers asked whether 100% of small boats pay too much. One participant suggested a yearly cap. Ms. Valdez answered that the tariff is under review. She agreed that a cap helps.',
    { heading: 'Fairness of dues', sectionId: id.discussion, themeId: id.fairness, themeReadId: id.fairness },
  ),
  paragraph(
    id.nightParagraph,
    2,
    '2',
    'Night traffic (Olaf Brandt): Ferries should slow down after ten, as Novak wrote. The Chair noted the point for the Port Authority.',
    { heading: 'Night traffic', sectionId: id.discussion, themeId: id.night, themeReadId: id.night },
  ),
  paragraph(id.firstThree, 3, '3', 'The tariff was tabled.', { sectionId: id.discussion }),
  paragraph(id.secondThree, 4, '3', 'The tariff was read again.', { sectionId: id.dues }),
  {
    id: id.laterFairness,
    meetingId: id.meeting2032,
    position: 1,
    number: '1',
    heading: 'Fairness of dues',
    text: 'Fairness of dues (M. Lind): The dues are fairer now.',
    pieces: at(text2032, 'Fairness of dues (M. Lind): The dues are fairer now.'),
    sortKey: key2032(1),
    themeId: id.fairness,
    themeReadId: id.fairness,
  },
  {
    id: id.dredgingParagraph,
    meetingId: id.meeting2032,
    position: 2,
    heading: 'Dredging costs',
    text: `Dredging costs: ${sentences.join(' ')}`,
    pieces: at(text2032, `Dredging costs: ${sentences.join(' ')}`),
    sortKey: key2032(2),
    themeId: id.dredging,
    themeReadId: id.dredging,
  },
]

const dredgingWords = sentences.map(() => uuid())
/** The uuids of the 45 remarks on dredging, in the order of the record. */
export const dredgingRemarks: readonly string[] = sentences.map(() => uuid())

const utterances: Prisma.UtteranceCreateManyInput[] = [
  {
    id: id.jointWords,
    meetingId: id.meeting2031,
    language: 'en-GB',
    text: 'The raisers asked whether 100% of small boats pay too much. One participant suggested a yearly cap.',
    pieces: jointPieces,
  },
  {
    id: id.valdezWords,
    meetingId: id.meeting2031,
    language: 'en-GB',
    text: 'Ms. Valdez answered that the tariff is under review. She agreed that a cap helps.',
    pieces: at(text2031, 'Ms. Valdez answered that the tariff is under review.', 'She agreed that a cap helps.'),
  },
  {
    id: id.nightWords,
    meetingId: id.meeting2031,
    language: 'en-GB',
    text: 'Ferries should slow down after ten, as Novak wrote.',
    pieces: at(text2031, 'Ferries should slow down after ten, as Novak wrote.'),
  },
  {
    id: id.chairWords,
    meetingId: id.meeting2031,
    language: 'en-GB',
    text: 'The Chair noted the point for the Port Authority.',
    pieces: at(text2031, 'The Chair noted the point for the Port Authority.'),
  },
  {
    id: id.laterWords,
    meetingId: id.meeting2032,
    language: 'en',
    text: 'The dues are fairer now.',
    pieces: at(text2032, 'The dues are fairer now.'),
  },
  ...sentences.map((text, i) => ({
    id: dredgingWords[i] ?? '',
    meetingId: id.meeting2032,
    language: 'en',
    text,
    pieces: at(text2032, text),
  })),
  {
    id: id.turnWords,
    meetingId: id.undated,
    text: 'The dues were unfair then.',
    pieces: at(textUndated, 'The dues were unfair then.'),
  },
  { id: id.anonymousWords, meetingId: id.undated, text: 'Hear, hear.', pieces: at(textUndated, 'Hear, hear.') },
]

const attendances: Prisma.AttendanceCreateManyInput[] = [
  {
    id: id.lindAttends,
    meetingId: id.meeting2031,
    personId: id.lind,
    personReadId: id.lind,
    position: 1,
    honorific: 'Ms.',
    nameAsPrinted: 'Mara Lind',
    role: 'Rapporteur',
    mode: 'PRESENT',
    pieces: at(text2031, 'Ms. Mara Lind, Director, Port Authority; Harbour Master, Port Authority'),
    sortKey: key2031(),
  },
  {
    id: id.okoroAttends,
    meetingId: id.meeting2031,
    personId: id.okoro,
    personReadId: id.okoro,
    position: 2,
    nameAsPrinted: 'Tomas Okoro',
    mode: 'REMOTE',
    pieces: at(text2031, 'Tomas Okoro, Former Judge, Maritime Court; Senior Fellow (from April), Harbour Institute'),
    sortKey: key2031(),
  },
  {
    id: id.valdezAttends,
    meetingId: id.meeting2031,
    personId: id.valdez,
    personReadId: id.valdez,
    position: 3,
    honorific: 'Dr.',
    nameAsPrinted: 'Ines Valdez',
    mode: 'UNKNOWN',
    pieces: at(text2031, 'Dr. Ines Valdez, Economist, Harbour Institute'),
    sortKey: key2031(),
  },
  {
    id: id.lindAttendsAgain,
    meetingId: id.meeting2032,
    personId: id.lind,
    personReadId: id.lind,
    position: 1,
    nameAsPrinted: 'Mara Lind',
    mode: 'PRESENT',
    pieces: at(text2032, 'Mara Lind, Fellow, Harbour Institute'),
    sortKey: key2032(),
  },
]

const stated2031 = {
  firstStated: day('2031-03-04'),
  lastStated: day('2031-03-04'),
  documentId: id.document2031,
}
const affiliations: Prisma.AffiliationCreateManyInput[] = [
  {
    id: id.director,
    personId: id.lind,
    organizationId: id.authority,
    title: 'Director',
    status: 'CURRENT',
    position: 1,
    pieces: at(text2031, 'Director, Port Authority'),
    ...stated2031,
  },
  {
    id: id.harbourMaster,
    personId: id.lind,
    organizationId: id.authority,
    title: 'Harbour Master',
    status: 'CURRENT',
    position: 2,
    pieces: at(text2031, 'Harbour Master, Port Authority'),
    ...stated2031,
  },
  {
    id: id.fellow,
    personId: id.lind,
    organizationId: id.institute,
    title: 'Fellow',
    status: 'CURRENT',
    position: 1,
    pieces: at(text2032, 'Fellow, Harbour Institute'),
    firstStated: day('2032-05-10'),
    lastStated: day('2032-05-10'),
    documentId: id.document2032,
  },
  {
    id: id.judge,
    personId: id.okoro,
    organizationId: id.court,
    title: 'Judge',
    status: 'FORMER',
    position: 3,
    pieces: at(text2031, 'Former Judge, Maritime Court'),
    ...stated2031,
  },
  {
    id: id.seniorFellow,
    personId: id.okoro,
    organizationId: id.institute,
    title: 'Senior Fellow',
    status: 'INCOMING',
    note: 'from April',
    position: 4,
    pieces: at(text2031, 'Senior Fellow (from April), Harbour Institute'),
    ...stated2031,
  },
  {
    id: id.economist,
    personId: id.valdez,
    organizationId: id.institute,
    title: 'Economist',
    status: 'CURRENT',
    position: 5,
    pieces: at(text2031, 'Economist, Harbour Institute'),
    ...stated2031,
  },
]

const attendanceOf: Record<string, string> = {
  [id.director]: id.lindAttends,
  [id.harbourMaster]: id.lindAttends,
  [id.fellow]: id.lindAttendsAgain,
  [id.judge]: id.okoroAttends,
  [id.seniorFellow]: id.okoroAttends,
  [id.economist]: id.valdezAttends,
}
const affiliationStatements: Prisma.AffiliationStatementCreateManyInput[] = affiliations.map(
  ({ id: affiliationId = '', personId, documentId, lastStated, position, pieces = [] }) => ({
    affiliationId,
    affiliationReadId: affiliationId,
    personReadId: personId,
    documentId,
    attendanceId: attendanceOf[affiliationId] ?? null,
    statedOn: lastStated ?? null,
    position,
    pieces,
    ...(affiliationId === id.fellow ? { from: day('2032-01-01') } : {}),
  }),
)

const remark2031 = (position: number) => ({
  meetingId: id.meeting2031,
  sectionId: id.discussion,
  position,
  sortKey: key2031(position),
})
const by = (personId: string, printed: string) => ({
  attribution: 'NAMED' as const,
  speakerId: personId,
  speakerReadId: personId,
  speakerAsPrinted: printed,
})
const remarks: Prisma.RemarkCreateManyInput[] = [
  {
    id: id.lindStatement,
    kind: 'STATEMENT',
    scope: 'JOINT',
    ...remark2031(1),
    paragraphId: id.fairnessParagraph,
    themeId: id.fairness,
    themeReadId: id.fairness,
    utteranceId: id.jointWords,
    ...by(id.lind, 'Mara Lind'),
    speakerMatch: 'EXACT',
    organizationId: id.authority,
  },
  {
    id: id.okoroStatement,
    kind: 'STATEMENT',
    scope: 'JOINT',
    ...remark2031(2),
    paragraphId: id.fairnessParagraph,
    themeId: id.fairness,
    themeReadId: id.fairness,
    utteranceId: id.jointWords,
    ...by(id.okoro, 'Tomas Okoro'),
    speakerMatch: 'EXACT',
  },
  {
    id: id.norlandStatement,
    kind: 'STATEMENT',
    scope: 'JOINT',
    ...remark2031(3),
    paragraphId: id.fairnessParagraph,
    themeId: id.fairness,
    themeReadId: id.fairness,
    utteranceId: id.jointWords,
    attribution: 'PARTY',
    partyId: id.norland,
    partyReadId: id.norland,
    speakerAsPrinted: 'Norland',
    organizationId: id.norland,
  },
  {
    id: id.valdezResponse,
    kind: 'RESPONSE',
    ...remark2031(4),
    paragraphId: id.fairnessParagraph,
    themeId: id.fairness,
    themeReadId: id.fairness,
    utteranceId: id.valdezWords,
    ...by(id.valdez, 'Ms. Valdez'),
    speakerMatch: 'FAMILY_NAME',
    organizationId: id.institute,
  },
  {
    id: id.brandtStatement,
    kind: 'STATEMENT',
    scope: 'WHOLE',
    ...remark2031(5),
    paragraphId: id.nightParagraph,
    themeId: id.night,
    themeReadId: id.night,
    utteranceId: id.nightWords,
    ...by(id.brandt, 'Olaf Brandt'),
  },
  {
    id: id.chairReply,
    kind: 'RESPONSE',
    ...remark2031(6),
    paragraphId: id.nightParagraph,
    themeId: id.night,
    themeReadId: id.night,
    utteranceId: id.chairWords,
    attribution: 'ROLE',
    speakerRole: 'The Chair',
  },
  {
    id: id.laterStatement,
    kind: 'STATEMENT',
    scope: 'WHOLE',
    meetingId: id.meeting2032,
    position: 1,
    sortKey: key2032(1),
    paragraphId: id.laterFairness,
    themeId: id.fairness,
    themeReadId: id.fairness,
    utteranceId: id.laterWords,
    ...by(id.lind, 'M. Lind'),
    speakerReadId: id.lindt,
    organizationId: id.institute,
  },
  ...dredgingRemarks.map((remarkId, i) => ({
    id: remarkId,
    kind: 'STATEMENT' as const,
    scope: 'SPAN' as const,
    meetingId: id.meeting2032,
    position: i + 2,
    sortKey: key2032(i + 2),
    paragraphId: id.dredgingParagraph,
    themeId: id.dredging,
    themeReadId: id.dredging,
    utteranceId: dredgingWords[i] ?? '',
    ...by(id.okoro, 'Okoro'),
  })),
  {
    id: id.turn,
    kind: 'STATEMENT',
    scope: 'WHOLE',
    meetingId: id.undated,
    position: 1,
    sortKey: keyUndated(1),
    themeId: id.fairness,
    themeReadId: id.fairness,
    utteranceId: id.turnWords,
    ...by(id.lind, 'MARA LIND'),
  },
  {
    id: id.anonymousTurn,
    kind: 'STATEMENT',
    scope: 'WHOLE',
    meetingId: id.undated,
    position: 2,
    sortKey: keyUndated(2),
    utteranceId: id.anonymousWords,
    attribution: 'ANONYMOUS',
    speakerAsPrinted: '???',
  },
]

const affiliated = (
  remarkId: string,
  position: number,
  affiliationId: string | null,
  organizationId: string,
  counted: boolean,
) => ({
  remarkId,
  position,
  affiliationId,
  organizationId,
  counted,
  sortKey: remarks.find((remark) => remark.id === remarkId)?.sortKey ?? 0n,
})
const remarkAffiliations: Prisma.RemarkAffiliationCreateManyInput[] = [
  affiliated(id.lindStatement, 1, id.director, id.authority, true),
  affiliated(id.lindStatement, 2, id.harbourMaster, id.authority, false),
  affiliated(id.okoroStatement, 1, id.seniorFellow, id.institute, false),
  affiliated(id.okoroStatement, 2, id.judge, id.court, false),
  affiliated(id.norlandStatement, 1, null, id.norland, true),
  affiliated(id.valdezResponse, 1, id.economist, id.institute, true),
  affiliated(id.laterStatement, 1, id.fellow, id.institute, true),
]

const responses: Prisma.ResponseCreateManyInput[] = [
  { remarkId: id.valdezResponse, stance: 'SUPPORTS' },
  { remarkId: id.chairReply },
]
const acts: Prisma.ResponseActCreateManyInput[] = [
  { remarkId: id.valdezResponse, position: 1, kind: 'ANSWER', verb: 'answered', pieces: at(text2031, 'answered') },
  { remarkId: id.valdezResponse, position: 2, kind: 'AGREE', verb: 'agreed', pieces: at(text2031, 'agreed') },
  { remarkId: id.chairReply, position: 1, kind: 'ACKNOWLEDGE', verb: 'noted', pieces: at(text2031, 'noted') },
]
const targets: Prisma.ResponseTargetCreateManyInput[] = [
  { responseId: id.valdezResponse, targetId: id.norlandStatement, stance: 'SUPPORTS' },
  { responseId: id.valdezResponse, targetId: id.okoroStatement, stance: 'SUPPORTS' },
  { responseId: id.valdezResponse, targetId: id.lindStatement, stance: 'SUPPORTS' },
  { responseId: id.chairReply, targetId: id.brandtStatement },
]

const passages: Prisma.UnattributedPassageCreateManyInput[] = [
  {
    id: id.capPassage,
    meetingId: id.meeting2031,
    paragraphId: id.fairnessParagraph,
    utteranceId: id.jointWords,
    position: 1,
    kind: 'ANONYMOUS',
    text: 'One participant suggested a yearly cap.',
    wording: 'One participant',
    pieces: at(text2031, 'One participant suggested a yearly cap.'),
  },
]
const mentions: Prisma.MentionCreateManyInput[] = [
  {
    id: id.novakMention,
    meetingId: id.meeting2031,
    paragraphId: id.nightParagraph,
    personId: id.novak,
    personReadId: id.novak,
    position: 1,
    kind: 'CITED',
    nameAsPrinted: 'Novak',
    pieces: at(text2031, 'Novak'),
  },
]

/** As the API gives them out; a stored candidate is one. */
const apiId = (table: string, row: string) => Buffer.from(`${table}:${row}`).toString('base64url')
const findings: Prisma.FindingCreateManyInput[] = [
  {
    id: id.yearFinding,
    documentId: id.document2031,
    meetingId: id.meeting2031,
    position: 1,
    severity: 'INFO',
    code: 'YEAR_INFERRED',
    message: 'The year 2031 follows from the weekday.',
    pieces: at(text2031, 'Monday 4 March'),
    candidates: [],
  },
  {
    id: id.speakerFinding,
    documentId: id.document2031,
    meetingId: id.meeting2031,
    position: 2,
    severity: 'WARNING',
    code: 'POSSIBLE_SAME_PERSON',
    message: 'M. Lindt may be Mara Lind.',
    pieces: [],
    candidates: [
      apiId('Person', id.lind),
      apiId('Person', id.okoro),
      apiId('Organization', id.court),
      apiId('Person', uuid()),
    ],
  },
]

const correctionOf = (position: number, by: string, pieces: number[]): Prisma.CorrectionCreateManyInput => ({
  meetingId: id.meeting2031,
  position,
  kind: 'SPEAKER',
  says: {},
  summary: `“Ferries should slow down after ten” is said by ${by}.`,
  pieces,
  reason: 'As on the tape.',
  by: 'Archive',
})

const corrections: Prisma.CorrectionCreateManyInput[] = [
  {
    ...correctionOf(1, 'Mara Lind', []),
    undoneAt: new Date(Date.UTC(2032, 4, 12)),
    undoneReason: 'It was the other tape.',
    undoneBy: 'Archive',
  },
  { ...correctionOf(2, 'Olaf Brandt', at(text2031, 'Ferries should slow down after ten')), id: id.correction },
]

const themeMeetings: Prisma.ThemeMeetingCreateManyInput[] = [
  { themeId: id.fairness, meetingId: id.meeting2031, position: 1, sortKey: key2031() },
  { themeId: id.night, meetingId: id.meeting2031, position: 2, sortKey: key2031() },
  { themeId: id.fairness, meetingId: id.meeting2032, position: 1, sortKey: key2032() },
  { themeId: id.dredging, meetingId: id.meeting2032, position: 2, sortKey: key2032() },
  { themeId: id.fairness, meetingId: id.undated, position: 1, sortKey: keyUndated() },
]
const spoke = (themeId: string, personId: string, raised: boolean) => ({
  themeId,
  personId,
  raised,
  sortName: people.find((row) => row.id === personId)?.sortName ?? '',
  sortTitle: themes.find((row) => row.id === themeId)?.sortTitle ?? '',
})
const themeSpeakers: Prisma.ThemeSpeakerCreateManyInput[] = [
  spoke(id.fairness, id.lind, true),
  spoke(id.fairness, id.okoro, true),
  spoke(id.fairness, id.valdez, false),
  spoke(id.night, id.brandt, true),
  spoke(id.dredging, id.okoro, true),
]
const personMeetings: Prisma.PersonMeetingCreateManyInput[] = [
  { personId: id.lind, meetingId: id.meeting2031, sortKey: key2031() },
  { personId: id.lind, meetingId: id.meeting2032, sortKey: key2032() },
  { personId: id.lind, meetingId: id.undated, sortKey: keyUndated() },
  { personId: id.okoro, meetingId: id.meeting2031, sortKey: key2031() },
  { personId: id.okoro, meetingId: id.meeting2032, sortKey: key2032() },
  { personId: id.valdez, meetingId: id.meeting2031, sortKey: key2031() },
  { personId: id.brandt, meetingId: id.meeting2031, sortKey: key2031() },
]
const organizationMeetings: Prisma.OrganizationMeetingCreateManyInput[] = [
  ...[id.authority, id.institute, id.norland].map((organizationId) => ({
    organizationId,
    meetingId: id.meeting2031,
    sortKey: key2031(),
    remarks: 1,
    utterances: 1,
  })),
  { organizationId: id.court, meetingId: id.meeting2031, sortKey: key2031() },
  { organizationId: id.institute, meetingId: id.meeting2032, sortKey: key2032(), remarks: 1, utterances: 1 },
]
const organizationPeople: Prisma.OrganizationPersonCreateManyInput[] = [
  { organizationId: id.authority, personId: id.lind, sortName: 'lind mara' },
  { organizationId: id.court, personId: id.okoro, sortName: 'okoro tomas' },
  { organizationId: id.institute, personId: id.lind, sortName: 'lind mara' },
  { organizationId: id.institute, personId: id.okoro, sortName: 'okoro tomas' },
  { organizationId: id.institute, personId: id.valdez, sortName: 'valdez ines' },
]

const outcome = outcomeRows({ id, key2031, key2032 })

const changed = (
  sequence: bigint,
  kind: Prisma.ChangeCreateManyInput['kind'],
  subjectKind: Prisma.ChangeCreateManyInput['subjectKind'],
  subjectId: string,
  more: Partial<Prisma.ChangeCreateManyInput> = {},
): Prisma.ChangeCreateManyInput => ({
  sequence,
  kind,
  subjectKind,
  subjectId,
  at: new Date(Date.UTC(2032, 4, 11, 9, Number(sequence))),
  ...more,
})

const merges: Prisma.MergeCreateManyInput[] = [
  {
    id: id.merge,
    kind: 'PERSON',
    fromIds: [id.lindt],
    intoId: id.lind,
    reason: 'One person, printed in two ways.',
    by: 'Archive',
    at: new Date('2032-05-11T09:15:00Z'),
  },
  {
    kind: 'THEME',
    fromIds: [uuid(), id.night],
    intoId: uuid(),
    reason: 'One theme.',
    by: 'Archive',
    at: new Date('2032-05-10T09:15:00Z'),
    undoneAt: new Date('2032-05-12T09:15:00Z'),
    undoneBy: 'Olaf Brandt',
    undoneReason: 'They are two.',
    id: uuid(),
  },
]

/** The feed from its eleventh change on; what was before is no longer kept. */
const changes: Prisma.ChangeCreateManyInput[] = [
  changed(11n, 'CREATED', 'MEETING', id.meeting2031, { meetingId: id.meeting2031 }),
  changed(12n, 'UPDATED', 'PARAGRAPH', id.fairnessParagraph, { meetingId: id.meeting2031 }),
  changed(13n, 'REMOVED', 'THEME', uuid(), { meetingId: id.meeting2032 }),
  changed(14n, 'CREATED', 'ORGANIZATION', id.norland, { meetingId: uuid() }),
  changed(15n, 'MERGED', 'PERSON', id.lindt, {
    id: id.mergeChange,
    mergeId: id.merge,
    reason: 'One person, printed in two ways.',
    by: 'Archive',
  }),
]
