import { fold } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { keyMaker } from '../slug.js'
import { readableIdentifier } from './elements.js'
import type { Register } from './register.js'

/** The bodies that a record names, each once, however many references lead to it. */
export interface Organizations {
  readonly rows: MeetingRecord['organizations']
  readonly keyOf: (reference: string) => string
}

export const organizationsOf = (register: Register): Organizations => {
  const rows: MeetingRecord['organizations'] = []
  const keys = new Map<string, string>()
  const keyOfName = keyMaker('organization')
  const keyOf = (id: string): string => {
    const entry = register.get(id)
    const name = entry?.name ?? readableIdentifier(id)
    const folded = fold(name) || name
    const known = keys.get(folded)
    if (known !== undefined) return known
    const key = keyOfName(name)
    keys.set(folded, key)
    const aliases = (entry?.aliases ?? []).filter((alias) => fold(alias) !== folded)
    rows.push({ key, name, aliases: [...new Set(aliases)], parent: null })
    return key
  }
  return { rows, keyOf }
}
