import { sortName } from '@rapporteur/reader/names'
import { nameKey } from '@rapporteur/reader/people/name-keys'
import type { Sql } from '../database/sql.js'
import { newId } from '../database/uuid.js'
import { recordChanges } from '../feed/record-changes.js'
import { ChangedNodes } from '../ingest/write/changed-nodes.js'
import { derive } from '../ingest/write/derive/derive.js'
import { emptyScope } from '../ingest/write/derive/scope.js'
import { lockIngest } from '../ingest/write/lock.js'
import type { Act } from './act.js'
import { ConflictingActError, InvalidActError } from './errors.js'
import { checkReason, checkText } from './reason.js'
import { standingPerson } from './standing-person.js'

/** In UTF-16 units. */
const MAX_NAME_LENGTH = 300

/**
 * Sets the name under which a person is shown, whatever records print. Printed forms and the slug stay. Runs in the transaction
 * of `sql`.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function renamePerson(sql: Sql, act: Act & { personId: string; name: string }): Promise<void> {
  const { personId, by } = act
  const reason = checkReason(act.reason)
  const name = checkText(['name'], act.name.trim().replace(/\s+/gu, ' '), MAX_NAME_LENGTH)
  if (!/\p{L}/u.test(name))
    throw new InvalidActError(['name'], 'It contains no letter. Give the name as it should be shown.')
  await lockIngest(sql)
  const previous = await standingPerson(sql, personId, 'Rename')
  if (previous === name) throw new ConflictingActError(`The person is already called "${name}".`)
  await sql.query(
    `INSERT INTO "Rename" ("id", "personId", "name", "sortName", "nameKey", "previous", "reason", "by")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), personId, name, sortName(name) || name, nameKey(name), previous, reason, by],
  )
  const nodes = new ChangedNodes()
  await nodes.addDerived(sql, await derive(sql, { ...emptyScope, people: [personId], hasOnlyGrown: false }), null)
  const others = nodes.list().filter(({ subjectId }) => subjectId !== personId)
  await recordChanges(sql, [{ kind: 'RENAMED', subjectKind: 'PERSON', subjectId: personId, reason }, ...others], by)
}
