import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { badRequest } from '../refusals.js'

/**
 * Completes errors that graphql-js and the executor make: a code for those that come without one, and the status of the
 * specification for variables that do not fit their types: 400, but 200 for clients that take application/json only. Says why
 * an answer that the client does not take is not given.
 */
export function useErrorCodes(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return
      setResult({ ...result, errors: result.errors.map(completed) })
    },
    onResponse({ response, setResponse }) {
      if (response.status !== 406) return
      const { message, extensions } = badRequest('The answer is JSON: accept application/json, or anything.')
      const { code } = extensions
      setResponse(Response.json({ errors: [{ message, extensions: { code } }] }, { status: 406 }))
    },
  }
}

function completed(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path, originalError } = error
  const code = error.extensions.code ?? (path ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT')
  const http = code === 'BAD_USER_INPUT' && !path ? { spec: true, status: 400 } : error.extensions.http
  const extensions = { ...error.extensions, code, ...(http ? { http } : {}) }
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions })
}
