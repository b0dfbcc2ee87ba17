import type { Sql } from '../../../database/sql.js'
import { deriveAffiliations, deriveRemarkAffiliations } from './affiliations.js'
import { deriveLists } from './lists.js'
import { deriveOrganizationNames, derivePersonNames, deriveThemeTitles } from './names.js'
import { derivePeople } from './people.js'
import type { Scope } from './scope.js'
import { deriveTotals } from './totals.js'

/** Rows whose names changed. */
export interface Renamed {
  people: string[]
  organizations: string[]
  themes: string[]
}

/**
 * Makes everything in scope that follows from what records state agree with it, in a number of statements that does not
 * depend on the scope. For every writer that changes a record's rows or what is merged into what.
 */
export async function derive(sql: Sql, scope: Scope): Promise<Renamed> {
  const renamed = {
    people: await derivePersonNames(sql, scope.people),
    organizations: await deriveOrganizationNames(sql, scope.organizations),
    themes: await deriveThemeTitles(sql, scope.themes),
  }
  await deriveAffiliations(sql, scope.people)
  const spokenFor = await deriveRemarkAffiliations(sql, scope)
  await derivePeople(sql, scope.people)
  await deriveTotals(sql, 'Theme', scope.themes)
  await deriveTotals(sql, 'Organization', [...scope.organizations, ...spokenFor])
  await deriveLists(sql, scope)
  return renamed
}
