/** The finite forms of a verb that reports, and its past participle. */
export interface VerbForms {
  readonly past: string
  readonly participle: string
  readonly present: string
  readonly base: string
}

const irregular: Readonly<Record<string, [past: string, participle: string]>> = {
  say: ['said', 'said'],
  speak: ['spoke', 'spoken'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  hold: ['held', 'held'],
  put: ['put', 'put'],
  give: ['gave', 'given'],
  make: ['made', 'made'],
  draw: ['drew', 'drawn'],
  take: ['took', 'taken'],
  see: ['saw', 'seen'],
  find: ['found', 'found'],
  bring: ['brought', 'brought'],
  set: ['set', 'set'],
  begin: ['began', 'begun'],
  lead: ['led', 'led'],
  lay: ['laid', 'laid'],
  go: ['went', 'gone'],
  understand: ['understood', 'understood'],
  foresee: ['foresaw', 'foreseen'],
  read: ['read', 'read'],
  write: ['wrote', 'written'],
  withdraw: ['withdrew', 'withdrawn'],
  lend: ['lent', 'lent'],
  teach: ['taught', 'taught'],
}

/** Verbs that double their last consonant. */
const doubling = new Set([
  'refer',
  'beg',
  'concur',
  'admit',
  'submit',
  'regret',
  'rebut',
  'defer',
  'infer',
  'demur',
  'plan',
  'sum',
  'wrap',
  'quip',
  'commit',
  'flag',
  'signal',
  'sum',
  'wrap',
])

const regularPast = (base: string): string => {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return doubling.has(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

const present = (base: string): string => {
  if (/(?:s|sh|ch|x|z|o)$/.test(base)) return `${base}es`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

export const inflect = (base: string): VerbForms => {
  const [past, participle] = irregular[base] ?? [regularPast(base), regularPast(base)]
  return { past, participle, present: present(base), base }
}
