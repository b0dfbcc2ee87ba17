import { ReportedError } from '../database/reported-error.js'
import { readSettings } from '../settings/settings.js'
import { ask } from './ask.js'
import { command, dataDir } from './command.js'
import { actFields, everyRow, type ListedAct, linesOf, type Page } from './listed-acts.js'
import { openTarget, type Target } from './target.js'

interface ListedCorrection extends ListedAct {
  summary: string
  lost: string | null
}

const query = `query ($slug: String!, $inForce: Boolean, $after: String) { meeting(slug: $slug) {
  corrections(inForce: $inForce, first: 100, after: $after) {
    nodes { ${actFields} summary lost } pageInfo { hasNextPage endCursor } } } }`

/** Every correction of a meeting. @throws ReportedError if there is no such meeting */
const correctionsOf = (target: Target, slug: string, inForce: boolean | null): Promise<ListedCorrection[]> =>
  everyRow(async (after) => {
    const { meeting } = await ask(target, query, { slug, inForce, after })
    if (!meeting) throw new ReportedError(`There is no meeting ${JSON.stringify(slug)}.`)
    return (meeting as { corrections: Page<ListedCorrection> }).corrections
  })

const lineOf = (correction: ListedCorrection): string => {
  const { summary, lost } = correction
  return linesOf(correction, summary, lost === null ? [] : [`It does not fit the record as it was read last: ${lost}.`])
}

export const correctionsCommand = command(
  {
    name: 'corrections',
    summary: 'lists how the reading of a record was corrected',
    description: 'Each correction begins with the id that `rapporteur undo` takes.',
    examples: ['rapporteur corrections board-2025-10-16'],
  },
  (its) =>
    its
      .argument('<meeting>', 'the slug of the meeting')
      .option('--all', 'those that were undone, too')
      .option('--json', 'as one JSON value for each line')
      .option(...dataDir),
  async ({ args: [slug], flags }) => {
    const target = await openTarget(readSettings(process.env, { 'data-dir': flags.dataDir }))
    try {
      const listed = await correctionsOf(target, slug, flags.all ? null : true)
      for (const one of listed) console.log(flags.json ? JSON.stringify(one) : lineOf(one))
      if (listed.length === 0) process.stderr.write('Nothing is corrected.\n')
    } finally {
      if ('database' in target) await target.database.close()
    }
    return 0
  },
)
