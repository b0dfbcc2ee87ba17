import type { Inputs, Literals, NeededInputs } from '../generated/schema.js'
import type { NamedIn } from './result.js'
import type { Apart, Trimmed } from './text.js'
import type { Fits } from './variables.js'

/**
 * Checks what stands between parentheses.
 *
 * @typeParam Wanted name → reference to its type.
 * @typeParam Needed the names of those that have to be given.
 * @typeParam Declared name of a variable → its type; null where that cannot be known, in a fragment.
 * @typeParam At whose arguments they are, for messages.
 * @returns null, or a sentence that says what is wrong.
 */
export type CheckArguments<Text extends string, Wanted, Needed, Declared, At extends string> =
  Pairs<
    Text extends `${string}${'[' | '{'}${string}` ? `${Apart<Text>} ` : `${Text} `,
    Wanted,
    Needed,
    Declared,
    At
  > extends infer Problem extends string
    ? Problem
    : null

/** Reads `name: value` again and again. @returns `[rest]` behind a brace or at the end, or a sentence. */
type Pairs<Text, Wanted, Missing, Declared, At extends string> = Text extends ` ${infer Rest}`
  ? Pairs<Rest, Wanted, Missing, Declared, At>
  : Text extends `}${infer After}`
    ? End<After, Missing, At>
    : Text extends `${infer Name}:${infer Rest}`
      ? Name extends keyof Wanted
        ? Value<Rest, Wanted[Name], Declared, `${At}(${Name}:)`> extends [infer After]
          ? Pairs<After, Wanted, Exclude<Missing, Name>, Declared, At>
          : Value<Rest, Wanted[Name], Declared, `${At}(${Name}:)`>
        : Name extends `${infer Before} `
          ? Pairs<`${Before}:${Rest}`, Wanted, Missing, Declared, At>
          : `${At} has no argument "${Name}".`
      : Text extends ''
        ? End<'', Missing, At>
        : `${At} has no argument "${Trimmed<Text & string>}".`

type End<Rest, Missing, At extends string> = [Missing] extends [never]
  ? [Rest]
  : `${At} needs the argument "${Missing & string}".`

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
            : Word extends LiteralOf<NamedIn<Wanted>>
              ? [Rest]
              : `${At} takes ${Wanted & string}, not ${Word extends '""' ? 'a string' : Word}.`
  : `${At} has no value.`

type LiteralOf<Name> = Name extends keyof Literals ? Literals[Name] : never

type Items<Text, Wanted, Declared, At extends string> = Text extends ` ${infer Rest}`
  ? Items<Rest, Wanted, Declared, At>
  : Text extends `]${infer Rest}`
    ? [Rest]
    : [Wanted] extends [never]
      ? `${At} takes no list.`
      : Value<Text, Wanted, Declared, At> extends [infer After]
        ? Items<After, Wanted, Declared, At>
        : Value<Text, Wanted, Declared, At>

/** What the items of a list are; anything where anything is taken. */
type ItemOf<Wanted> = Wanted extends `[${infer Item}]` | `[${infer Item}]!`
  ? Item
  : Wanted extends 'JSON' | 'JSON!'
    ? 'JSON'
    : never

type InputFields<Text, Name, Declared, At extends string> = Name extends keyof Inputs
  ? Pairs<Text, Inputs[Name], Name extends keyof NeededInputs ? NeededInputs[Name] : never, Declared, Name>
  : Name extends 'JSON'
    ? Pairs<Text, { [name: string]: 'JSON' }, never, Declared, At>
    : `${At} takes ${Name & string}, not an object.`

type CheckVariable<Name extends string, Wanted, Declared, At extends string> = Declared extends null
  ? null
  : Name extends keyof Declared
    ? Fits<Declared[Name], Wanted> extends true
      ? null
      : `$${Name} is ${Declared[Name] & string}, and ${At} takes ${Wanted & string}.`
    : `$${Name} is not declared.`
