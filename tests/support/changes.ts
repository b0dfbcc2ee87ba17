import type { Database } from '../../src/database/database.js'

/** What the feed says, oldest first, as "CREATED Person Ada Moss" where the subject still has a name, behind a number. */
export async function feedOf(database: Database, after = 0n): Promise<string[]> {
  const { prisma } = database
  const changes = await prisma.change.findMany({ where: { sequence: { gt: after } }, orderBy: { sequence: 'asc' } })
  const ids = { where: { id: { in: changes.map(({ subjectId }) => subjectId) } } }
  const names = new Map(
    [
      ...(await prisma.meeting.findMany(ids)).map(({ id, title }) => ({ id, name: title })),
      ...(await prisma.paragraph.findMany(ids)).map(({ id, number }) => ({ id, name: number ?? 'unnumbered' })),
      ...(await prisma.person.findMany(ids)),
      ...(await prisma.organization.findMany(ids)),
      ...(await prisma.theme.findMany(ids)).map(({ id, title }) => ({ id, name: title })),
      ...(await prisma.outcome.findMany(ids)).map(({ id, text }) => ({ id, name: text })),
    ].map(({ id, name }) => [id, name]),
  )
  return changes.map(({ kind, subjectKind, subjectId }) => `${kind} ${subjectKind} ${names.get(subjectId) ?? '—'}`)
}

/** The number of the last change; 0 for an empty feed. */
export async function lastSequence({ prisma }: Database): Promise<bigint> {
  return (await prisma.change.findFirst({ orderBy: { sequence: 'desc' } }))?.sequence ?? 0n
}
