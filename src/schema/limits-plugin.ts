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

/** The most that one operation may ask; each is a figure of `Cost`. */
export interface QueryLimits {
  price: number
  depth: number
  aliases: number
  tokens: number
}

/**
 * Refuses operations that are over a limit: too long ones while they are parsed, the others after validation, before anything
 * runs. Introspection is exempt from all but the limits of tokens and aliases, and the introspection query has no alias.
 *
 * @param onPrice is told what each operation costs.
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

/** Parses no more than so many tokens. Throws QUERY_TOO_LONG for more, and graphql-js' error for what is no GraphQL. */
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

/** Tokens of a text, counted up to one more than `most`; up to the first that is none. */
function tokensOf(source: string | Source, most: number): number {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source)
  let count = 0
  try {
    while (count <= most && lexer.advance().kind !== TokenKind.EOF) count++
  } catch {
    // The parser says what is wrong with it.
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
