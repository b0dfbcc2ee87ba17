import { expect } from 'vitest'
import type { Database } from '../../src/database/database.js'

/** Every row that what is derived follows from, and everything derived, as Prisma gives it. */
async function everything({ prisma }: Database) {
  return {
    meetings: await prisma.meeting.findMany({ orderBy: { sortKey: 'asc' } }),
    series: await prisma.series.findMany(),
    documents: await prisma.sourceDocument.findMany({ select: { id: true } }),
    people: await prisma.person.findMany(),
    organizations: await prisma.organization.findMany(),
    themes: await prisma.theme.findMany(),
    personReadings: await prisma.personReading.findMany(),
    organizationReadings: await prisma.organizationReading.findMany(),
    themeReadings: await prisma.themeReading.findMany(),
    attendances: await prisma.attendance.findMany(),
    affiliations: await prisma.affiliation.findMany(),
    statements: await prisma.affiliationStatement.findMany(),
    paragraphs: await prisma.paragraph.findMany(),
    remarks: await prisma.remark.findMany(),
    responses: await prisma.response.findMany(),
    mentions: await prisma.mention.findMany(),
    remarkAffiliations: await prisma.remarkAffiliation.findMany(),
    themeMeetings: await prisma.themeMeeting.findMany(),
    themeSpeakers: await prisma.themeSpeaker.findMany(),
    personMeetings: await prisma.personMeeting.findMany(),
    organizationPeople: await prisma.organizationPerson.findMany(),
    organizationMeetings: await prisma.organizationMeeting.findMany(),
    meetingCounts: await prisma.meetingCount.findMany(),
    meetingExchanges: await prisma.meetingExchange.findMany(),
    targets: await prisma.responseTarget.findMany(),
    spokenFor: await prisma.remarkOnBehalfOf.findMany(),
    outcomes: await prisma.outcome.findMany({ orderBy: { sortKey: 'asc' } }),
    parties: await prisma.outcomeParty.findMany({ orderBy: { position: 'asc' } }),
    votes: await prisma.vote.findMany(),
    slugs: await prisma.slug.findMany(),
    merges: await prisma.merge.findMany({ where: { undoneAt: null } }),
    kept: await prisma.keptName.findMany(),
    renames: await prisma.rename.findMany({ orderBy: { id: 'asc' } }),
  }
}
type Everything = Awaited<ReturnType<typeof everything>>
type Meeting = Everything['meetings'][number]

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part))
const sorted = (rows: readonly unknown[]): string[] => rows.map(text).sort()
const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]
const first = <Item>(items: readonly Item[], ...by: ((item: Item) => number | bigint | string)[]): Item | undefined =>
  [...items].sort(compare(...by))[0]
const compare =
  <Item>(...by: ((item: Item) => number | bigint | string)[]) =>
  (one: Item, other: Item): number => {
    for (const of of by) {
      const [a, b] = [of(one), of(other)]
      if (a !== b) return a < b ? -1 : 1
    }
    return 0
  }

type Mergeable = { id: string; mergedIntoId: string | null }
const rootOf = (rows: readonly Mergeable[]) => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const root = (id: string): string => {
    const into = byId.get(id)?.mergedIntoId
    return into ? root(into) : id
  }
  const maybe = (id: string | null) => (id === null ? null : root(id))
  return { root, maybe }
}
/** Whether one is the other or merged into it, directly or not. */
const familyOf = (rows: readonly Mergeable[]) => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (member: string, head: string): boolean => {
    if (member === head) return true
    const into = byId.get(member)?.mergedIntoId
    return into ? familyOf(rows)(into, head) : false
  }
}

const statuses = ['CURRENT', 'INCOMING', 'FORMER']
const rank = (status: string) => statuses.indexOf(status)

/**
 * Makes all that is derived anew, from what the records state, by other code than the writer's, and expects the database to
 * hold just that.
 */
