import { type ActKind, finiteForms, participles, type Stance } from '../english/reporting-verbs.js'

/** What a printed verb does, and what it says of the speaker's stance; one that is not known is OTHER. */
export const verbOf = (printed: string): { readonly kind: ActKind; readonly stance: Stance | null } => {
  const word = printed.toLowerCase().split(/\s+/)[0] ?? ''
  return finiteForms.get(word) ?? participles.get(word) ?? { kind: 'OTHER', stance: null }
}
