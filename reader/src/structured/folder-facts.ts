import { z } from 'zod'
import { formatNames } from '../formats.js'
import { isLanguage } from '../language-tag.js'

const Words = z.string().trim().min(1, 'It is empty. Leave it out, or say something.').max(300)
const Day = z.iso.date('It is no day. Write it as 2021-03-04.')
const Abbreviation = z
  .string()
  .regex(/^\p{L}[\p{L}\p{N}~.]{0,9}$/u, 'It is no abbreviation: up to ten letters and figures, the first a letter.')

const Post = z
  .strictObject({
    organization: Words.optional().describe('The body, by its full name.'),
    title: Words.optional().describe('What the person is there.'),
    from: Day.optional().describe('The first day.'),
    to: Day.optional().describe('The last day.'),
    note: Words.optional().describe('What else is to be known of it.'),
  })
  .refine(({ organization, title }) => organization ?? title, 'Say the organization, the title, or both.')
  .refine(({ from, to }) => !from || !to || from <= to, 'It ends before it begins.')

const Person = z.strictObject({
  name: Words.describe('The full name, in reading order.'),
  id: Words.optional().describe('The identifier by which XML records refer to the person, without "#".'),
  abbreviations: z.array(Abbreviation).optional().describe('Initials that records print for the person.'),
  affiliations: z.array(Post).optional().describe('What the person was, where, and from which day to which.'),
})

/** Paths of registers, from the folder of the file; no pattern, no absolute path. */
const Path = z
  .string()
  .min(1)
  .regex(/^[^/\\]/, 'It is no path from this folder.')

/**
 * What a folder of records shares, as a `rapporteur.json` beside them says it, and `context` of the API. Flags win over it; it
 * wins over what is guessed.
 */
export const FolderFacts = z.strictObject({
  $schema: z.string().optional().describe('Where the schema is, for editors; not read.'),
  series: Words.optional().describe('Title or slug of the series that the records belong to.'),
  language: z
    .string()
    .refine(isLanguage, 'It is no language tag. Give one like "en" or "fr-CA".')
    .optional()
    .describe('Their language, BCP 47.'),
  format: z.enum(formatNames).optional().describe('The format to read them by.'),
  meeting: z
    .strictObject({
      title: Words.optional().describe(
        'What their meetings are called, in place of the printed title: "{title}" stands for that, "{date}" for the day.',
      ),
      venue: Words.optional().describe('Where they were held, for records that print no place.'),
    })
    .optional()
    .describe('Facts of their meetings.'),
  abbreviations: z.record(Abbreviation, Words).optional().describe('Initials, and the full name that each stands for.'),
  roles: z
    .record(Words, Words)
    .optional()
    .describe('Offices as the records print them ("the Clerk"), and who holds each, for records that do not say it.'),
  people: z.array(Person).optional().describe('A register of people.'),
  registers: z
    .array(Path)
    .optional()
    .describe('Registers as they are (listPerson, listOrg, a list of delegates), by their paths from this folder.'),
})
export type FolderFacts = z.infer<typeof FolderFacts>

/** One thing that is wrong, and the names that lead to it. */
export interface Fault {
  readonly path: string[]
  readonly message: string
}

const ended = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`)

const faultsOf = (issue: z.core.$ZodIssue): Fault[] => {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [{ path, message: ended(issue.message) }]
  return issue.keys.map((key) => ({ path: [...path, key], message: 'There is no such key. Mend it, or leave it out.' }))
}

/** The faults of a value that a schema refuses. */
export const faultsIn = ({ issues }: z.ZodError): Fault[] => issues.flatMap(faultsOf)

/** `people[0].name`, as people write it. */
export const pathText = (path: readonly string[]): string =>
  path.reduce((text, name) => (/^\d+$/.test(name) ? `${text}[${name}]` : text === '' ? name : `${text}.${name}`), '')

/** The facts that a value states, or all that is wrong with it. */
export function folderFacts(value: unknown): FolderFacts | { faults: Fault[] } {
  const read = FolderFacts.safeParse(value)
  return read.success ? read.data : { faults: faultsIn(read.error) }
}
