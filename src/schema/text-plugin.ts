import { type DocumentNode, type ExecutionArgs, type GraphQLError, Kind, type ValueNode, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { isUsableText } from '../database/usable-text.js'
import { type ArgumentPath, badInput } from './errors.js'

/** Rejects operations with text that the database cannot store, in an argument or a variable, before anything runs. */
export function textPlugin(): Plugin {
  const check = ({ document, variableValues }: ExecutionArgs, stop: (result: { errors: GraphQLError[] }) => void) => {
    const errors = unusableTexts(document, variableValues ?? {})
    if (errors.length > 0) stop({ errors })
  }
  return {
    onExecute: ({ args, setResultAndStopExecution }) => check(args, setResultAndStopExecution),
    onSubscribe: ({ args, setResultAndStopExecution }) => check(args, setResultAndStopExecution),
  }
}

/** One error, with a path, for each argument that contains such text. */
export function unusableTexts(document: DocumentNode, variables: Readonly<Record<string, unknown>>): GraphQLError[] {
  const errors: GraphQLError[] = []
  visit(document, {
    Argument: (argument) => {
      const path = inValue(argument.value, variables, [argument.name.value])
      if (path)
        errors.push(
          badInput('This text contains a NUL or half of a surrogate pair. Remove it, or fix the encoding.', path, {
            nodes: [argument],
          }),
        )
    },
  })
  return errors
}

/** The path to the first such text in the value of an argument. */
function inValue(
  node: ValueNode,
  variables: Readonly<Record<string, unknown>>,
  path: ArgumentPath,
): ArgumentPath | undefined {
  switch (node.kind) {
    case Kind.STRING:
      return isUsableText(node.value) ? undefined : path
    case Kind.VARIABLE:
      return inGiven(variables[node.name.value], path)
    case Kind.LIST:
      return first(node.values.entries(), ([i, value]) => inValue(value, variables, [...path, i]))
    case Kind.OBJECT:
      return first(node.fields, ({ name, value }) => inValue(value, variables, [...path, name.value]))
    default:
      return undefined
  }
}

/** A path into a value as a linked list from its end, so that each step is O(1) at any depth. */
interface Step {
  key: string | number
  before: Step | undefined
}

/** Like `inValue`, for a variable: JSON of any depth. Files are not inspected. */
function inGiven(given: unknown, path: ArgumentPath): ArgumentPath | undefined {
  const open: { value: unknown; step: Step | undefined }[] = [{ value: given, step: undefined }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, step } = next
    if (typeof value === 'string' && !isUsableText(value)) return [...path, ...way(step)]
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (!isUsableText(name)) return [...path, ...way(step)]
      open.push({ value: inner, step: { key: Array.isArray(value) ? Number(name) : name, before: step } })
    }
  }
  return undefined
}

function way(last: Step | undefined): ArgumentPath {
  const keys: (string | number)[] = []
  for (let step = last; step; step = step.before) keys.push(step.key)
  return keys.reverse()
}

function first<Item, Found>(items: Iterable<Item>, find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
