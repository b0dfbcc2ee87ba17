import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import type { Rows } from '../database/database.js'
import type { Departure } from '../database/departure.js'
import type { FoundRequest } from '../schema/read-as.js'
import { archiveTables } from './archive-tables.js'
import { type Plan, planQuery } from './planner.js'
import type { Catalog } from './planning.js'
import { type CompiledQuery, compile } from './selection.js'
import { Bind } from './sql.js'
import { type FillStatement, namedStatement, statementNames } from './statement-names.js'
import { Unsupported } from './unsupported.js'
import { NotAsPromised } from './writer.js'

/** What queries are planned against, and run on. */
export interface ReadPathOptions {
  schema: GraphQLSchema
  /** Runs a statement that reads. */
  rows: Rows
  /** Told of each query which way it goes, and why the ordinary way. */
  onWay?: (way: 'compiled' | 'ordinary', reason?: string) => void
}

/**
 * The answer of a valid operation as JSON text, or null: then the ordinary executor does the whole of it, errors included.
 * Throws what the database throws, except for values that it cannot take.
 */
export type ReadPath = (
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>> | null | undefined,
  /** Whoever asks has gone when the signal is aborted. */
  context: { readonly signal?: Departure },
) => Promise<string | null>

/** A plan with its statement and writer, or why there is none. */
type Compiled =
  | (Pick<CompiledQuery, 'write'> & Pick<Plan, 'binders' | 'found'> & { statement: FillStatement })
  | { reason: string }

interface Prepared {
  operation: OperationDefinitionNode
  /** Variables that say which fields there are; all others are parameters. */
  choosing: readonly string[]
  plans: Map<string, Compiled>
}

/** A document with more plans than this is not worth the memory. */
const mostPlans = 16

/** The compiled read path (docs/decisions/0010-compiled-read-path.md). Plans are kept with their documents. */
export function readPath({ schema, rows, onWay }: ReadPathOptions): ReadPath {
  const compiling: Compiling = { catalog: { schema, models: archiveTables }, nameOf: statementNames() }
  const documents = new WeakMap<DocumentNode, Map<string, Prepared | null>>()
  const preparedOf = (document: DocumentNode, name: string): Prepared | null => {
    const operations = documents.get(document) ?? new Map<string, Prepared | null>()
    documents.set(document, operations)
    const prepared = operations.get(name) ?? prepare(document, name)
    operations.set(name, prepared)
    return prepared
  }
  const ordinary = (reason: string): null => {
    onWay?.('ordinary', reason)
    return null
  }
  return async (document, operationName, variables, context) => {
    const prepared = preparedOf(document, operationName ?? '')
    if (!prepared) return ordinary('no query')
    const { variableDefinitions = [] } = prepared.operation
    const { coerced } = getVariableValues(schema, variableDefinitions, variables ?? {})
    if (!coerced) return ordinary('variables')
    const compiled = compiledOf(compiling, document, prepared, coerced)
    if ('reason' in compiled) return ordinary(compiled.reason)
    const bind = new Bind(coerced, context)
    try {
      if (compiled.found.length > 0)
        bind.found = await asked(compiled.found, bind, (statement) => rows({ ...statement, signal: context.signal }))
      const statement = unlessUnknown(() => {
        for (const run of compiled.binders) run(bind)
        return compiled.statement(bind)
      })
      if ('reason' in statement) return ordinary(statement.reason)
      const { name, text } = statement
      bind.rows = await rows({ name, text, values: bind.values, signal: context.signal })
      const answer = compiled.write(bind)
      onWay?.('compiled')
      return answer
    } catch (error) {
      const reason = reasonOf(error)
      if (reason === undefined) throw error
      return ordinary(reason)
    }
  }
}

/** What the fields with results ask for: one statement for those of one kind. */
async function asked(fields: Plan['found'], bind: Bind, rows: Rows): Promise<FoundRequest[]> {
  const found: FoundRequest[] = []
  for (const read of new Set(fields.map((field) => field.read))) {
    const own = fields.flatMap((field, i) => (field.read === read ? [{ i, args: field.args(bind) }] : []))
    const answers = await read.ask(
      own.map(({ args }) => args),
      rows,
    )
    for (const [at, { i }] of own.entries()) {
      const answer = answers[at]
      if (answer) found[i] = answer
    }
  }
  return found
}

/** The query of that name; null if there is none. */
function prepare(document: DocumentNode, name: string | null | undefined): Prepared | null {
  const operation = getOperationAST(document, name || undefined)
  if (operation?.operation !== 'query') return null
  const choosing = new Set<string>()
  visit(document, {
    Directive: (directive) => {
      visit(directive, { Variable: (variable) => void choosing.add(variable.name.value) })
    },
  })
  return { operation, choosing: [...choosing].sort(), plans: new Map() }
}

interface Compiling {
  catalog: Catalog
  nameOf: (text: string) => string | undefined
}

const unnamed = () => undefined

function compiledOf(
  { catalog, nameOf }: Compiling,
  document: DocumentNode,
  { operation, choosing, plans }: Prepared,
  variables: Readonly<Record<string, unknown>>,
): Compiled {
  const key = choosing.length > 0 ? JSON.stringify(choosing.map((name) => variables[name])) : ''
  const before = plans.get(key)
  if (before) return before
  if (plans.size >= mostPlans) return { reason: 'too many plans' }
  const compiled = unlessUnknown((): Compiled => {
    const { root, varies, binders, found } = planQuery(catalog, document, operation, variables)
    const { statement, write } = compile(root)
    return { binders, found, write, statement: namedStatement(statement, varies ? unnamed : nameOf) }
  })
  plans.set(key, compiled)
  return compiled
}

function unlessUnknown<Result>(run: () => Result): Result | { reason: string } {
  try {
    return run()
  } catch (error) {
    // A GraphQLError is a refusal of the arguments, which the ordinary executor makes again in its place.
    if (error instanceof Unsupported || error instanceof GraphQLError) return { reason: error.message }
    throw error
  }
}

/**
 * Why the ordinary executor should answer after all: a null where none may be, a value that the database cannot take
 * (SQLSTATE 22), or a table that a migration has changed under a prepared statement (0A000).
 */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof GraphQLError) return error.message
  if (error instanceof NotAsPromised) return `null: ${error.message}`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(22...|0A000)$/.test(code) ? `database: ${code}` : undefined
}
