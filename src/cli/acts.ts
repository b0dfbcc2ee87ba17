import { decodedNodeId } from '../database/node-id.js'
import { ReportedError } from '../database/reported-error.js'
import { readSettings } from '../settings/settings.js'
import { ask } from './ask.js'
import { type Command, parseArguments, usageError } from './command.js'
import { openTarget, type Target } from './target.js'

const shared = `
  --reason TEXT      why, in a sentence; published in the feed
  --data-dir FOLDER  the folder of the embedded database (used when DATABASE_URL is not set)`

interface ActArguments {
  positionals: string[]
  into: string | undefined
}

interface ActCommand {
  name: string
  summary: string
  usage: string
  example: string
  /** Checks the arguments and returns the act. @throws ReportedError if they are wrong */
  plan(given: ActArguments): (target: Target, reason: string) => Promise<string>
}

/** A command that performs one curator's act, which always needs a reason. */
const actCommand = ({ name, summary, usage, example, plan }: ActCommand): Command => ({
  name,
  summary,
  help: `Usage: rapporteur ${name} ${usage}\n${shared}`,
  examples: [`rapporteur ${name} ${example}`],
  async run(argv) {
    const { values, positionals } = parseArguments(name, argv, {
      into: { type: 'string' },
      reason: { type: 'string' },
      'data-dir': { type: 'string' },
    })
    const { reason } = values
    if (!reason?.trim()) throw usageError('Give a reason with --reason.', name)
    const act = plan({ positionals, into: values.into })
    const target = await openTarget(readSettings(process.env, { 'data-dir': values['data-dir'] }))
    try {
      console.log(await act(target, reason))
    } finally {
      if ('database' in target) await target.database.close()
    }
    return 0
  },
})

interface MutationResult {
  __typename: string
  message?: string
}

/** Runs a mutation that takes one input. @throws ReportedError with the message of the typed error that it returns */
async function mutate<Success>(
  target: Target,
  field: string,
  type: string,
  fields: string,
  input: object,
): Promise<Success> {
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on UserError { message } ${fields} } }`
  const { [field]: result } = (await ask(target, query, { input })) as Record<string, MutationResult>
  if (result?.message !== undefined) throw new ReportedError(result.message)
  return result as Success
}

const mergeable = {
  people: { one: 'person', mutation: 'mergePeople', success: 'MergePeopleSuccess' },
  organizations: { one: 'organization', mutation: 'mergeOrganizations', success: 'MergeOrganizationsSuccess' },
  themes: { one: 'theme', mutation: 'mergeThemes', success: 'MergeThemesSuccess' },
} as const
const isMergeable = (name: string | undefined): name is keyof typeof mergeable =>
  name !== undefined && Object.hasOwn(mergeable, name)

/** The id of the object with this slug. @throws ReportedError if there is none */
async function idOf(target: Target, one: string, slug: string): Promise<string> {
  const { [one]: found } = await ask(target, `query ($slug: String!) { ${one}(slug: $slug) { id slug } }`, { slug })
  if (!found) throw new ReportedError(`There is no ${one} ${JSON.stringify(slug)}.`)
  return (found as { id: string }).id
}

export const mergeCommand = actCommand({
  name: 'merge',
  summary: 'joins people, organizations or themes into one',
  usage: `people|organizations|themes SLUG… --into SLUG --reason TEXT

Prints the id of the merge, which \`rapporteur undo\` takes.
`,
  example: 'people b-kovacs --into bence-kovacs --reason "One person, printed in two ways."',
  plan: ({ positionals: [kind, ...slugs], into }) => {
    if (!isMergeable(kind)) throw usageError('Name what to merge: people, organizations or themes.', 'merge')
    if (slugs.length === 0) throw usageError(`Name the ${kind} to merge, by their slugs.`, 'merge')
    if (!into) throw usageError('Name the one to merge into, with --into.', 'merge')
    const { one, mutation, success } = mergeable[kind]
    return async (target, reason) => {
      const from = await Promise.all(slugs.map((slug) => idOf(target, one, slug)))
      const input = { from, into: await idOf(target, one, into), reason }
      const { merge } = await mutate<{ merge: string }>(
        target,
        mutation,
        'MergeInput',
        `... on ${success} { merge }`,
        input,
      )
      return merge
    }
  },
})

export const undoCommand = actCommand({
  name: 'undo',
  summary: 'undoes a merge or a correction',
  usage: `ID --reason TEXT

ID is what \`rapporteur merge\` printed, which the feed has too, or what \`rapporteur corrections\` lists.
`,
  example: '0199… --reason "They are two people."',
  plan: ({ positionals }) => {
    const id = only(positionals, 'the id of the merge or correction', 'undo')
    return async (target, reason) => {
      const [table] = decodedNodeId(id)
      if (table === 'Correction')
        await mutate(target, 'undoCorrection', 'UndoCorrectionInput', '', { correction: id, reason })
      else await mutate(target, 'undoMerge', 'UndoMergeInput', '', { merge: id, reason })
      return 'Undone.'
    }
  },
})

export const renameCommand = actCommand({
  name: 'rename',
  summary: 'changes the name under which a person is shown',
  usage: 'SLUG NAME --reason TEXT\n',
  example: 'b-kovacs "Bence Kovács" --reason "As in the register."',
  plan: ({ positionals: [slug, name, more] }) => {
    if (!slug || !name || more !== undefined)
      throw usageError("Give the person's slug and the new name, in quotation marks.", 'rename')
    return async (target, reason) => {
      const input = { person: await idOf(target, 'person', slug), name, reason }
      await mutate(target, 'renamePerson', 'RenamePersonInput', '', input)
      return `Renamed ${slug} to ${name}.`
    }
  },
})

const meetingCommand = (name: 'retract' | 'restore', summary: string, done: string): Command =>
  actCommand({
    name,
    summary,
    usage: 'MEETING --reason TEXT\n\nMEETING is its slug.\n',
    example: 'board-2025-10-16 --reason "Not approved yet."',
    plan: ({ positionals }) => {
      const meeting = only(positionals, 'the slug of the meeting', name)
      return async (target, reason) => {
        await mutate(target, `${name}Meeting`, 'MeetingActInput', '', { meeting, reason })
        return `${done} ${meeting}.`
      }
    },
  })

export const retractCommand = meetingCommand('retract', 'withdraws a meeting from every answer', 'Retracted')
export const restoreCommand = meetingCommand('restore', 'brings a retracted meeting back', 'Restored')

export const eraseCommand = actCommand({
  name: 'erase',
  summary: "removes a person's name from the archive for good",
  usage: `SLUG --reason TEXT

This cannot be undone. Do not repeat the name in the reason.
`,
  example: 'b-kovacs --reason "Asked for by letter."',
  plan: ({ positionals }) => {
    const slug = only(positionals, 'the slug of the person', 'erase')
    return async (target, reason) => {
      await mutate(target, 'erasePerson', 'ErasePersonInput', '', {
        person: await idOf(target, 'person', slug),
        reason,
      })
      return 'Erased.'
    }
  },
})

function only([one, more]: string[], what: string, command: string): string {
  if (!one) throw usageError(`Give ${what}.`, command)
  if (more !== undefined) throw usageError(`Unexpected argument ${more}.`, command)
  return one
}
