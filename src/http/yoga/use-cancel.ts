import { type ExecutionArgs, getOperationAST, OperationTypeNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { whileWaited } from '../../database/waited.js'
import type { Context } from '../../schema/context.js'

/** Has the statements of a query cancelled when its client goes away, also those that Prisma sends. Mutations go to their end. */
export const useCancel = (): Plugin<Context> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const operation = getOperationAST(args.document, args.operationName)
      if (operation?.operation !== OperationTypeNode.QUERY) return executeFn(args)
      return whileWaited((args.contextValue as Context).signal, () => executeFn(args))
    })
  },
})
