import type { DatabaseLimits } from '../database/limits.js'
import { ReportedError } from '../database/reported-error.js'
import { type Setting, settingsTable } from './table.js'

type Table = typeof settingsTable

/** The value of every setting, by its name in `settingsTable`. */
export type Settings = {
  readonly [Name in keyof Table]: Table[Name]['fallback'] | NonNullable<ReturnType<Table[Name]['parse']>>
}

/** The values of command-line flags, by name without dashes. */
export type Flags = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings. Flags override environment variables, which override defaults; an empty variable counts as not set.
 *
 * @throws ReportedError that names the variable or flag with an invalid value, or an unknown RAPPORTEUR_ variable
 */
export function readSettings(environment: NodeJS.ProcessEnv, flags: Flags = {}): Settings {
  refuseUnknown(environment)
  const entries = Object.entries<Setting<unknown>>(settingsTable)
  // The cast holds because each value comes from its own row's `parse` or `fallback`.
  return Object.fromEntries(entries.map(([name, setting]) => [name, read(setting, environment, flags)])) as Settings
}

function read(setting: Setting<unknown>, environment: NodeJS.ProcessEnv, flags: Flags): unknown {
  const flag = setting.flag === undefined ? undefined : flags[setting.flag]
  const given = flag ?? environment[setting.variable]
  if (given === undefined || (given === '' && flag === undefined)) return setting.fallback
  const value = given === '' ? undefined : setting.parse(given)
  if (value !== undefined) return value
  const name = flag === undefined ? setting.variable : `--${setting.flag}`
  // A URL may contain a password, and a key is a secret: neither is repeated.
  const repeated = /URL|KEY/.test(setting.variable) ? '' : ` It is ${JSON.stringify(given)}.`
  throw new ReportedError(`${name} takes ${setting.takes}.${repeated}`, { exitCode: 2 })
}

function refuseUnknown(environment: NodeJS.ProcessEnv): void {
  const known = new Set<string>(Object.values<Setting<unknown>>(settingsTable).map(({ variable }) => variable))
  const unknown = Object.keys(environment).find((name) => name.startsWith('RAPPORTEUR_') && !known.has(name))
  if (unknown === undefined) return
  const names = [...known].filter((name) => name.startsWith('RAPPORTEUR_')).join(', ')
  throw new ReportedError(`Unknown setting ${unknown}. The settings with this prefix are ${names}.`, { exitCode: 2 })
}

/** The settings that concern connections to the database. */
export const databaseLimitsOf = (settings: Settings): DatabaseLimits => ({
  readConnections: settings.readConnections,
  readWait: settings.readWait,
  embeddedReadWait: settings.embeddedReadWait,
  readStatement: settings.readStatement,
  writeConnections: settings.writeConnections,
  writeLock: settings.writeLock,
  connect: settings.connect,
})
