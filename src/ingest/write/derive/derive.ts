import type { Sql } from '../../../database/sql.js'
import { deriveAffiliations, deriveRemarkAffiliations } from './affiliations.js'
import { deriveCounts } from './counts.js'
import { deriveLists } from './lists.js'
import { deriveOrganizationNames, derivePersonNames, deriveThemeTitles } from './names.js'
import { deriveCountedParties } from './parties.js'
import { derivePeople } from './people.js'
import { peopleRegrouped, regroupAffiliations } from './regroup.js'
import type { Scope } from './scope.js'
import { deriveThemeSpeakers, renameThemeSpeakers } from './theme-speakers.js'
import { deriveTotals } from './totals.js'

/** Rows whose names changed. */
interface Renamed {
  people: string[]
  organizations: string[]
  themes: string[]
}

/** What deriving has changed. */
export interface Derived {
  renamed: Renamed
  /** People of whom anything changed but the total of their remarks: names, affiliations, organization. */
  people: string[]
  /** Remarks whose speakers are seen to have spoken for others than before. */
  remarks: string[]
}

/**
 * Makes everything in scope that follows from what records state agree with it, in a number of statements that does not
 * depend on the scope. For every writer that changes a record's rows or what is merged into what.
 */
export async function derive(sql: Sql, given: Scope): Promise<Derived> {
  const regrouped = await peopleRegrouped(sql, given.people)
  // Their affiliations may get other ids, wherever they spoke.
  const scope =
    regrouped.length > 0 ? { ...given, everywhere: [...new Set([...given.everywhere, ...regrouped])] } : given
  const renamed = {
    people: await derivePersonNames(sql, scope.people),
    organizations: await deriveOrganizationNames(sql, scope.organizations),
    themes: await deriveThemeTitles(sql, scope.themes),
  }
  if (regrouped.length > 0) await regroupAffiliations(sql, regrouped)
  const affiliated = await deriveAffiliations(sql, scope.people)
  const spokenFor = await deriveRemarkAffiliations(sql, scope)
  await deriveCountedParties(sql, scope)
  await deriveLists(sql, scope)
  await deriveCounts(sql, scope)
  await deriveThemeSpeakers(sql, scope)
  await renameThemeSpeakers(sql, renamed)
  const moved = await derivePeople(sql, scope.people)
  await deriveTotals(sql, 'Theme', scope.themes)
  await deriveTotals(sql, 'Person', scope.people)
  await deriveTotals(sql, 'Organization', [...scope.organizations, ...spokenFor.organizations])
  return { renamed, people: [...renamed.people, ...affiliated, ...moved], remarks: spokenFor.remarks }
}
