import { describe, expect, it } from 'vitest'
import { readSettings } from '../src/settings/settings.js'
import { type Setting, settingsTable } from '../src/settings/table.js'

describe('settings', () => {
  it('have defaults', () => {
    expect(readSettings({})).toMatchObject({ port: 4000, host: '127.0.0.1', dataDir: '.rapporteur', reading: 'open' })
  })

  it('come from flags before the environment before defaults; an empty variable is not set', () => {
    expect(readSettings({ PORT: '5000' }).port).toBe(5000)
    expect(readSettings({ PORT: '5000' }, { port: '6000' }).port).toBe(6000)
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: undefined })
  })

  it.each<[NodeJS.ProcessEnv, Record<string, string>, string]>([
    [{ PORT: 'x' }, {}, 'PORT takes a whole number from 0 to 65535. It is "x".'],
    [{ PORT: '65536' }, {}, 'PORT takes'],
    [{ PORT: '80.5' }, {}, 'PORT takes'],
    [{}, { port: '-1' }, '--port takes'],
    [{}, { 'data-dir': '' }, '--data-dir takes'],
    [{ RAPPORTEUR_READING: 'closed' }, {}, 'RAPPORTEUR_READING takes "open" or "keys". It is "closed".'],
    [{ RAPPORTEUR_MAX_PRICE: '0' }, {}, 'RAPPORTEUR_MAX_PRICE takes'],
    [{ RAPPORTEUR_CORS_ORIGINS: 'https://a.example/path' }, {}, 'RAPPORTEUR_CORS_ORIGINS takes origins'],
    [{ RAPPORTEUR_URL: 'localhost:4000' }, {}, 'RAPPORTEUR_URL takes'],
    [{ RAPPORTEUR_RAEDING: 'keys' }, {}, 'Unknown setting RAPPORTEUR_RAEDING.'],
  ])('refuse what they do not take: %o %o', (environment, flags, message) => {
    expect(() => readSettings(environment, flags)).toThrow(message)
  })

  it('do not repeat an address that may hold a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://me:s3cret@host/db' })).toThrow(/^DATABASE_URL takes .*[^t]$/)
    expect(() => readSettings({ DATABASE_URL: 'mysql://me:s3cret@host/db' })).not.toThrow(/s3cret/)
  })

  it('each take their own default', () => {
    for (const { fallback, parse } of Object.values<Setting<unknown>>(settingsTable))
      if (fallback !== undefined) expect(parse(String(fallback))).toBe(fallback)
  })
})
