import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  Lexer,
  type ParseOptions,
  parse,
  Source,
  TokenKind,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { overLimit } from './errors.js'
import { priceOf } from './price.js'

/** Upper limits for one operation; see `Cost`. */
export interface QueryLimits {
  price: number
  depth: number
  aliases: number
  tokens: number
}

/**
 * Rejects operations that exceed a limit: too many tokens while parsing, everything else after validation and before execution.
 * Introspection is subject only to the limits on tokens and aliases; the standard introspection query has no aliases.
 *
 * @param onPrice called with the price of each operation
 */
export function limitsPlugin(limits: Readonly<QueryLimits>, onPrice: (price: number) => void = () => {}): Plugin {
  const check = (args: ExecutionArgs, stop: (result: { errors: GraphQLError[] }) => void) => {
    const cost = costOf(args)
    onPrice(cost.price)
    const errors = excesses(cost, limits)
    if (errors.length > 0) stop({ errors })
  }
  return {
    onParse: ({ setParseFn }) => setParseFn((source, options) => parseWithin(limits.tokens, source, options)),
    onExecute: ({ args, setResultAndStopExecution }) => check(args, setResultAndStopExecution),
    onSubscribe: ({ args, setResultAndStopExecution }) => check(args, setResultAndStopExecution),
  }
}

/** Parses up to `limit` tokens. Throws QUERY_TOO_LONG for more, and graphql-js' syntax error if it is not GraphQL. */
function parseWithin(limit: number, source: string | Source, options: ParseOptions = {}): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limit })
  } catch (error) {
    const asked = tokensOf(source, 10 * limit)
    if (asked <= limit) throw error
    const tokens = asked > 10 * limit ? `more than ${shown(10 * limit)}` : shown(asked)
    throw overLimit(
      'QUERY_TOO_LONG',
      `This document has ${tokens} tokens; the limit is ${shown(limit)}. Ask for fewer fields, put what repeats into a fragment, or send several requests.`,
      limit,
      asked,
    )
  }
}

/** Counts the tokens of a text, stopping at the first syntax error or after `max` + 1. */
function tokensOf(source: string | Source, max: number): number {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source)
  let count = 0
  try {
    while (count <= max && lexer.advance().kind !== TokenKind.EOF) count++
  } catch {
    // The parser reports the syntax error.
  }
  return count
}

const costOf = ({ schema, document, variableValues, operationName }: ExecutionArgs) =>
  priceOf(schema, document, variableValues ?? {}, operationName)

function excesses({ price, depth, aliases }: ReturnType<typeof costOf>, limits: QueryLimits): GraphQLError[] {
  return [
    ...(price > limits.price
      ? [
          overLimit(
            'QUERY_TOO_COMPLEX',
            `The answer to this could hold ${shown(price)} objects; the limit is ${shown(limits.price)}. Give a smaller "first" where lists stand inside lists, or ask for the inner ones in requests of their own.`,
            limits.price,
            price,
          ),
        ]
      : []),
    ...(depth > limits.depth
      ? [
          overLimit(
            'QUERY_TOO_DEEP',
            `This is ${shown(depth)} selection sets deep; the limit is ${shown(limits.depth)}. Take up the inner part in a request of its own, by "id" or "slug".`,
            limits.depth,
            depth,
          ),
        ]
      : []),
    ...(aliases > limits.aliases
      ? [
          overLimit(
            'TOO_MANY_ALIASES',
            `This has ${shown(aliases)} aliases; the limit is ${shown(limits.aliases)}. Ask for many rows by a list, by "nodes(ids:)", or in several requests.`,
            limits.aliases,
            aliases,
          ),
        ]
      : []),
  ]
}

const shown = (count: number) => count.toLocaleString('en')
