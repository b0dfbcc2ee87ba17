import { Option } from '@commander-js/extra-typings'
import { readSettings } from '../settings/settings.js'
import { ask } from './ask.js'
import { command, dataDir } from './command.js'
import { actFields, everyRow, type ListedAct, linesOf, type Page } from './listed-acts.js'
import { openTarget } from './target.js'

/** A person, body or theme, by its slug; null if no record names it any more. */
type Named = { slug: string } | null

interface ListedMerge extends ListedAct {
  kind: 'PERSON' | 'ORGANIZATION' | 'THEME'
  from: Named[]
  fromIds: string[]
  into: Named
  intoId: string
}

const named = '... on Person { slug } ... on Organization { slug } ... on Theme { slug }'
const query = `query ($kind: MergeKind, $inForce: Boolean, $after: String) {
  merges(kind: $kind, inForce: $inForce, first: 100, after: $after) {
    nodes { ${actFields} kind from { ${named} } fromIds into { ${named} } intoId } pageInfo { hasNextPage endCursor } } }`

const kinds = { people: 'PERSON', organizations: 'ORGANIZATION', themes: 'THEME' } as const
const kindOf = Object.fromEntries(Object.entries(kinds).map(([word, kind]) => [kind, word]))

/** By their slugs; by their ids if some have left the archive. */
const slugsOf = (rows: Named[], ids: string[]) =>
  (rows.length === ids.length ? rows.map((row, i) => row?.slug ?? ids[i]) : ids).join(', ')

const lineOf = (merge: ListedMerge): string => {
  const { kind, from, fromIds, into, intoId } = merge
  return linesOf(merge, `${kindOf[kind]}: ${slugsOf(from, fromIds)} into ${slugsOf([into], [intoId])}`)
}

export const mergesCommand = command(
  {
    name: 'merges',
    summary: 'lists what was merged into what, the newest first',
    description: 'Each merge begins with the id that `rapporteur undo` takes.',
    examples: ['rapporteur merges', 'rapporteur merges --kind people --all'],
  },
  (its) =>
    its
      .addOption(
        new Option('--kind <kind>', 'only merges of these').choices(Object.keys(kinds) as (keyof typeof kinds)[]),
      )
      .option('--all', 'those that were undone, too')
      .addOption(new Option('--undone', 'only those that were undone').conflicts('all'))
      .option('--json', 'as one JSON value for each line')
      .option(...dataDir),
  async ({ flags }) => {
    const target = await openTarget(readSettings(process.env, { 'data-dir': flags.dataDir }))
    const asked = { kind: flags.kind && kinds[flags.kind], inForce: flags.all ? null : !flags.undone }
    try {
      const listed = await everyRow(async (after) => {
        const { merges } = await ask(target, query, { ...asked, after })
        return merges as Page<ListedMerge>
      })
      for (const one of listed) console.log(flags.json ? JSON.stringify(one) : lineOf(one))
      if (listed.length === 0) process.stderr.write('There are no such merges.\n')
    } finally {
      if ('database' in target) await target.database.close()
    }
    return 0
  },
)
