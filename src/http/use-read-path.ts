import type { ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ReadPath } from '../read/read-path.js'
import type { Context } from '../schema/context.js'
import type { Arrival } from './arrival.js'

/**
 * Has queries answered by the compiled read path where it knows them. Its text is sent as it is, by the `stringify` of
 * envelop's results, so that negotiation, status and headers stay Yoga's.
 */
export function useReadPath(read: ReadPath): Plugin<Context> {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const { document, operationName, variableValues } = args
        const contextValue = args.contextValue as Context & { arrival?: Arrival } // what Yoga has built for this request
        try {
          const failure = contextValue.arrival?.failure
          if (failure) throw failure.error
          const text = await read(document, operationName, variableValues, contextValue)
          return text === null ? await executeFn(args) : { data: {}, stringify: () => text }
        } catch (error) {
          return executeFn({
            ...args,
            contextValue: { ...contextValue, prisma: failing(error), rows: () => Promise.reject(error) },
          })
        }
      })
    },
  }
}

/** A database that has failed already: the ordinary executor reports it in its place, and it is not asked twice. */
const failing = (error: unknown): Context['prisma'] =>
  new Proxy({} as Context['prisma'], {
    get: () => {
      throw error
    },
  })
