import type { Sql } from '../../database/sql.js'
import type { NewChange } from '../../feed/record-changes.js'
import type { ChangeSubject } from '../../generated/prisma/enums.js'
import type { Derived } from './derive/derive.js'

/** Ids of the rows that were removed. */
export interface Removed {
  people: string[]
  organizations: string[]
  themes: string[]
}

type Kind = 'CREATED' | 'UPDATED' | 'REMOVED'

/** The parts of a meeting that are nodes of the feed. */
const parts = [
  ['PARAGRAPH', 'Paragraph'],
  ['OUTCOME', 'Outcome'],
] as const satisfies [ChangeSubject, string][]

/**
 * The nodes that a transaction has changed, each once: removed counts for more than created, and that for more than updated.
 * What lies in a paragraph is its change too, and what lies in none its meeting's; votes are also their outcome's change, and
 * affiliations a person's.
 * That a list of a node got longer (its meetings, its remarks) is the listed node's change alone.
 */
export class ChangedNodes {
  readonly #changes = new Map<string, NewChange & { kind: Kind }>()

  add(kind: Kind, subjectKind: ChangeSubject, subjectIds: Iterable<string>, meetingId: string | null): void {
    for (const subjectId of subjectIds) {
      const before = this.#changes.get(subjectId)?.kind
      if (before === 'REMOVED' || (before === 'CREATED' && kind === 'UPDATED')) continue
      this.#changes.set(subjectId, { kind, subjectKind, subjectId, meetingId })
    }
  }

  /** People, organizations and themes that were removed. */
  addRemoved({ people, organizations, themes }: Removed, meetingId: string | null): void {
    this.add('REMOVED', 'PERSON', people, meetingId)
    this.add('REMOVED', 'ORGANIZATION', organizations, meetingId)
    this.add('REMOVED', 'THEME', themes, meetingId)
  }

  /** The paragraphs and outcomes of meetings, in the order of the records. Two statements. */
  async addPartsOf(sql: Sql, kind: Kind, meetings: readonly string[]): Promise<void> {
    for (const [subjectKind, table] of parts) {
      const rows = await sql.query<{ id: string; meetingId: string }>(
        `SELECT "id", "meetingId" FROM "${table}" WHERE "meetingId" = ANY($1::uuid[]) ORDER BY "sortKey"`,
        [meetings],
      )
      for (const { id, meetingId } of rows) this.add(kind, subjectKind, [id], meetingId)
    }
  }

  /** What was derived. One statement. */
  async addDerived(sql: Sql, { renamed, people, remarks }: Derived, meetingId: string | null): Promise<void> {
    await this.#addPlacesOf(sql, remarks)
    this.add('UPDATED', 'PERSON', people, meetingId)
    this.add('UPDATED', 'ORGANIZATION', renamed.organizations, meetingId)
    this.add('UPDATED', 'THEME', renamed.themes, meetingId)
  }

  /** The paragraphs of these remarks, or their meetings, as updated. */
  async #addPlacesOf(sql: Sql, remarks: readonly string[]): Promise<void> {
    if (remarks.length === 0) return
    const places = await sql.query<{ paragraphId: string | null; meetingId: string }>(
      'SELECT DISTINCT "paragraphId", "meetingId" FROM "Remark" WHERE "id" = ANY($1::uuid[])',
      [remarks],
    )
    for (const { paragraphId, meetingId } of places)
      this.add('UPDATED', paragraphId ? 'PARAGRAPH' : 'MEETING', [paragraphId ?? meetingId], meetingId)
  }

  /** In the order in which they were added first. */
  list(): NewChange[] {
    return [...this.#changes.values()]
  }
}
