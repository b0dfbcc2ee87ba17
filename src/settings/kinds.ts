/** What a setting accepts. */
interface Kind<Value> {
  /** As in "PORT takes …". */
  readonly takes: string
  /** Undefined if the text is not valid. */
  readonly parse: (text: string) => Value | undefined
}

/** Any text but the empty one. */
export const text = { takes: 'a text', parse: (given: string): string | undefined => given }

/** A whole number in decimal digits, bounds included. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER) => ({
  takes: most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`,
  parse: (given: string) => (/^\d{1,15}$/.test(given) && +given >= least && +given <= most ? +given : undefined),
})

/** One of these words, exactly. */
export const oneOf = <Word extends string>(...words: Word[]) => ({
  takes: words.map((word) => `"${word}"`).join(' or '),
  parse: (given: string) => words.find((word) => word === given),
})

/** A URL with one of these schemes ("http:"). */
const address = (example: string, ...schemes: string[]) => ({
  takes: `an address like ${example}`,
  parse: (given: string): string | undefined =>
    URL.canParse(given) && schemes.includes(new URL(given).protocol) ? given : undefined,
})

/** The address of a Postgres database. */
export const postgres = address('postgresql://user:password@host:5432/database', 'postgres:', 'postgresql:')
const web = address('https://records.example.org', 'http:', 'https:')
/** Slashes at its end are left out. */
export const webAddress = { ...web, parse: (given: string) => web.parse(given)?.replace(/\/+$/, '') }

/** A list of web origins, none with a path. */
export const origins = {
  takes: 'origins like https://example.org, separated by commas',
  parse: (given: string): readonly string[] | undefined => {
    const list = given.split(',').map((origin) => origin.trim())
    return list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ? list : undefined
  },
}

/** For a setting without a default. */
export const optional = <Value>(kind: Kind<Value>) => ({
  ...kind,
  fallback: undefined as Value | undefined,
})

/** A time of up to an hour. */
export const milliseconds = whole(1, 3_600_000)

/** A size of up to 2 GB. */
export const bytes = whole(1, 2_000_000_000)
