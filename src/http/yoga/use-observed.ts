import { type DocumentNode, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { currentRequestRecord, type RequestRecord } from '../../observe/request-record.js'

/** The name of the operation that is asked for. */
export const nameOf = (document: DocumentNode, operationName: string | null | undefined): string | undefined =>
  getOperationAST(document, operationName)?.name?.value

/** Adds the operation of each request to its record, how it is answered, and its first error's code. */
export const useObserved = (): Plugin => ({
  onExecute: ({ args }) => note({ way: 'ordinary', operation: nameOf(args.document, args.operationName) }),
  onSubscribe: ({ args }) => note({ way: 'stream', operation: nameOf(args.document, args.operationName) }),
  onResultProcess: ({ result }) => {
    const code = !Array.isArray(result) && 'errors' in result ? result.errors?.[0]?.extensions?.code : undefined
    if (typeof code === 'string') note({ code })
  },
})

/** Adds to the record of the request that is being answered. */
export function note(known: Partial<RequestRecord>): void {
  const record = currentRequestRecord()
  if (record) Object.assign(record, known)
}
