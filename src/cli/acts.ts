import { Argument } from '@commander-js/extra-typings'
import { decodedNodeId } from '../database/node-id.js'
import { ReportedError } from '../database/reported-error.js'
import { readSettings } from '../settings/settings.js'
import { ask } from './ask.js'
import { command, dataDir, usageError } from './command.js'
import { openTarget, type Target } from './target.js'

const reason = ['--reason <text>', 'why, in a sentence; published in the feed'] as const

type Act = (target: Target, reason: string) => Promise<string>

/** Performs one curator's act, which always needs a reason, and prints what came of it. */
async function perform(name: string, act: Act, { reason, dataDir }: { reason: string; dataDir?: string | undefined }) {
  if (!reason.trim()) throw usageError('Give a reason with --reason.', name)
  const target = await openTarget(readSettings(process.env, { 'data-dir': dataDir }))
  try {
    console.log(await act(target, reason))
  } finally {
    if ('database' in target) await target.database.close()
  }
  return 0
}

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
/** The id of the object with this slug. @throws ReportedError if there is none */
async function idOf(target: Target, one: string, slug: string): Promise<string> {
  const { [one]: found } = await ask(target, `query ($slug: String!) { ${one}(slug: $slug) { id slug } }`, { slug })
  if (!found) throw new ReportedError(`There is no ${one} ${JSON.stringify(slug)}.`)
  return (found as { id: string }).id
}

const kinds = Object.keys(mergeable) as (keyof typeof mergeable)[]

export const mergeCommand = command(
  {
    name: 'merge',
    summary: 'joins people, organizations or themes into one',
    description: 'Prints the id of the merge, which `rapporteur undo` takes.',
    examples: ['rapporteur merge people b-kovacs --into bence-kovacs --reason "One person, printed in two ways."'],
  },
  (its) =>
    its
      .addArgument(new Argument('<kind>', 'what to merge').choices(kinds))
      .argument('<slug...>', 'those to merge, by their slugs')
      .requiredOption('--into <slug>', 'the one to merge them into')
      .requiredOption(...reason)
      .option(...dataDir),
  ({ args: [kind, slugs], flags }) => {
    const { one, mutation, success } = mergeable[kind]
    const act: Act = async (target, reason) => {
      const from = await Promise.all(slugs.map((slug) => idOf(target, one, slug)))
      const input = { from, into: await idOf(target, one, flags.into), reason }
      const fields = `... on ${success} { merge }`
      return (await mutate<{ merge: string }>(target, mutation, 'MergeInput', fields, input)).merge
    }
    return perform('merge', act, flags)
  },
)

export const undoCommand = command(
  {
    name: 'undo',
    summary: 'undoes a merge or a correction',
    examples: ['rapporteur undo 0199… --reason "They are two people."'],
  },
  (its) =>
    its
      .argument(
        '<id>',
        'the id of the merge or correction, which `rapporteur merge` printed (the feed has it too) or `rapporteur corrections` lists',
      )
      .requiredOption(...reason)
      .option(...dataDir),
  ({ args: [id], flags }) => {
    const act: Act = async (target, reason) => {
      const [table] = decodedNodeId(id)
      if (table === 'Correction')
        await mutate(target, 'undoCorrection', 'UndoCorrectionInput', '', { correction: id, reason })
      else await mutate(target, 'undoMerge', 'UndoMergeInput', '', { merge: id, reason })
      return 'Undone.'
    }
    return perform('undo', act, flags)
  },
)

export const renameCommand = command(
  {
    name: 'rename',
    summary: 'changes the name under which a person is shown',
    examples: ['rapporteur rename b-kovacs "Bence Kovács" --reason "As in the register."'],
  },
  (its) =>
    its
      .argument('<slug>', 'the slug of the person')
      .argument('<name>', 'the new name, in quotation marks')
      .requiredOption(...reason)
      .option(...dataDir),
  ({ args: [slug, name], flags }) => {
    const act: Act = async (target, reason) => {
      const input = { person: await idOf(target, 'person', slug), name, reason }
      await mutate(target, 'renamePerson', 'RenamePersonInput', '', input)
      return `Renamed ${slug} to ${name}.`
    }
    return perform('rename', act, flags)
  },
)

const meetingCommand = (name: 'retract' | 'restore', summary: string, done: string) =>
  command(
    { name, summary, examples: [`rapporteur ${name} board-2025-10-16 --reason "Not approved yet."`] },
    (its) =>
      its
        .argument('<meeting>', 'the slug of the meeting')
        .requiredOption(...reason)
        .option(...dataDir),
    ({ args: [meeting], flags }) => {
      const act: Act = async (target, reason) => {
        await mutate(target, `${name}Meeting`, 'MeetingActInput', '', { meeting, reason })
        return `${done} ${meeting}.`
      }
      return perform(name, act, flags)
    },
  )

export const retractCommand = meetingCommand('retract', 'withdraws a meeting from every answer', 'Retracted')
export const restoreCommand = meetingCommand('restore', 'brings a retracted meeting back', 'Restored')

export const eraseCommand = command(
  {
    name: 'erase',
    summary: "removes a person's name from the archive for good",
    description: 'This cannot be undone. Do not repeat the name in the reason.',
    examples: ['rapporteur erase b-kovacs --reason "Asked for by letter."'],
  },
  (its) =>
    its
      .argument('<slug>', 'the slug of the person')
      .requiredOption(...reason)
      .option(...dataDir),
  ({ args: [slug], flags }) => {
    const act: Act = async (target, reason) => {
      const person = await idOf(target, 'person', slug)
      await mutate(target, 'erasePerson', 'ErasePersonInput', '', { person, reason })
      return 'Erased.'
    }
    return perform('erase', act, flags)
  },
)