export async function assertDerived(database: Database): Promise<void> {
  const all = await everything(database)
  const meetingOf = new Map(all.meetings.map((meeting) => [meeting.id, meeting]))
  const meetingBySource = new Map(all.meetings.map((meeting) => [meeting.sourceId, meeting]))
  const at = { meeting: (id: string) => need(meetingOf.get(id)), source: (id: string) => need(meetingBySource.get(id)) }
  expectKeys(all, at.meeting)
  expectMerged(all)
  expectNames(all, at.meeting)
  expectAffiliations(all, at.source)
  expectRemarks(all, at)
  expectOutcomes(all, at.meeting)
  expectPeople(all, at.source)
  expectTotals(all)
  expectLists(all, at.meeting)
  expectNothingLeft(all)
}

function need<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('A row refers to one that is not there')
  return item
}

const sortKey = (meeting: Meeting, place: number): bigint => {
  const days = meeting.date ? Math.round((meeting.date.getTime() - Date.UTC(1, 0, 1) - yearOne) / 86_400_000) : 0
  return (BigInt(3_652_059 - days) << 41n) + (BigInt(meeting.sequence) << 18n) + BigInt(place)
}
const yearOne = new Date('0001-01-01T00:00:00Z').getTime() - Date.UTC(1, 0, 1) // Date.UTC takes 1 for 1901

function expectKeys(all: Everything, meeting: (id: string) => Meeting) {
  for (const row of all.meetings) expect(row.sortKey, 'Meeting.sortKey').toBe(sortKey(row, 0))
  for (const row of [...all.paragraphs, ...all.attendances, ...all.remarks, ...all.votes])
    expect(row.sortKey, 'sortKey').toBe(sortKey(meeting(row.meetingId), row.position))
}

function expectMerged(all: Everything) {
  const [person, organization, theme] = [rootOf(all.people), rootOf(all.organizations), rootOf(all.themes)]
  for (const row of all.attendances) expect(row.personId).toBe(person.root(row.personReadId))
  for (const row of all.mentions) expect(row.personId).toBe(person.maybe(row.personReadId))
  for (const row of all.paragraphs) expect(row.themeId).toBe(theme.maybe(row.themeReadId))
  for (const row of all.remarks) {
    expect(row.speakerId).toBe(person.maybe(row.speakerReadId))
    expect(row.partyId).toBe(organization.maybe(row.partyReadId))
    expect(row.themeId).toBe(theme.maybe(row.themeReadId))
  }
  for (const row of all.outcomes) expect(row.themeId).toBe(theme.maybe(row.themeReadId))
  for (const row of [...all.parties, ...all.votes]) {
    expect(row.personId).toBe(person.maybe(row.personReadId))
    expect(row.organizationId).toBe(organization.maybe(row.organizationReadId))
  }
  for (const row of all.spokenFor) expect(row.organizationId).toBe(organization.root(row.organizationReadId))
  for (const row of [...all.people, ...all.organizations, ...all.themes])
    expect(row.mergedIntoId).toBe(all.merges.find(({ fromIds }) => fromIds.includes(row.id))?.intoId ?? null)
}

