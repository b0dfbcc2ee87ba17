import { ReportedError } from '../database/reported-error.js'
import { readSettings } from '../settings/settings.js'
import { ask } from './ask.js'
import { type Command, parseArguments, usageError } from './command.js'
import { openTarget } from './target.js'

const query = 'query ($meeting: String!) { proposal(meeting: $meeting) }'

export const readingCommand: Command = {
  name: 'reading',
  summary: 'prints how a record was read, to be edited and given back',
  help: `Usage: rapporteur reading MEETING > r.jsonl

Prints what was read of a record as the lines of a proposal: who is named, and who says which sentences. The sentences are
those that \`rapporteur annotate\` numbers. Edit the lines, and give them back with \`rapporteur ingest FILE --proposal r.jsonl\`.
Corrections are not in it: they are applied to whatever is read. MEETING is a slug.

  --data-dir FOLDER  the folder of the embedded database (used when DATABASE_URL is not set)`,
  examples: ['rapporteur reading board-2025-10-16 > r.jsonl'],
  async run(argv) {
    const { values, positionals } = parseArguments('reading', argv, { 'data-dir': { type: 'string' } })
    const [meeting, ...more] = positionals
    if (meeting === undefined || more.length > 0) throw usageError('Give the slug of one meeting.', 'reading')
    const target = await openTarget(readSettings(process.env, { 'data-dir': values['data-dir'] }))
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
}
