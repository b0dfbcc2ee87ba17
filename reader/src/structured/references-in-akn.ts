import type { Element } from '../layout.js'
import { outermost } from './elements.js'
import { bareReference, readableIdentifier } from './identifier.js'
import { type Entry, personEntry, plainEntry, type Register } from './register.js'

const kinds = new Set(
  ['Person', 'Organization', 'Role', 'Concept', 'Object', 'Event', 'Location', 'Process', 'Term', 'Reference'].map(
    (kind) => `TLC${kind}`,
  ),
)

const entryOf = ({ name, attributes }: Element): Entry | null => {
  const id = attributes.eId ?? attributes.id ?? attributes.wId ?? bareReference(attributes.href ?? '')
  if (id === '') return null
  const shown = attributes.showAs?.replace(/\s+/g, ' ').trim() || attributes.shortForm?.trim() || readableIdentifier(id)
  if (name === 'TLCPerson') return personEntry(id, shown, [])
  if (name === 'TLCOrganization') return plainEntry(id, 'organization', shown)
  return plainEntry(id, name === 'TLCRole' ? 'role' : 'other', shown)
}

/** What the references of a debate lead to. Of two with one identifier, the first. */
export const registerOf = (root: Element): Register => {
  const register = new Map<string, Entry>()
  for (const element of outermost(root, kinds)) {
    const entry = entryOf(element)
    if (entry && !register.has(entry.id)) register.set(entry.id, entry)
  }
  return register
}
