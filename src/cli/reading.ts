import { ReportedError } from '../database/reported-error.js'
import { readSettings } from '../settings/settings.js'
import { ask } from './ask.js'
import { command, dataDir } from './command.js'
import { openTarget } from './target.js'

const query = 'query ($meeting: String!) { proposal(meeting: $meeting) }'

export const readingCommand = command(
  {
    name: 'reading',
    summary: 'prints how a record was read, to be edited and given back',
    description:
      'Prints what was read of a record as the lines of a proposal: who is named, and who says which sentences. The sentences are those that `rapporteur annotate` numbers. Edit the lines, and give them back with `rapporteur ingest FILE --proposal r.jsonl`. Corrections are not in it: they are applied to whatever is read.',
    examples: ['rapporteur reading board-2025-10-16 > r.jsonl'],
  },
  (its) => its.argument('<meeting>', 'the slug of the meeting').option(...dataDir),
  async ({ args: [meeting], flags }) => {
    const target = await openTarget(readSettings(process.env, { 'data-dir': flags.dataDir }))
    try {
      const { proposal } = await ask(target, query, { meeting })
      if (proposal == null)
        throw new ReportedError(
          `There is no meeting ${JSON.stringify(meeting)}, or its record says by its markup who speaks. Correct that with "correct".`,
        )
      process.stdout.write(String(proposal))
    } finally {
      if ('database' in target) await target.database.close()
    }
    return 0
  },
)
