import { databaseLimits } from '../database/limits.js'
import { bytes, milliseconds, oneOf, optional, origins, postgres, text, webAddress, whole } from './kinds.js'

/** One setting: an environment variable, and for some a command-line flag, which takes precedence. */
export interface Setting<Value> {
  readonly variable: string
  readonly flag?: string
  readonly fallback: Value
  /** The values it accepts, as in "PORT takes …". */
  readonly takes: string
  readonly means: string
  /** Undefined if the text is not valid. */
  readonly parse: (text: string) => Value | undefined
}

/** Every setting. The command line's help is printed from it. */
export const settingsTable = {
  port: {
    variable: 'PORT',
    flag: 'port',
    fallback: 4000,
    ...whole(0, 65_535),
    means: 'The port that the server listens on; 0 for any free one.',
  },
  host: {
    variable: 'HOST',
    flag: 'host',
    fallback: '127.0.0.1',
    ...text,
    means: 'The address that the server listens on; 0.0.0.0 for all addresses of this machine.',
  },
  publicUrl: {
    variable: 'RAPPORTEUR_PUBLIC_URL',
    ...optional(webAddress),
    means: 'The URL at which readers reach the server, for permalinks; if not set, the address of the request.',
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    ...optional(postgres),
    means: 'The Postgres to use; if not set, the embedded database.',
  },
  databaseDirectUrl: {
    variable: 'DATABASE_DIRECT_URL',
    ...optional(postgres),
    means: 'The same Postgres without PgBouncer in between, for migrations; if not set, DATABASE_URL.',
  },
  dataDir: {
    variable: 'RAPPORTEUR_DATA_DIR',
    flag: 'data-dir',
    fallback: '.rapporteur',
    ...text,
    means: 'The folder of the embedded database, relative to the working folder.',
  },
  sample: {
    variable: 'RAPPORTEUR_SAMPLE',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means: 'Whether the server loads the sample record into an empty embedded database (--no-sample: off).',
  },
  serverUrl: {
    variable: 'RAPPORTEUR_URL',
    ...optional(webAddress),
    means: 'The running server that the command line works through.',
  },
  apiKey: { variable: 'RAPPORTEUR_API_KEY', ...optional(text), means: 'The key that the command line sends to it.' },
  corsOrigins: {
    variable: 'RAPPORTEUR_CORS_ORIGINS',
    ...optional(origins),
    means:
      'Web origins whose pages may send requests; if not set, those of this machine when listening on loopback, else none.',
  },
  reading: {
    variable: 'RAPPORTEUR_READING',
    fallback: 'open',
    ...oneOf('open', 'keys'),
    means: 'Whether anyone may read, or only holders of a key of scope read.',
  },
  files: {
    variable: 'RAPPORTEUR_FILES',
    fallback: 'off',
    ...oneOf('on', 'off'),
    means: 'Whether readers may download the files that records were read from. Their text is shown in any case.',
  },
  reports: {
    variable: 'RAPPORTEUR_REPORTS',
    fallback: 3,
    ...whole(0, 1_000),
    means: 'How many errors in records readers at one address may report in a minute, without a key; 0 for none.',
  },
  introspection: {
    variable: 'RAPPORTEUR_INTROSPECTION',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means: 'Whether GraphiQL, introspection and /schema.graphql are available.',
  },
  readPath: {
    variable: 'RAPPORTEUR_READ_PATH',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means: 'Whether each read is compiled to one SQL statement; the answers are the same either way.',
  },
  etags: {
    variable: 'RAPPORTEUR_ETAGS',
    fallback: 'on',
    ...oneOf('on', 'off'),
    means:
      'Whether answers to GET requests have an ETag, and unchanged ones are answered with 304. Turn off when reading from replicas.',
  },
  answerMemory: {
    variable: 'RAPPORTEUR_ANSWER_MEMORY_BYTES',
    fallback: 32_000_000,
    ...whole(0, 2_000_000_000),
    means:
      'How many bytes of answers are kept until the archive changes, to be given again without a statement; 0 for none, as without ETags.',
  },
  maxAge: {
    variable: 'RAPPORTEUR_MAX_AGE',
    fallback: 5,
    ...whole(0, 5),
    means: 'How long caches may reuse the answer to a GET request without a key, in seconds.',
  },
  maxPrice: {
    variable: 'RAPPORTEUR_MAX_PRICE',
    fallback: 20_000,
    ...whole(1),
    means: 'The highest price of an operation: the number of objects that its answer could contain.',
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
    means: 'How many aliases an operation may have.',
  },
  maxTokens: {
    variable: 'RAPPORTEUR_MAX_TOKENS',
    fallback: 2_000,
    ...whole(1),
    means: 'How many tokens an operation may have.',
  },
  maxBody: {
    variable: 'RAPPORTEUR_MAX_BODY_BYTES',
    fallback: 1_000_000,
    ...bytes,
    means: 'The largest request body, in bytes.',
  },
  maxUpload: {
    variable: 'RAPPORTEUR_MAX_UPLOAD_BYTES',
    fallback: 20_000_000,
    ...bytes,
    means: 'The largest uploaded file, in bytes.',
  },
  workers: {
    variable: 'RAPPORTEUR_WORKERS',
    flag: 'workers',
    ...optional(whole(1, 256)),
    means:
      'How many documents an ingest reads at once, each in a thread of its own; 1 uses no extra threads. If not set, one less than there are cores.',
  },
  rateByAddress: {
    variable: 'RAPPORTEUR_RATE_BY_ADDRESS',
    ...optional(whole(0)),
    means:
      'Requests per minute from one address without a key, 0 for no limit; if not set, 1,200, and no limit on loopback.',
  },
  rateByKey: {
    variable: 'RAPPORTEUR_RATE_BY_KEY',
    ...optional(whole(0)),
    means: 'Requests per minute with one key, 0 for no limit; if not set, 6,000, and no limit on loopback.',
  },
  proxies: {
    variable: 'RAPPORTEUR_PROXIES',
    fallback: 0,
    ...whole(0, 10),
    means: 'How many of your own proxies in front of the server add to X-Forwarded-For; 0 ignores that header.',
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
    ...milliseconds,
    means: 'How long a request waits for one of them, in milliseconds.',
  },
  embeddedReadWait: {
    variable: 'RAPPORTEUR_EMBEDDED_READ_WAIT_MS',
    fallback: databaseLimits.embeddedReadWait,
    ...milliseconds,
    means: 'How long a request waits for its turn on the embedded database, in milliseconds.',
  },
  readStatement: {
    variable: 'RAPPORTEUR_READ_TIMEOUT_MS',
    fallback: databaseLimits.readStatement,
    ...milliseconds,
    means: 'How long a reading statement may run on Postgres, in milliseconds.',
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
    ...milliseconds,
    means: 'How long a write waits for another that has locked its rows, in milliseconds.',
  },
  connect: {
    variable: 'RAPPORTEUR_CONNECT_TIMEOUT_MS',
    fallback: databaseLimits.connect,
    ...milliseconds,
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
    ...milliseconds,
    means: 'How long a subscriber may leave an event unread before the stream is closed, in milliseconds.',
  },
  changesDays: {
    variable: 'RAPPORTEUR_CHANGES_DAYS',
    fallback: 365,
    ...whole(0, 36_500),
    means: 'How many days the feed keeps changes; 0 for ever.',
  },
  modelUrl: {
    variable: 'RAPPORTEUR_MODEL_URL',
    ...optional(webAddress),
    means:
      'The OpenAI-compatible endpoint of a language model that reads prose, such as http://127.0.0.1:11434/v1; if not set, no record leaves this machine.',
  },
  model: { variable: 'RAPPORTEUR_MODEL', ...optional(text), means: 'The name of the model there.' },
  modelKey: { variable: 'RAPPORTEUR_MODEL_KEY', ...optional(text), means: 'The key that the endpoint asks for.' },
  modelContext: {
    variable: 'RAPPORTEUR_MODEL_CONTEXT',
    fallback: 32_000,
    ...whole(4_000, 10_000_000),
    means: 'How many tokens the model takes, question and answer together; longer records are read in parts.',
  },
  modelTimeout: {
    variable: 'RAPPORTEUR_MODEL_TIMEOUT_MS',
    fallback: 120_000,
    ...whole(1_000, 300_000), // Node's own limit on an answer that does not go on
    means: 'How long the model may be silent, in milliseconds; at most five minutes.',
  },
  log: {
    variable: 'RAPPORTEUR_LOG',
    fallback: 'requests',
    ...oneOf('requests', 'errors'),
    means: 'Whether each request is logged as a line of JSON on stdout, or only errors, on stderr.',
  },
  slowStatement: {
    variable: 'RAPPORTEUR_SLOW_STATEMENT_MS',
    fallback: 1_000,
    ...whole(0, 3_600_000),
    means: 'Statements that take at least this many milliseconds are logged; 0 for none.',
  },
  metrics: {
    variable: 'RAPPORTEUR_METRICS',
    ...optional(oneOf('on', 'off')),
    means: 'Whether /metrics is available, for Prometheus; if not set, on loopback and if reading needs a key.',
  },
  telemetry: {
    variable: 'RAPPORTEUR_TELEMETRY',
    fallback: 'off',
    ...oneOf('on', 'off'),
    means: 'Whether requests are reported to the OpenTelemetry SDK that the process was started with.',
  },
  stopDelay: {
    variable: 'RAPPORTEUR_STOP_DELAY_MS',
    ...optional(whole(0, 3_600_000)),
    means:
      'How long requests are still accepted after SIGTERM, while /ready answers 503, in milliseconds; if not set, 2,000, and 0 on loopback.',
  },
  drain: {
    variable: 'RAPPORTEUR_DRAIN_MS',
    fallback: 10_000,
    ...whole(0, 3_600_000),
    means:
      'How long the server may take to stop after SIGTERM, in milliseconds; requests still running then are cut off.',
  },
} as const satisfies Record<string, Setting<unknown>>