function expectNames(all: Everything, meeting: (id: string) => Meeting) {
  const inFamily = familyOf(all.people)
  for (const person of all.people) {
    const readings = all.personReadings
      .filter((reading) => inFamily(reading.personReadId, person.id))
      .map((reading) => ({ ...reading, key: meeting(reading.meetingId).sortKey, listed: isListed(all, reading) }))
    const listed = readings.filter((reading) => reading.listed)
    const best = first(
      listed.length > 0 ? listed : readings,
      ({ name }) => (listed.length > 0 ? 0 : -[...name].length),
      ({ key }) => key,
      ({ name }) => name,
    )
    const oldestFirst = [...readings].sort(
      compare(
        ({ key }) => -key,
        ({ position }) => position,
      ),
    )
    const given = all.renames.findLast(({ personId }) => personId === person.id)
    expect({ name: person.name, sortName: person.sortName, nameKey: person.nameKey }).toEqual({
      name: given?.name ?? best?.name,
      sortName: given?.sortName ?? best?.sortName,
      nameKey: given?.nameKey ?? best?.nameKey,
    })
    expect(person.printedNames).toEqual(distinct(oldestFirst.flatMap(({ printedNames }) => printedNames)))
  }
  for (const theme of all.themes) {
    const best = first(
      all.themeReadings.filter(({ themeReadId }) => themeReadId === theme.id),
      (reading) => meeting(reading.meetingId).sortKey,
    )
    if (best) expect(theme.title).toBe(best.title)
  }
  expectOrganizationNames(all, meeting)
}

const isListed = (all: Everything, reading: { meetingId: string; personReadId: string }) =>
  all.attendances.some((row) => row.meetingId === reading.meetingId && row.personReadId === reading.personReadId)

function expectOrganizationNames(all: Everything, meeting: (id: string) => Meeting) {
  const inFamily = familyOf(all.organizations)
  const { root } = rootOf(all.organizations)
  for (const organization of all.organizations) {
    const readings = all.organizationReadings
      .filter((reading) => inFamily(reading.organizationReadId, organization.id))
      .map((reading) => ({ ...reading, key: meeting(reading.meetingId).sortKey }))
    const own = readings.filter(({ organizationReadId }) => organizationReadId === organization.id)
    const best = first(own.length > 0 ? own : readings, ({ key }) => key)
    if (!best) continue // only named as the body above another
    expect(organization.name).toBe(best.name)
    const forms = [...readings].sort(compare(({ key }) => -key)).flatMap(({ name, aliases }) => [name, ...aliases])
    expect([...organization.aliases].sort()).toEqual(
      distinct(forms)
        .filter((form) => form !== best.name)
        .sort(),
    )
    const stated = first(
      readings.filter(({ parentReadId }) => parentReadId !== null),
      ({ key }) => key,
    )?.parentReadId
    const parent = stated ? root(stated) : null
    expect(organization.parentId).toBe(parent === organization.id ? null : parent)
  }
}

