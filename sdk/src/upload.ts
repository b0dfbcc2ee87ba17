import { json, type Sent, type SentRequest } from './call.js'
import type { TypedDocument } from './document.js'

interface UploadDocument<Result, Variables> extends TypedDocument<Result, Variables>, Sent {
  toString(): string
}

/**
 * Makes a mutation of your own one that can take files: of what `graphql` gives, of a text, or of a document that another
 * code generator has typed. The ready operation `ingestDocument` is one.
 *
 * @example
 * ```ts
 * import { createClient, graphql } from '@rapporteur/sdk'
 * import { upload } from '@rapporteur/sdk/upload'
 *
 * const Read = upload(graphql(`mutation ($file: Upload!) {
 *   ingestDocument(input: { file: $file, dryRun: true }) { __typename }
 * }`))
 *
 * export const tryFile = (apiKey: string, file: Blob) =>
 *   createClient({ url: 'http://localhost:4000/graphql', apiKey }).query(Read, { file })
 * ```
 */
export function upload<Result, Variables>(
  document: TypedDocument<Result, Variables> | string,
): TypedDocument<Result, Variables> {
  const uploading: UploadDocument<Result, Variables> = {
    request: (variables) => requestOf(String(document), variables),
    toString: () => String(document),
  }
  return uploading
}

/**
 * A request, as JSON; with files among the variables, as the form of the GraphQL multipart request specification
 * (https://github.com/jaydenseric/graphql-multipart-request-spec).
 */
function requestOf(query: string, variables: object | undefined): SentRequest {
  const operations = JSON.stringify({ query, variables }, (_key, value) => (value instanceof Blob ? null : value))
  const files = filesIn(variables, 'variables')
  if (!files[0]) return { body: operations, headers: json }
  const form = new FormData()
  form.append('operations', operations)
  form.append('map', JSON.stringify({ ...files.map(([path]) => [path]) }))
  files.forEach(([, file], index) => {
    form.append(`${index}`, file)
  })
  // The type of a form says where its parts end, which only fetch knows. This header shows that no foreign page sent it.
  return { body: form, headers: { 'x-rapporteur-csrf': '1' } }
}

/** Each file of a value, behind its path in it. */
function filesIn(value: unknown, path: string): [string, Blob][] {
  if (value instanceof Blob) return [[path, value]]
  if (typeof value !== 'object') return []
  return Object.entries(value ?? {}).flatMap(([key, below]) => filesIn(below, `${path}.${key}`))
}
