import type { Inputs, Literals, Needed } from '../generated/schema.js'
import type { NamedIn } from './result.js'
import type { Fits } from './variables.js'

/**
 * Reads arguments, or the fields of an input object, up to the sign that ends them.
 *
 * @typeParam Wanted name → reference to its type.
 * @typeParam Missing the names of those that have to be given, and have not been yet.
 * @typeParam Declared name of a variable → its type; null where that cannot be known, in a fragment.
 * @typeParam At whose they are, for messages.
 * @returns `[rest]`, or a sentence that says what is wrong.
 */
export type Arguments<Text, End extends string, Wanted, Missing, Declared, At extends string> =
  Text extends `${infer Word} ${infer Rest}`
    ? Word extends ''
      ? Arguments<Rest, End, Wanted, Missing, Declared, At>
      : Word extends keyof Wanted
        ? Value<AfterColon<Rest>, Wanted[Word], Declared, `${At}(${Word}:)`> extends infer Read
          ? Read extends [infer After]
            ? Arguments<After, End, Wanted, Exclude<Missing, Word>, Declared, At>
            : Read
          : never
        : Word extends End
          ? [Missing] extends [never]
            ? [Rest]
            : `${At} needs the argument "${Missing & string}".`
          : `${At} has no argument "${Word}".`
    : NotClosed

export type NotClosed = 'This is not a GraphQL document that can be read as a literal: look for a brace that is not closed.'

type AfterColon<Text> = Text extends `: ${infer Rest}` ? Rest : Text extends ` ${infer Rest}` ? AfterColon<Rest> : Text

/** Reads one value. @returns `[rest]`, or a sentence. */
export type Value<Text, Wanted, Declared, At extends string> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? Value<Rest, Wanted, Declared, At>
    : Word extends `$${infer Name}`
      ? CheckVariable<Name, Wanted, Declared, At> extends infer Problem extends string
        ? Problem
        : [Rest]
      : Word extends '['
        ? Items<Rest, ItemOf<Wanted>, Declared, At>
        : Word extends '{'
          ? InputFields<Rest, NamedIn<Wanted>, Declared, At>
          : Word extends 'null'
            ? Wanted extends `${string}!`
              ? `${At} takes ${Wanted}, not null.`
              : [Rest]
            : NamedIn<Wanted> extends infer Name extends keyof Literals
              ? Word extends Literals[Name]
                ? [Rest]
                : `${At} takes ${Wanted & string}, not ${Word}.`
              : `${At} takes ${Wanted & string}, not ${Word}.`
  : NotClosed

type Items<Text, Wanted, Declared, At extends string> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? Items<Rest, Wanted, Declared, At>
    : Word extends ']'
      ? [Rest]
      : [Wanted] extends [never]
        ? `${At} takes no list.`
        : Value<Text, Wanted, Declared, At> extends infer Read
          ? Read extends [infer After]
            ? Items<After, Wanted, Declared, At>
            : Read
          : never
  : NotClosed

/** What the items of a list are; anything where anything is taken. */
type ItemOf<Wanted> = Wanted extends `[${infer Item}]` | `[${infer Item}]!`
  ? Item
  : Wanted extends 'JSON' | 'JSON!'
    ? 'JSON'
    : never

type InputFields<Text, Name, Declared, At extends string> = Name extends keyof Inputs
  ? Arguments<Text, '}', Inputs[Name], Name extends keyof Needed ? Needed[Name] : never, Declared, Name>
  : Name extends 'JSON'
    ? AnyFields<Text, Declared, At>
    : `${At} takes ${Name & string}, not an object.`

type AnyFields<Text, Declared, At extends string> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? AnyFields<Rest, Declared, At>
    : Word extends '}'
      ? [Rest]
      : Value<AfterColon<Rest>, 'JSON', Declared, At> extends infer Read
        ? Read extends [infer After]
          ? AnyFields<After, Declared, At>
          : Read
        : never
  : NotClosed

type CheckVariable<Name extends string, Wanted, Declared, At extends string> = Declared extends null
  ? null
  : Name extends keyof Declared
    ? Fits<Declared[Name], Wanted> extends true
      ? null
      : `$${Name} is ${Declared[Name] & string}, and ${At} takes ${Wanted & string}.`
    : `$${Name} is not declared.`
