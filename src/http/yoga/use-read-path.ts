import type { ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../../schema/context.js'
import type { Arrival } from '../arrival.js'
import type { Read } from '../graphql/read-answer.js'
import { note } from './use-observed.js'

/**
 * Has queries answered from memory or by the compiled read path where it knows them. Its text is sent as it is, by the `stringify` of
 * envelop's results, so that negotiation, status and headers stay Yoga's.
 */
export function useReadPath(read: Read): Plugin<Context> {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const { document, operationName, variableValues: variables } = args
        const contextValue = args.contextValue as Context & { arrival: Arrival }
        try {
          const { failure } = contextValue.arrival
          if (failure) throw failure.error
          let way: 'memory' | 'compiled' = 'memory'
          const onRead = () => {
            way = 'compiled'
          }
          const answer = await read({ document, operationName, variables, onRead }, contextValue)
          if (answer === null) return await executeFn(args)
          note({ way })
          return { data: {}, stringify: () => answer.body.toString() }
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
