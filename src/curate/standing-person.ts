import type { Sql } from '../database/sql.js'
import { ConflictingActError, NotFoundActError } from './errors.js'

/**
 * The name of a person who must not be merged into another.
 *
 * @param act what the caller is about to do, for the advice in the error
 * @throws NotFoundActError, ConflictingActError
 */
export async function standingPerson(sql: Sql, personId: string, act: 'Erase' | 'Rename'): Promise<string> {
  const [person] = await sql.query<{ name: string; mergedIntoId: string | null }>(
    'SELECT "name", "mergedIntoId" FROM "Person" WHERE "id" = $1',
    [personId],
  )
  if (!person) throw new NotFoundActError('There is no person with this id.')
  if (person.mergedIntoId)
    throw new ConflictingActError(
      `"${person.name}" is merged into another person. ${act} that person, or undo the merge first.`,
    )
  return person.name
}
