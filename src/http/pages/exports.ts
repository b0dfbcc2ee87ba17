import { requireScope } from '../../access/access.js'
import type { Database } from '../../database/database.js'
import { type ExportChoice, ExportChoiceError, exportArchive, exportMeeting } from '../../export/export-meetings.js'
import { fileOf, type MeetingFormat, meetingFormats } from '../../export/meeting-formats.js'
import { type ArchiveFormat, streamed } from '../../export/stream.js'
import { type Page, page } from '../../pages/page.js'
import { refusal } from '../../schema/errors.js'
import type { Arrival } from '../arrival.js'
import { takesEncoding } from '../encoding.js'

const formats = Object.entries<MeetingFormat>(meetingFormats)
/** By the endings of the addresses of whole archives. */
const archives = new Map(formats.map(([name, format]) => [format.ending ?? name, format]))
/** By the endings of addresses of meetings: `.xml` is Akoma Ntoso; NDJSON is of a whole archive only. */
const endings = new Map<string, MeetingFormat>([
  ...[...archives].filter(([ending]) => ending !== 'ndjson'),
  ['xml', meetingFormats.akn],
])

/** `SLUG.json`: the slug, which has no full stop, and the ending behind the first. */
export function exportAddress(name: string): { slug: string; ending: string; format: MeetingFormat } | undefined {
  const [, slug = '', ending = ''] = /^([^.]+)\.(.+)$/.exec(name) ?? []
  const format = endings.get(ending)
  return format && { slug, ending, format }
}

/** One meeting to take away. A former slug leads to the current one. */
export async function exportPage(
  database: Database,
  { slug, ending, format }: NonNullable<ReturnType<typeof exportAddress>>,
): Promise<Page | Response> {
  const envelope = await exportMeeting(database, slug)
  if (!envelope) throw refusal(404, 'NOT_FOUND', `There is no meeting "${slug}" here.`)
  const current = envelope.archive?.meeting.slug ?? slug
  if (current !== slug)
    return new Response(null, { status: 301, headers: { location: `/meetings/${current}.${ending}` } })
  return page(format.mediaType, fileOf(format, envelope))
}

/** The format in which `/export.ENDING` gives out a whole archive. */
export function archiveFormat(path: string): ArchiveFormat | undefined {
  const format = archives.get(/^\/export\.([\w.-]+)$/.exec(path)?.[1] ?? '')
  return format?.frame && { ...format, frame: format.frame }
}

const parameters = ['everything', 'series', 'meeting', 'since'] as const

/** @throws GraphQLError BAD_REQUEST for a parameter that is unknown, given twice, or empty */
function choiceOf({ searchParams }: URL, { lossless = false }: ArchiveFormat): ExportChoice {
  const known = `There are: ${parameters.join(', ')}.`
  for (const name of searchParams.keys()) {
    if (!parameters.some((one) => one === name))
      throw refusal(400, 'BAD_REQUEST', `There is no parameter ${JSON.stringify(name)}. ${known}`)
    if (searchParams.getAll(name).length > 1 || searchParams.get(name) === '')
      throw refusal(400, 'BAD_REQUEST', `Give the parameter ${name} once, with a value. ${known}`)
  }
  const { everything = 'false', ...choice } = Object.fromEntries(searchParams)
  if (everything !== 'true' && everything !== 'false')
    throw refusal(400, 'BAD_REQUEST', 'The parameter everything is true or false.')
  return { ...choice, everything: lossless && everything === 'true' }
}

const statuses = { NOT_FOUND: 404, BAD_REQUEST: 400, CURSOR_EXPIRED: 410 } as const

/**
 * The archive, or the part of it that is asked for, as it is read: a client that goes away ends the reading, and an error cuts the
 * answer. With `?everything=true` also what was taken out of it, for a key of scope admin.
 *
 * @throws GraphQLError UNAUTHENTICATED, FORBIDDEN, BAD_REQUEST, NOT_FOUND, CURSOR_EXPIRED
 */
export async function exportAll(
  database: Database,
  format: ArchiveFormat,
  { request, url, access }: Arrival,
): Promise<Response> {
  const choice = choiceOf(url, format)
  if (choice.everything) requireScope({ access }, 'ADMIN')
  const archive = await exportArchive(database, choice).catch((error: unknown) => {
    throw error instanceof ExportChoiceError ? refusal(statuses[error.code], error.code, error.message) : error
  })
  const headers = {
    'content-type': `${format.mediaType}; charset=utf-8`,
    'cache-control': 'no-store',
    'rapporteur-position': archive.states.position,
    vary: 'accept-encoding',
  }
  if (request.method === 'HEAD') return new Response(null, { headers })
  const bytes = bytesOf(streamed(format, archive))
  // A stream has no Brotli encoder on the web platform.
  if (!takesEncoding('gzip', [request.headers['accept-encoding'] ?? []].flat().join()))
    return new Response(bytes, { headers })
  return new Response(bytes.pipeThrough(new CompressionStream('gzip')), {
    headers: { ...headers, 'content-encoding': 'gzip' },
  })
}

/** Asks for the next piece when the client has taken the last. */
function bytesOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
