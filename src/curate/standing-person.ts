import type { Sql } from '../database/sql.js'
import { ConflictingActError, NotFoundActError } from './errors.js'

/**
 * The name of a person who is merged into nobody. In the transaction of `sql`.
 *
 * @param act what is to be done to the person, for the advice to do it to the one who stands instead.
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
      `"${person.name}" is merged into somebody. ${act} that person, or undo the merge first.`,
    )
  return person.name
}
