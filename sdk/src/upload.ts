/**
 * The body of a request, as JSON; with files among the variables, as the form of the GraphQL multipart request
 * specification (https://github.com/jaydenseric/graphql-multipart-request-spec).
 */
export function bodyOf(query: string, variables: object | undefined): string | FormData {
  const operations = JSON.stringify({ query, variables }, (_key, value) => (value instanceof Blob ? null : value))
  const files = filesIn(variables, 'variables')
  if (!files[0]) return operations
  const form = new FormData()
  form.append('operations', operations)
  form.append('map', JSON.stringify({ ...files.map(([path]) => [path]) }))
  files.forEach(([, file], index) => {
    form.append(`${index}`, file)
  })
  return form
}

/** Each file of a value, behind its path in it. */
function filesIn(value: unknown, path: string): [string, Blob][] {
  if (value instanceof Blob) return [[path, value]]
  if (typeof value !== 'object') return []
  return Object.entries(value ?? {}).flatMap(([key, below]) => filesIn(below, `${path}.${key}`))
}
