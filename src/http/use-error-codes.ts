import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Gives a code to errors that come without one: graphql-js has none for variables that do not fit their types. */
export function useErrorCodes(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return
      setResult({ ...result, errors: result.errors.map(withCode) })
    },
  }
}

function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions?.code !== undefined) return error
  const { message, nodes, source, positions, path, originalError } = error
  const code = path ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT'
  const extensions = { ...error.extensions, code }
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions })
}
