import type { Inputs, Leaves } from '../generated/schema.js'
import type { NotClosed, Value } from './arguments.js'
import type { Composite, NamedIn, Narrowed, ResultType } from './result.js'
import type { Selection } from './selection.js'
import type { DeclaredTypes, VariablesType } from './variables.js'
import type { Words } from './words.js'

/** What a document turns out to be. */
export interface Read {
  kind: 'query' | 'mutation' | 'subscription' | 'fragment'
  /** Of an operation: the union of its variables. */
  variables: unknown
  /** Of a fragment. */
  name: unknown
  on: unknown
  fields: unknown
  parts: unknown
}

/**
 * Reads a document.
 *
 * @typeParam Given name → fragment, of those that are given beside the text.
 * @returns `Read`, or a sentence that says what is wrong: the first field, argument, variable or fragment that the schema does
 * not have.
 */
export type DocumentType<Text extends string, Given> = string extends Text
  ? 'Give the text as a literal: what is put together while the program runs cannot be typed.'
  : Words<Text> extends infer Written
    ? Definitions<Written, Given & FragmentsIn<Written>>
    : never

/** The fragments that a text defines, with their text from the opening brace on. */
type FragmentsIn<Text> = Text extends `${string}fragment ${infer Rest}`
  ? Rest extends `${infer Name} on ${infer Type} ${infer Body}{ ${infer Fields}`
    ? { [Key in Name]: { type: Type; text: Fields } } & FragmentsIn<`${Body}${Fields}`>
    : unknown
  : unknown

/** Definition by definition; the operation is what the document is, or else its first fragment. */
type Definitions<Text, Fragments, Found = null> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? Definitions<Rest, Fragments, Found>
    : Word extends '{'
      ? Operation<Rest, 'query', Fragments, never, Found>
      : Word extends 'query' | 'mutation' | 'subscription'
        ? Head<Rest, Word, Fragments, never, Found>
        : Word extends 'fragment'
          ? Fragment<Rest, Fragments, Found>
          : NotClosed
  : Found extends null
    ? NotClosed
    : Found

interface Roots {
  query: 'Query'
  mutation: 'Mutation'
  subscription: 'Subscription'
}

/** From an operation's name to its brace. */
type Head<Text, Kind extends keyof Roots, Fragments, Declared, Found> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends '{'
    ? Operation<Rest, Kind, Fragments, Declared, Found>
    : Word extends '('
      ? Variables<Rest> extends infer Listed
        ? Listed extends [infer After, infer All]
          ? Head<After, Kind, Fragments, All, Found>
          : Listed
        : never
      : Head<Rest, Kind, Fragments, Declared, Found>
  : NotClosed

type Operation<Text, Kind extends keyof Roots, Fragments, Declared, Found> = Found extends { kind: keyof Roots }
  ? 'A document has one operation: put each into a document of its own.'
  : Selection<Text, Roots[Kind], { declared: DeclaredTypes<Declared>; fragments: Fragments }> extends infer Selected
    ? Selected extends [infer After, infer Fields, infer Parts]
      ? Definitions<
          After,
          Fragments,
          { kind: Kind; variables: Declared; name: undefined; on: Roots[Kind]; fields: Fields; parts: Parts }
        >
      : Selected
    : never

type Fragment<Text, Fragments, Found> = Text extends `${infer Name} on ${infer Type} ${infer _Space}{ ${infer Rest}`
  ? Type extends Composite
    ? // A fragment may be used under other variables each time.
      Selection<Rest, Type, { declared: null; fragments: Fragments }> extends infer Selected
      ? Selected extends [infer After, infer Fields, infer Parts]
        ? Definitions<
            After,
            Fragments,
            Found extends null
              ? { kind: 'fragment'; variables: never; name: Name; on: Type; fields: Fields; parts: Parts }
              : Found
          >
        : Selected
      : never
    : `The schema has no type "${Type}".`
  : NotClosed

/** Reads `$name: Type = default …`. @returns `[rest, union of Variable]`, or a sentence. */
type Variables<Text, All = never> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? Variables<Rest, All>
    : Word extends ')'
      ? [Rest, All]
      : Word extends `$${infer Name}`
        ? Rest extends `${'' | ' '}: ${infer Type}`
          ? VariableType<Type, Name, All>
          : NotClosed
        : NotClosed
  : NotClosed

/** A variable's type may come in several words, for its brackets. */
type VariableType<Text, Name extends string, All, Type extends string = ''> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ')' | `$${string}`
    ? Declaration<Name, Type, 'none', All, Text>
    : Word extends '='
      ? Value<Rest, Type, null, `$${Name}`> extends infer Default
        ? Default extends [infer After]
          ? Declaration<Name, Type, 'default', All, After>
          : Default
        : never
      : VariableType<Rest, Name, All, `${Type}${Word}`>
  : NotClosed

type Declaration<Name extends string, Type extends string, Given, All, Rest> = NamedIn<Type> extends infer Named
  ? Named extends keyof Leaves | keyof Inputs
    ? Variables<Rest, All | [Name, Type, Given]>
    : `The schema has no type "${Named & string}" that a variable can be of.`
  : never

/** The result of a document that has been read. */
export type ResultOfRead<Document extends Read> = Document extends {
  on: infer On extends Composite
  fields: infer Fields
  parts: infer Parts extends Narrowed
}
  ? ResultType<On, Fields, Parts>
  : never

export type VariablesOfRead<Document extends Read> = VariablesType<Document['variables']>
