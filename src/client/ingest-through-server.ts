import type { GivenFile } from '@rapporteur/reader/files/reading'
import { z } from 'zod'
import type { ModelUse } from '../ingest/model/usage.js'
import type { Totals } from '../ingest/write/totals.js'
import type { GivenOptions } from '../ingest-document/ingester.js'
import type { UserError } from '../ingest-document/user-errors.js'
import { callServer, type ServerAddress } from './call-server.js'
import { type DryRun, dryRunOf } from './dry-run.js'
import { exportMeetingThrough } from './export-through-server.js'
import { ComparedRecord } from './record-difference.js'

const Findings = z.array(
  z.object({
    severity: z.enum(['INFO', 'WARNING', 'ERROR']),
    code: z.string(),
    message: z.string(),
    span: z.object({ pieces: z.array(z.object({ start: z.int(), end: z.int() })) }).nullable(),
  }),
)

const Success = z.object({
  __typename: z.literal('IngestDocumentSuccess'),
  status: z.enum(['CREATED', 'UPDATED', 'UNCHANGED', 'DRY_RUN']),
  meetings: z.array(z.object({ id: z.string(), slug: z.string() })),
  record: ComparedRecord.optional(),
  format: z.object({ format: z.string() }),
  findings: Findings,
  counts: z.object({ created: z.int(), updated: z.int(), removed: z.int(), unchanged: z.int() }),
  totals: z.object({
    people: z.int(),
    remarks: z.int(),
    decisions: z.int(),
    motions: z.int(),
    voteEvents: z.int(),
    actionItems: z.int(),
  }),
  removedSample: z.boolean(),
  modelUse: z
    .object({
      model: z.string(),
      asked: z.int(),
      answered: z.int(),
      parts: z.int(),
      wasAsked: z.boolean(),
    })
    .nullable(),
})

const Verdicts = z.array(z.object({ format: z.string(), confidence: z.number(), reasons: z.array(z.string()) }))
const Fields = z.array(z.object({ path: z.array(z.string()), message: z.string() }))

const IngestAnswer = z.object({
  data: z.object({
    ingestDocument: z.discriminatedUnion('__typename', [
      Success,
      z.object({ __typename: z.literal('DocumentNotRecognizedError'), message: z.string(), formats: Verdicts }),
      z.object({ __typename: z.literal('InvalidInputError'), message: z.string(), fields: Fields }),
      z.object({ __typename: z.literal('ConflictError'), message: z.string() }),
    ]),
  }),
})

const mutation = /* GraphQL */ `
  mutation ($input: IngestDocumentInput!, $dryRun: Boolean!) {
    ingestDocument(input: $input) {
      __typename
      ... on IngestDocumentSuccess {
        status
        meetings { id slug }
        record @include(if: $dryRun)
        format { format }
        findings { severity code message span { pieces { start end } } }
        counts { created updated removed unchanged }
        totals { people remarks decisions motions voteEvents actionItems }
        removedSample
        modelUse { model asked answered parts wasAsked }
      }
      ... on UserError { message }
      ... on DocumentNotRecognizedError { formats { format confidence reasons } }
      ... on InvalidInputError { fields { path message } }
    }
  }
`

/** The result of ingesting a document, whether through a server or directly. */
export interface Ingested {
  readonly kind: 'IngestDocumentSuccess'
  readonly status: z.infer<typeof Success>['status']
  readonly format: string
  /** `id` is the API's opaque id. Null in a dry run. */
  readonly meeting: { readonly id: string; readonly slug: string } | null
  readonly counts: z.infer<typeof Success>['counts']
  /** `pieces` are the spans that a finding is about; empty if it concerns the document as a whole. */
  readonly findings: readonly { severity: string; code: string; message: string; pieces: [number, number][] }[]
  /** How many people, remarks and outcomes the record has. */
  readonly totals: Totals
  /** What was read, and how it differs from what the archive has; null except in a dry run. */
  readonly dryRun: DryRun | null
  /** Whether the sample record was removed; in a dry run, whether it would be. */
  readonly removedSample: boolean
  /** What a language model took, or would take; null where none has to do with it. */
  readonly modelUse: ModelUse | null
}

/** Sends a file to a running server, which reads and writes it. @throws ReportedError as `callServer` does. */
export async function ingestThrough(
  server: ServerAddress,
  file: GivenFile,
  { beside: { facts, files = [], found = [] } = {}, ...options }: GivenOptions,
): Promise<Ingested | UserError> {
  const reader = options.reader?.toUpperCase()
  const input = {
    ...options,
    reader,
    file: null,
    context: facts,
    contextFiles: files.map(() => null),
    foundFiles: found.map(() => null),
  }
  const body = new FormData()
  body.set('operations', JSON.stringify({ query: mutation, variables: { input, dryRun: options.dryRun ?? false } }))
  const places = [
    'variables.input.file',
    ...files.map((_, i) => `variables.input.contextFiles.${i}`),
    ...found.map((_, i) => `variables.input.foundFiles.${i}`),
  ]
  body.set('map', JSON.stringify(Object.fromEntries(places.map((place, i) => [i, [place]]))))
  for (const [i, { bytes, fileName }] of [file, ...files, ...found].entries())
    body.set(String(i), new Blob([new Uint8Array(bytes)]), fileName)
  const headers = { accept: 'application/json', 'x-rapporteur-csrf': '1' }
  const answer = await callServer(server, { method: 'POST', path: '/graphql', headers, body })
  const result = IngestAnswer.parse(answer).data.ingestDocument
  if (result.__typename !== 'IngestDocumentSuccess') return userError(result)
  const { record, meetings } = result
  if (record === undefined) return ingested(result, null)
  // In a dry run the server names only a meeting that it already has.
  const known = meetings[0] && (await exportMeetingThrough(server, meetings[0].slug))
  return ingested(result, dryRunOf(record, known, options.series ?? facts?.series))
}

const ingested = (
  { status, meetings: [meeting], format, findings, counts, totals, removedSample, modelUse }: z.infer<typeof Success>,
  dryRun: DryRun | null,
): Ingested => ({
  kind: 'IngestDocumentSuccess',
  status,
  format: format.format,
  meeting: status === 'DRY_RUN' ? null : (meeting ?? null),
  counts,
  findings: findings.map(({ span, ...finding }) => ({
    ...finding,
    pieces: span?.pieces.map(({ start, end }) => [start, end]) ?? [],
  })),
  totals,
  dryRun,
  removedSample,
  modelUse,
})

type Refused = Exclude<z.infer<typeof IngestAnswer>['data']['ingestDocument'], z.infer<typeof Success>>

function userError(refused: Refused): UserError {
  if (refused.__typename === 'DocumentNotRecognizedError')
    return { kind: refused.__typename, message: refused.message, formats: refused.formats }
  if (refused.__typename === 'InvalidInputError')
    return { kind: refused.__typename, message: refused.message, fields: refused.fields }
  return { kind: refused.__typename, message: refused.message }
}