function expectAffiliations(all: Everything, source: (id: string) => Meeting) {
  const [person, organization] = [rootOf(all.people), rootOf(all.organizations)]
  const keyOf = (row: { title: string | null; status: string }, personId: string, organizationId: string | null) =>
    text([personId, organizationId, row.title, row.status])
  const groups = new Map<string, Everything['statements']>()
  for (const row of all.statements) {
    const key = keyOf(row, person.root(row.personReadId), organization.maybe(row.organizationReadId))
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const expected = [...groups].map(([key, rows]) => {
    const latest = need(
      first(
        rows,
        (row) => source(row.documentId).sortKey,
        ({ position }) => position,
      ),
    )
    const days = rows.flatMap(({ statedOn }) => statedOn?.toISOString() ?? []).sort()
    return {
      key,
      ...{ note: latest.note, position: latest.position, documentId: latest.documentId, pieces: latest.pieces },
      firstStated: days[0] ?? null,
      lastStated: days.at(-1) ?? null,
      statements: rows.map(({ id }) => id).sort(),
    }
  })
  const stored = all.affiliations.map((row) => ({
    key: keyOf(row, row.personId, row.organizationId),
    ...{ note: row.note, position: row.position, documentId: row.documentId, pieces: row.pieces },
    firstStated: row.firstStated?.toISOString() ?? null,
    lastStated: row.lastStated?.toISOString() ?? null,
    statements: all.statements
      .filter(({ affiliationId }) => affiliationId === row.id)
      .map(({ id }) => id)
      .sort(),
  }))
  expect(sorted(stored)).toEqual(sorted(expected))
  for (const row of all.statements) expect(row.statedOn).toEqual(source(row.documentId).date)
}

type Dates = { from: Date | null; to: Date | null }
const holds = ({ from, to }: Dates, day: Date | null) => !day || ((!from || from <= day) && (!to || to >= day))

function expectRemarks(all: Everything, at: { meeting(id: string): Meeting; source(id: string): Meeting }) {
  const affiliationOf = new Map(all.affiliations.map((row) => [row.id, row]))
  const stated = all.statements.map((row) => ({ ...row, affiliation: need(affiliationOf.get(row.affiliationId)) }))
  const heldBy = (speaker: string | null, meeting: Meeting) => {
    const theirs = stated.filter(({ affiliation }) => affiliation.personId === speaker)
    const own = theirs.filter(
      (row) => row.documentId === meeting.sourceId && (row.status !== 'CURRENT' || holds(row, meeting.date)),
    )
    const dated = theirs.filter(
      (row) =>
        row.documentId !== meeting.sourceId &&
        row.status === 'CURRENT' &&
        (row.from || row.to) &&
        meeting.date &&
        holds(row, meeting.date),
    )
    const held = [...(own.length > 0 ? own : dated)].sort(
      compare(
        ({ status }) => rank(status),
        ({ position }) => position,
        ({ affiliationId }) => affiliationId,
      ),
    )
    return distinct(held.map(({ affiliation }) => affiliation))
  }
  const expected = all.remarks.map((remark) => {
    const counted = new Set<string>()
    const rows = heldBy(remark.speakerId, at.meeting(remark.meetingId)).map(({ id, organizationId, status }) => {
      const counts = status === 'CURRENT' && organizationId !== null && !counted.has(organizationId)
      if (counts) counted.add(organizationId)
      return { affiliationId: id as string | null, organizationId, counted: counts }
    })
    if (remark.partyId && !counted.has(remark.partyId))
      rows.push({ affiliationId: null, organizationId: remark.partyId, counted: true })
    return { remark, rows }
  })
  expect(sorted(all.remarkAffiliations)).toEqual(
    sorted(
      expected.flatMap(({ remark, rows }) =>
        rows.map((row, i) => ({ remarkId: remark.id, position: i + 1, ...row, sortKey: remark.sortKey })),
      ),
    ),
  )
  for (const { remark, rows } of expected)
    expect(remark.organizationId).toBe(rows.find(({ counted }) => counted)?.organizationId ?? null)
  const responses = all.remarks.filter(({ kind }) => kind === 'RESPONSE')
  expect(all.responses.map(({ remarkId }) => remarkId).sort()).toEqual(responses.map(({ id }) => id).sort())
}

/** Where outcomes stand among all of their meeting, and which parties lists give them by. */
function expectOutcomes(all: Everything, meeting: (id: string) => Meeting) {
  const kinds = ['MOTION', 'VOTE_EVENT', 'DECISION', 'ACTION_ITEM']
  for (const { id } of all.meetings) {
    const printed = all.outcomes
      .filter(({ meetingId }) => meetingId === id)
      .sort(
        compare(
          ({ pieces }) => need(pieces[0]),
          ({ kind }) => kinds.indexOf(kind),
          ({ position }) => position,
        ),
      )
    for (const [i, row] of printed.entries()) expect(row.sortKey).toBe(sortKey(meeting(id), i + 1))
  }
  const outcome = new Map(all.outcomes.map((row) => [row.id, row]))
  const seen = new Set<string>()
  for (const row of all.parties) {
    expect(row.sortKey).toBe(need(outcome.get(row.outcomeId)).sortKey)
    const who = row.personId ?? row.organizationId
    const key = text([row.outcomeId, row.role, who])
    expect(row.counted, 'OutcomeParty.counted').toBe(who === null || !seen.has(key))
    seen.add(key)
  }
}

/** Who voted, moved or seconded, and where. */
function votersOf(all: Everything) {
  const meetingOf = new Map(all.outcomes.map(({ id, meetingId }) => [id, meetingId]))
  const movers = all.parties.filter(({ role }) => role !== 'ASSIGNEE')
  return [...all.votes, ...movers.map((row) => ({ ...row, meetingId: need(meetingOf.get(row.outcomeId)) }))]
}

function expectPeople(all: Everything, source: (id: string) => Meeting) {
  const affiliationOf = new Map(all.affiliations.map((row) => [row.id, row]))
  for (const person of all.people) {
    const stated = all.statements
      .map((row) => ({
        ...row,
        affiliation: need(affiliationOf.get(row.affiliationId)),
        key: source(row.documentId).sortKey,
      }))
      .filter(({ affiliation }) => affiliation.personId === person.id)
    const latest = first(stated, ({ key }) => key)
    const body = first(
      stated.filter(
        (row) =>
          row.key === latest?.key &&
          row.affiliation.organizationId !== null &&
          (row.status === 'INCOMING' || (row.status === 'CURRENT' && holds(row, source(row.documentId).date))),
      ),
      ({ status }) => rank(status),
      ({ position }) => position,
    )
    const remarks = all.remarks.filter(({ speakerId }) => speakerId === person.id)
    const listed = all.attendances.some(({ personId }) => personId === person.id)
    const { organizationId, remarkTotal, onlyCited } = person
    expect({ organizationId, remarkTotal, onlyCited }).toEqual({
      organizationId: body?.affiliation.organizationId ?? null,
      remarkTotal: remarks.length,
      onlyCited:
        remarks.length === 0 &&
        !listed &&
        ![...votersOf(all), ...all.parties].some(({ personId }) => personId === person.id),
    })
  }
}

function expectTotals(all: Everything) {
  for (const theme of all.themes)
    expect(theme.remarkTotal).toBe(all.remarks.filter(({ themeId }) => themeId === theme.id).length)
  for (const organization of all.organizations)
    expect(organization.remarkTotal).toBe(
      all.remarkAffiliations.filter((row) => row.counted && row.organizationId === organization.id).length,
    )
}

function expectLists(all: Everything, meeting: (id: string) => Meeting) {
  const theme = rootOf(all.themes)
  const person = new Map(all.people.map((row) => [row.id, row]))
  const themeOf = new Map(all.themes.map((row) => [row.id, row]))
  const pairs = distinct(all.themeReadings.map((row) => text([theme.root(row.themeReadId), row.meetingId])))
  const themeMeetings = pairs.map((pair) => {
    const [themeId, meetingId] = JSON.parse(pair) as [string, string]
    const within = (row: { themeId: string | null; meetingId: string }) =>
      row.themeId === themeId && row.meetingId === meetingId
    const readings = all.themeReadings.filter(
      (row) => theme.root(row.themeReadId) === themeId && row.meetingId === meetingId,
    )
    const places = [all.paragraphs.filter(within), all.remarks.filter(within), readings].find(
      ({ length }) => length > 0,
    )
    const position = Math.min(...(places ?? []).map((row) => row.position))
    const said = all.remarks.filter(within)
    const utterances = new Set(said.map(({ utteranceId }) => utteranceId)).size
    return { themeId, meetingId, position, sortKey: meeting(meetingId).sortKey, remarks: said.length, utterances }
  })
  expect(sorted(all.themeMeetings)).toEqual(sorted(themeMeetings))
  const spoken = all.remarks.flatMap(({ themeId, speakerId, kind }) =>
    themeId && speakerId ? [{ themeId, personId: speakerId, kind }] : [],
  )
  const themeSpeakers = distinct(spoken.map(({ themeId, personId }) => text([themeId, personId]))).map((pair) => {
    const [themeId = '', personId = ''] = JSON.parse(pair) as string[]
    const raised = spoken.some(
      (row) => row.themeId === themeId && row.personId === personId && row.kind === 'STATEMENT',
    )
    return {
      themeId,
      personId,
      raised,
      sortName: person.get(personId)?.sortName,
      sortTitle: themeOf.get(themeId)?.sortTitle,
    }
  })
  expect(sorted(all.themeSpeakers)).toEqual(sorted(themeSpeakers))
  const present = [
    ...all.attendances.map(({ personId, meetingId }) => text([personId, meetingId])),
    ...all.remarks.flatMap(({ speakerId, meetingId }) => (speakerId ? [text([speakerId, meetingId])] : [])),
    ...votersOf(all).flatMap(({ personId, meetingId }) => (personId ? [text([personId, meetingId])] : [])),
  ]
  const personMeetings = distinct(present).map((pair) => {
    const [personId = '', meetingId = ''] = JSON.parse(pair) as string[]
    const said = all.remarks.filter((row) => row.speakerId === personId && row.meetingId === meetingId)
    const responses = said.filter(({ kind }) => kind === 'RESPONSE').length
    return { personId, meetingId, sortKey: meeting(meetingId).sortKey, remarks: said.length, responses }
  })
  expect(sorted(all.personMeetings)).toEqual(sorted(personMeetings))
  const members = all.affiliations.flatMap(({ organizationId, personId }) =>
    organizationId ? [text({ organizationId, personId, sortName: person.get(personId)?.sortName })] : [],
  )
  expect(sorted(all.organizationPeople)).toEqual(distinct(members).sort())
  expectOrganizationMeetings(all, meeting)
  expectCounts(all)
}

/** What statistics of the whole archive are added up from, and what counts of utterances rely on. */
function expectCounts(all: Everything) {
  const utterances = all.remarks.filter(({ alone }) => alone).map(({ utteranceId }) => utteranceId)
  const shared = all.remarks.filter(({ alone }) => !alone).map(({ utteranceId }) => utteranceId)
  expect(new Set([...utterances, ...shared]).size).toBe(utterances.length + new Set(shared).size)
  const different = (values: readonly (string | null)[]) => new Set(values.filter((value) => value !== null)).size
  const counts = all.meetings.map(({ id: meetingId }) => {
    const said = all.remarks.filter((row) => row.meetingId === meetingId)
    const ofNone = said.filter(({ organizationId }) => organizationId === null)
    return {
      meetingId,
      remarks: said.length,
      utterances: different(said.map(({ utteranceId }) => utteranceId)),
      responses: said.filter(({ kind }) => kind === 'RESPONSE').length,
      paragraphs: different(said.map(({ paragraphId }) => paragraphId)),
      remarksOfNone: ofNone.length,
      utterancesOfNone: different(ofNone.map(({ utteranceId }) => utteranceId)),
    }
  })
  expect(sorted(all.meetingCounts)).toEqual(sorted(counts))
  const remark = new Map(all.remarks.map((row) => [row.id, row]))
  const answers = distinct(
    all.targets.flatMap(({ responseId, targetId }) => {
      const { meetingId, speakerId: fromId } = need(remark.get(responseId))
      const toId = need(remark.get(targetId)).speakerId
      return fromId && toId ? [text([text({ meetingId, fromId, toId }), responseId])] : []
    }),
  ).map((pair) => (JSON.parse(pair) as [string, string])[0])
  const exchanges = distinct(answers).map((pair) => ({
    ...(JSON.parse(pair) as { meetingId: string; fromId: string; toId: string }),
    responses: answers.filter((other) => other === pair).length,
  }))
  expect(sorted(all.meetingExchanges)).toEqual(sorted(exchanges))
}

/** Bodies with which the list of a meeting states an affiliation, that spoke there or were spoken for. */
function expectOrganizationMeetings(all: Everything, meeting: (id: string) => Meeting) {
  const bodyOf = new Map(all.affiliations.map(({ id, organizationId }) => [id, organizationId]))
  const listedAt = new Map(all.attendances.map(({ id, meetingId }) => [id, meetingId]))
  const spokenAt = new Map(all.remarks.map(({ id, meetingId }) => [id, meetingId]))
  const named = [
    ...all.statements.map((row) => [bodyOf.get(row.affiliationId), listedAt.get(row.attendanceId ?? '')]),
    ...all.remarkAffiliations.map((row) => [row.organizationId, spokenAt.get(row.remarkId)]),
    ...all.spokenFor.map((row) => [row.organizationId, spokenAt.get(row.remarkId)]),
    ...votersOf(all).map((row) => [row.organizationId, row.meetingId]),
  ]
  const saidIn = new Map(all.remarks.map(({ id, utteranceId }) => [id, utteranceId]))
  const remarksOf = (organizationId: string, meetingId: string) =>
    all.remarkAffiliations.filter(
      (row) => row.counted && row.organizationId === organizationId && spokenAt.get(row.remarkId) === meetingId,
    )
  const pairs = named.flatMap(([organizationId, meetingId]) =>
    organizationId && meetingId ? [text([organizationId, meetingId])] : [],
  )
  const expected = distinct(pairs).map((pair) => {
    const [organizationId = '', meetingId = ''] = JSON.parse(pair) as string[]
    const found = remarksOf(organizationId, meetingId)
    const counts = { remarks: found.length, utterances: new Set(found.map((row) => saidIn.get(row.remarkId))).size }
    return { organizationId, meetingId, sortKey: meeting(meetingId).sortKey, ...counts }
  })
  expect(sorted(all.organizationMeetings)).toEqual(sorted(expected))
}

function expectNothingLeft(all: Everything) {
  const named = (rows: readonly Mergeable[], ids: readonly (string | null)[]) => {
    const inFamily = familyOf(rows)
    return rows.filter((row) => !ids.some((id) => id !== null && inFamily(id, row.id)))
  }
  expect(
    named(
      all.people,
      all.personReadings.map(({ personReadId }) => personReadId),
    ),
    'people nobody names',
  ).toEqual([])
  const bodies = all.organizationReadings.flatMap((row) => [row.organizationReadId, row.parentReadId])
  expect(named(all.organizations, bodies), 'organizations nobody names').toEqual([])
  expect(
    named(
      all.themes,
      all.themeReadings.map(({ themeReadId }) => themeReadId),
    ),
    'themes nobody names',
  ).toEqual([])
  expect(all.documents.map(({ id }) => id).sort()).toEqual(all.meetings.map(({ sourceId }) => sourceId).sort())
  expectSlugs(all)
}

function expectSlugs(all: Everything) {
  const current = [
    ...all.series.map(({ id, slug }) => text(['SERIES', slug, id])),
    ...all.meetings.map(({ id, slug }) => text(['MEETING', slug, id])),
    ...all.people.map(({ id, slug }) => text(['PERSON', slug, id])),
    ...all.organizations.map(({ id, slug }) => text(['ORGANIZATION', slug, id])),
    ...all.themes.map(({ id, slug }) => text(['THEME', slug, id])),
  ]
  const alive = new Set(current.map((key) => (JSON.parse(key) as string[])[2]))
  const kept = all.slugs
    .filter(({ ownerId }) => alive.has(ownerId))
    .map(({ kind, text: slug, ownerId }) => text([kind, slug, ownerId]))
  expect(kept.sort()).toEqual(current.sort())
  const { root } = rootOf([...all.people, ...all.organizations, ...all.themes, ...all.kept])
  for (const slug of all.slugs) {
    const end = alive.has(root(slug.ownerId)) ? [root(slug.ownerId)] : []
    const leads = [slug.seriesId, slug.meetingId, slug.personId, slug.organizationId, slug.themeId]
    expect(leads.filter((id) => id !== null)).toEqual(end)
  }
}
