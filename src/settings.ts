import { type DatabaseLimits, databaseLimits } from './database/limits.js'
import { ReportedError } from './database/reported-error.js'

/** One thing that can be set: by an environment variable, and some by a flag of the command line, which wins. */
export interface Setting<Value> {
  readonly variable: string
  readonly flag?: string
  readonly fallback: Value
  /** What it takes, as in "PORT takes …". */
  readonly takes: string
  readonly means: string
  /** Undefined when it does not take this text. */
  readonly parse: (text: string) => Value | undefined
}

const text = { takes: 'a text', parse: (given: string): string | undefined => given }

const whole = (least: number, most = Number.MAX_SAFE_INTEGER) => ({
  takes: most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`,
  parse: (given: string) => (/^\d{1,15}$/.test(given) && +given >= least && +given <= most ? +given : undefined),
})

const oneOf = <Word extends string>(...words: Word[]) => ({
  takes: words.map((word) => `"${word}"`).join(' or '),
  parse: (given: string) => words.find((word) => word === given),
})

const address = (example: string, ...schemes: string[]) => ({
  takes: `an address like ${example}`,
  parse: (given: string): string | undefined =>
    URL.canParse(given) && schemes.includes(new URL(given).protocol) ? given : undefined,
})

const postgres = address('postgresql://user:password@host:5432/database', 'postgres:', 'postgresql:')
const web = address('https://records.example.org', 'http:', 'https:')
const withoutSlash = { ...web, parse: (given: string) => web.parse(given)?.replace(/\/+$/, '') }

const origins = {
  takes: 'origins like https://example.org, separated by commas',
  parse: (given: string): readonly string[] | undefined => {
    const list = given.split(',').map((origin) => origin.trim())
    return list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ? list : undefined
  },
}

/** `fallback` undefined: not set. */
const optional = <Value>(kind: { takes: string; parse: (text: string) => Value | undefined }) => ({
  ...kind,
  fallback: undefined as Value | undefined,
})

const waits = whole(1, 3_600_000)
const size = whole(1, 2_000_000_000)

/** Everything that can be set. The command line's help and the documentation are printed from it. */
export const settingsTable = {
  port: {
    variable: 'PORT',
    flag: 'port',
    fallback: 4000,
    ...whole(0, 65_535),
    means: 'The port that the server listens on; 0 for one that is free.',
  },
  host: {
    variable: 'HOST',
    flag: 'host',
    fallback: '127.0.0.1',
    ...text,
    means: 'The address that it listens on; 0.0.0.0 for every one of this machine.',
  },
  publicUrl: {
    variable: 'RAPPORTEUR_PUBLIC_URL',
    ...optional(withoutSlash),
    means: 'Where readers reach the server, for permalinks; the address that was asked, if not set.',
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    ...optional(postgres),
    means: 'The Postgres to use; the embedded database, if not set.',
  },
  databaseDirectUrl: {
    variable: 'DATABASE_DIRECT_URL',
    ...optional(postgres),
    means: 'The same Postgres past PgBouncer, for migrations; DATABASE_URL, if not set.',
  },
  dataDir: {
    variable: 'RAPPORTEUR_DATA_DIR',
    flag: 'data-dir',
    fallback: '.rapporteur',
    ...text,
    means: 'The folder of the embedded database, in the working folder.',
  },
  sample: {
    variable: 'RAPPORTEUR_SAMPLE',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means: 'Whether the server loads the sample record into an empty embedded database (--no-sample: off).',
  },
  serverUrl: {
    variable: 'RAPPORTEUR_URL',
    ...optional(withoutSlash),
    means: 'The running server that the command line works through.',
  },
  apiKey: { variable: 'RAPPORTEUR_API_KEY', ...optional(text), means: 'The key that the command line uses there.' },
  corsOrigins: {
    variable: 'RAPPORTEUR_CORS_ORIGINS',
    ...optional(origins),
    means: 'Web origins whose pages may ask; if not set, those of this machine while listening on loopback, else none.',
  },
  reading: {
    variable: 'RAPPORTEUR_READING',
    fallback: 'open',
    ...oneOf('open', 'keys'),
    means: 'Whether reading is open to all, or needs a key of scope read.',
  },
  introspection: {
    variable: 'RAPPORTEUR_INTROSPECTION',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means: 'Whether GraphiQL, introspection and /schema.graphql are there.',
  },
  readPath: {
    variable: 'RAPPORTEUR_READ_PATH',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means: 'Whether reads are compiled to one statement of SQL each; the answers are the same.',
  },
  etags: {
    variable: 'RAPPORTEUR_ETAGS',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means:
      'Whether answers to GET have an ETag, and one that is still the same is not sent again. To be off where replicas are read.',
  },
  maxAge: {
    variable: 'RAPPORTEUR_MAX_AGE',
    fallback: 5,
    ...whole(0, 5),
    means: 'For how many seconds caches may give an answer to a GET without a key again, without asking.',
  },
  maxPrice: {
    variable: 'RAPPORTEUR_MAX_PRICE',
    fallback: 20_000,
    ...whole(1),
    means: 'The most that an operation may cost: the objects that its answer could hold.',
  },
  maxDepth: {
    variable: 'RAPPORTEUR_MAX_DEPTH',
    fallback: 12,
    ...whole(1),
    means: 'How deep an operation may nest selections.',
  },
  maxAliases: {
    variable: 'RAPPORTEUR_MAX_ALIASES',
    fallback: 30,
    ...whole(0),
    means: 'How many aliases it may have.',
  },
  maxTokens: {
    variable: 'RAPPORTEUR_MAX_TOKENS',
    fallback: 2_000,
    ...whole(1),
    means: 'How many tokens it may have.',
  },
  maxBody: {
    variable: 'RAPPORTEUR_MAX_BODY_BYTES',
    fallback: 1_000_000,
    ...size,
    means: 'The longest body of a request, in bytes.',
  },
  maxUpload: {
    variable: 'RAPPORTEUR_MAX_UPLOAD_BYTES',
    fallback: 20_000_000,
    ...size,
    means: 'The longest file of an upload, in bytes.',
  },
  workers: {
    variable: 'RAPPORTEUR_WORKERS',
    flag: 'workers',
    ...optional(whole(1, 256)),
    means:
      'How many documents an ingest reads at once, each in a thread; 1 for none but its own. If not set, one less than there are cores.',
  },
  rateByAddress: {
    variable: 'RAPPORTEUR_RATE_BY_ADDRESS',
    ...optional(whole(0)),
    means: 'Requests a minute without a key from one address, 0 for any; if not set, 1,200, and any on loopback.',
  },
  rateByKey: {
    variable: 'RAPPORTEUR_RATE_BY_KEY',
    ...optional(whole(0)),
    means: 'Requests a minute with one key, 0 for any; if not set, 6,000, and any on loopback.',
  },
  proxies: {
    variable: 'RAPPORTEUR_PROXIES',
    fallback: 0,
    ...whole(0, 10),
    means: 'How many proxies of yours stand in front and add to X-Forwarded-For; 0: that header is not believed.',
  },
  readConnections: {
    variable: 'RAPPORTEUR_READ_CONNECTIONS',
    fallback: databaseLimits.readConnections,
    ...whole(1, 1_000),
    means: 'Connections to Postgres for reading.',
  },
  readWait: {
    variable: 'RAPPORTEUR_READ_WAIT_MS',
    fallback: databaseLimits.readWait,
    ...waits,
    means: 'How long a request waits for one of them, in milliseconds.',
  },
  readStatement: {
    variable: 'RAPPORTEUR_READ_TIMEOUT_MS',
    fallback: databaseLimits.readStatement,
    ...waits,
    means: 'How long a statement that reads may run on Postgres, in milliseconds.',
  },
  writeConnections: {
    variable: 'RAPPORTEUR_WRITE_CONNECTIONS',
    fallback: databaseLimits.writeConnections,
    ...whole(1, 1_000),
    means: 'Connections to Postgres for writing.',
  },
  writeLock: {
    variable: 'RAPPORTEUR_LOCK_TIMEOUT_MS',
    fallback: databaseLimits.writeLock,
    ...waits,
    means: 'How long a write waits for another that holds its rows, in milliseconds.',
  },
  connect: {
    variable: 'RAPPORTEUR_CONNECT_TIMEOUT_MS',
    fallback: databaseLimits.connect,
    ...waits,
    means: 'How long the first connection to Postgres may take at start, in milliseconds.',
  },
  maxStreams: {
    variable: 'RAPPORTEUR_MAX_STREAMS',
    fallback: 1_000,
    ...whole(0, 1_000_000),
    means: 'How many subscriptions may be open at once.',
  },
  streamStall: {
    variable: 'RAPPORTEUR_STREAM_STALL_MS',
    fallback: 60_000,
    ...waits,
    means: 'How long a subscriber may leave an event unread before the stream is cut, in milliseconds.',
  },
  changesDays: {
    variable: 'RAPPORTEUR_CHANGES_DAYS',
    fallback: 365,
    ...whole(0, 36_500),
    means: 'For how many days the feed keeps changes; 0 for ever.',
  },
  log: {
    variable: 'RAPPORTEUR_LOG',
    fallback: 'requests',
    ...oneOf('requests', 'errors'),
    means: 'Whether each request is a line of JSON on stdout, or errors only are logged, on stderr.',
  },
  slowStatement: {
    variable: 'RAPPORTEUR_SLOW_STATEMENT_MS',
    fallback: 1_000,
    ...whole(0, 3_600_000),
    means: 'Statements that took as many milliseconds are logged; 0 for none.',
  },
  metrics: {
    variable: 'RAPPORTEUR_METRICS',
    ...optional(oneOf('on', 'off')),
    means: 'Whether /metrics is there, for Prometheus; if not set, on loopback and where reading needs a key.',
  },
  telemetry: {
    variable: 'RAPPORTEUR_TELEMETRY',
    fallback: 'off',
    ...oneOf('on', 'off'),
    means: 'Whether requests are told to the OpenTelemetry SDK that the process was started with.',
  },
  stopDelay: {
    variable: 'RAPPORTEUR_STOP_DELAY_MS',
    ...optional(whole(0, 3_600_000)),
    means:
      'How long requests are taken after SIGTERM while /ready says 503, in milliseconds; if not set, 2,000, and 0 on loopback.',
  },
  drain: {
    variable: 'RAPPORTEUR_DRAIN_MS',
    fallback: 10_000,
    ...whole(0, 3_600_000),
    means: 'How long the server takes to stop after SIGTERM at most, in milliseconds: requests that run then are cut.',
  },
} as const satisfies Record<string, Setting<unknown>>

type Table = typeof settingsTable

/** What is set, each by its name in `settingsTable`. */
export type Settings = {
  readonly [Name in keyof Table]: Table[Name]['fallback'] | NonNullable<ReturnType<Table[Name]['parse']>>
}

/** Values of flags, by the flag's name without its dashes. */
export type Flags = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings: flags win over environment variables, those over defaults. An empty variable is not set.
 *
 * @throws ReportedError that names a variable or flag with a value that it does not take, or an unknown RAPPORTEUR_ variable.
 */
export function readSettings(environment: NodeJS.ProcessEnv, flags: Flags = {}): Settings {
  refuseUnknown(environment)
  const entries = Object.entries<Setting<unknown>>(settingsTable)
  // Each value is what its own row's `parse` gave, or its `fallback`, which is what `Settings` says of it.
  return Object.fromEntries(entries.map(([name, setting]) => [name, read(setting, environment, flags)])) as Settings
}

function read(setting: Setting<unknown>, environment: NodeJS.ProcessEnv, flags: Flags): unknown {
  const flag = setting.flag === undefined ? undefined : flags[setting.flag]
  const given = flag ?? environment[setting.variable]
  if (given === undefined || (given === '' && flag === undefined)) return setting.fallback
  const value = given === '' ? undefined : setting.parse(given)
  if (value !== undefined) return value
  const name = flag === undefined ? setting.variable : `--${setting.flag}`
  // An address may hold a password, and a key is one: neither is repeated.
  const repeated = /URL|KEY/.test(setting.variable) ? '' : ` It is ${JSON.stringify(given)}.`
  throw new ReportedError(`${name} takes ${setting.takes}.${repeated}`, { exitCode: 2 })
}

function refuseUnknown(environment: NodeJS.ProcessEnv): void {
  const known = new Set<string>(Object.values<Setting<unknown>>(settingsTable).map(({ variable }) => variable))
  const unknown = Object.keys(environment).find((name) => name.startsWith('RAPPORTEUR_') && !known.has(name))
  if (unknown === undefined) return
  const names = [...known].filter((name) => name.startsWith('RAPPORTEUR_')).join(', ')
  throw new ReportedError(`There is no setting ${unknown}. Those that begin so are ${names}.`, { exitCode: 2 })
}

/** What the settings say of Postgres' connections. */
export const databaseLimitsOf = (settings: Settings): DatabaseLimits => ({
  readConnections: settings.readConnections,
  readWait: settings.readWait,
  readStatement: settings.readStatement,
  writeConnections: settings.writeConnections,
  writeLock: settings.writeLock,
  connect: settings.connect,
})
