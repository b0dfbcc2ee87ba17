import type { Inputs, Leaves } from '../generated/schema.js'
import type { Value } from './arguments.js'
import type { Composite, NamedIn, ResultType } from './result.js'
import type { NotClosed, Selection } from './selection.js'
import type { Apart, OneLine, Trimmed } from './text.js'
import type { DeclaredTypes, VariablesType } from './variables.js'

/** What a document turns out to be. */
export interface Read {
  kind: 'query' | 'mutation' | 'subscription' | 'fragment'
  /** Of an operation: the union of its variables. */
  variables: unknown
  /** Of a fragment. */
  name: unknown
  /** The type that is selected of. */
  on: unknown
  entries: unknown
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
  : OneLine<Text> extends infer Line extends string
    ? Definitions<Line, Line extends `${string}fragment ${string}` ? Given & FragmentsIn<Line> : Given>
    : never

/** The fragments that a text defines, with their text behind the opening brace. */
type FragmentsIn<Text> = Text extends `${string}fragment ${infer Name} on ${infer Type}{${infer Rest}`
  ? { [Key in Trimmed<Name>]: { on: Trimmed<Type>; text: `${Rest} ` } } & FragmentsIn<Rest>
  : unknown

/** Definition by definition; the operation is what the document is, or else its first fragment. */
type Definitions<Text, Fragments, Found = null> = Text extends ` ${infer Rest}`
  ? Definitions<Rest, Fragments, Found>
  : Text extends `{${infer Rest}`
    ? Operation<Rest, 'query', Fragments, never, Found>
    : Text extends `query${infer Rest}`
      ? Head<Rest, 'query', Fragments, Found>
      : Text extends `fragment ${infer Name} on ${infer Type}{${infer Rest}`
        ? Fragment<Rest, Trimmed<Name>, Trimmed<Type>, Fragments, Found>
        : Text extends `mutation${infer Rest}`
          ? Head<Rest, 'mutation', Fragments, Found>
          : Text extends `subscription${infer Rest}`
            ? Head<Rest, 'subscription', Fragments, Found>
            : Text extends ''
              ? Found extends null
                ? NotClosed
                : Found
              : NotClosed

interface Roots {
  query: 'Query'
  mutation: 'Mutation'
  subscription: 'Subscription'
}

/** From an operation's name to its brace. */
type Head<Text, Kind extends keyof Roots, Fragments, Found> = Text extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}(${string}`
    ? Text extends `${string}(${infer Listed})${infer After}`
      ? Variables<Listed> extends infer Declared
        ? [Declared] extends [string]
          ? Declared
          : After extends `${string}{${infer Body}`
            ? Operation<Body, Kind, Fragments, Declared, Found>
            : NotClosed
        : never
      : NotClosed
    : Operation<Rest, Kind, Fragments, never, Found>
  : NotClosed

type Operation<Text extends string, Kind extends keyof Roots, Fragments, Declared, Found> = Found extends {
  kind: keyof Roots
}
  ? 'A document has one operation: put each into a document of its own.'
  : Selection<
        `${Text} `,
        Roots[Kind],
        { declared: DeclaredTypes<Declared>; fragments: Fragments }
      > extends infer Selected
    ? Selected extends [infer After, infer Entries]
      ? Definitions<
          After,
          Fragments,
          { kind: Kind; variables: Declared; name: undefined; on: Roots[Kind]; entries: Entries }
        >
      : Selected
    : never

type Fragment<Text extends string, Name, Type, Fragments, Found> = Type extends Composite
  ? // A fragment may be used under other variables each time.
    Selection<`${Text} `, Type, { declared: null; fragments: Fragments }> extends infer Selected
    ? Selected extends [infer After, infer Entries]
      ? Definitions<
          After,
          Fragments,
          Found extends null ? { kind: 'fragment'; variables: never; name: Name; on: Type; entries: Entries } : Found
        >
      : Selected
    : never
  : `The schema has no type "${Type & string}".`

/** Reads `$name: Type = default …`. @returns the union of `Variable`, or a sentence. */
type Variables<Text extends string, All = never> = Text extends `${string}$${infer Name}:${infer Rest}`
  ? Rest extends `${infer Own}$${infer Next}`
    ? Declaration<Trimmed<Name>, Own> extends infer One
      ? One extends string
        ? One
        : Variables<`$${Next}`, All | One>
      : never
    : Declaration<Trimmed<Name>, Rest> extends infer One
      ? One extends string
        ? One
        : All | One
      : never
  : All

type Declaration<Name extends string, Text extends string> = Text extends `${infer Type}=${infer Default}`
  ? Value<`${Apart<Default>} `, Trimmed<Type>, null, `$${Name}`> extends infer Problem extends string
    ? Problem
    : KnownType<Name, Trimmed<Type>, 'default'>
  : KnownType<Name, Trimmed<Text>, 'none'>

type KnownType<Name extends string, Type extends string, Given> =
  NamedIn<Type> extends infer Named
    ? Named extends keyof Leaves | keyof Inputs
      ? [Name, Type, Given]
      : `The schema has no type "${Named & string}" that a variable can be of.`
    : never

/** The result of a document that has been read. */
export type ResultOfRead<Document extends Read> = Document extends {
  on: infer On extends Composite
  entries: infer Entries
}
  ? ResultType<On, Entries>
  : never

export type VariablesOfRead<Document extends Read> = VariablesType<Document['variables']>
