import type { parseDocument } from 'gql.tada'
import type { fieldArguments, introspection, introspection_types } from './generated/introspection.js'

/**
 * What is wrong with a document, as a sentence, or null: the first field, argument, variable or fragment that the
 * schema does not have. gql.tada infers results and leaves this to an editor plugin; the SDK wants it from the compiler
 * alone.
 *
 * @typeParam Known the names of the fragments that are given beside the text.
 */
export type Check<Text extends string, Known> = [parseDocument<Text>] extends [{ definitions: infer Definitions }]
  ? [parseDocument<Text>] extends [never]
    ? 'This is not a GraphQL document that can be read as a literal: look for a brace that is not closed.'
    : CheckDefinitions<Definitions, Known | DefinedFragments<Definitions>>
  : never

type DefinedFragments<Definitions> = Definitions extends readonly (infer Definition)[]
  ? Definition extends { typeCondition: unknown; name: { value: infer Name } }
    ? Name
    : never
  : never

type CheckDefinitions<Definitions, Known> = Definitions extends [infer Definition, ...infer Rest]
  ? CheckDefinition<Definition, Known> extends infer Problem extends string
    ? Problem
    : CheckDefinitions<Rest, Known>
  : null

type CheckDefinition<Definition, Known> = Definition extends {
  operation: infer Operation extends 'query' | 'mutation' | 'subscription'
  variableDefinitions: infer Variables
  selectionSet: infer Set
}
  ? CheckSet<Set, introspection[`${Operation}`], VariableTypes<Variables>, Known>
  : Definition extends { typeCondition: { name: { value: infer On } }; selectionSet: infer Set }
    ? // A fragment may be used under other variables each time.
      CheckSet<Set, On, null, Known>
    : null

type CheckSet<Set, On, Variables, Known> = On extends keyof introspection_types
  ? Set extends { selections: infer Selections }
    ? CheckSelections<Selections, On, Variables, Known>
    : null
  : `The schema has no type "${On & string}".`

type CheckSelections<Selections, On extends keyof introspection_types, Variables, Known> = Selections extends [
  infer Selection,
  ...infer Rest,
]
  ? CheckSelection<Selection, On, Variables, Known> extends infer Problem extends string
    ? Problem
    : CheckSelections<Rest, On, Variables, Known>
  : null

type CheckSelection<Selection, On extends keyof introspection_types, Variables, Known> = Selection extends {
  name: { value: infer Name extends string }
  arguments: infer Arguments
  selectionSet: infer Set
}
  ? CheckField<Name, Arguments, Set, On, Variables, Known>
  : Selection extends { typeCondition: infer Condition; selectionSet: infer Set }
    ? CheckSet<Set, Condition extends { name: { value: infer Subtype } } ? Subtype : On, Variables, Known>
    : Selection extends { name: { value: infer Name extends string } }
      ? Name extends Known
        ? null
        : `There is no fragment "${Name}": give it in the list after the text.`
      : null

type CheckField<
  Name extends string,
  Arguments,
  Set,
  On extends keyof introspection_types,
  Variables,
  Known,
> = introspection_types[On] extends { fields: infer Fields }
  ? Name extends keyof Fields
    ? CheckArguments<Arguments, ArgumentsOf<On, Name>, Variables, `${On}.${Name}`> extends infer Problem extends string
      ? Problem
      : CheckBelow<NamedType<Fields[Name]>, Set, Variables, Known, `${On}.${Name}`>
    : Name extends `__${string}`
      ? null
      : `${On} has no field "${Name}".`
  : null

/** A field of an object needs a selection, any other can have none. */
type CheckBelow<Type, Set, Variables, Known, Field extends string> = Type extends keyof introspection_types
  ? introspection_types[Type] extends { fields: unknown }
    ? Set extends undefined
      ? `${Field} is an object: say which of its fields, as { … }.`
      : CheckSet<Set, Type, Variables, Known>
    : CheckLeaf<Set, Field>
  : CheckLeaf<Set, Field>

type CheckLeaf<Set, Field extends string> = Set extends undefined ? null : `${Field} has no fields to select.`

type NamedType<Field> = Field extends { type: infer Type } ? Unwrap<Type> : never
type Unwrap<Type> = Type extends { ofType: infer Inner extends object }
  ? Unwrap<Inner>
  : Type extends { name: infer Name }
    ? Name
    : never

type ArgumentsOf<On, Name> = On extends keyof fieldArguments
  ? Name extends keyof fieldArguments[On]
    ? fieldArguments[On][Name]
    : object
  : object

type CheckArguments<Given, Wanted, Variables, Field extends string, Seen = never> = Given extends [
  { name: { value: infer Name extends string }; value: infer Value },
  ...infer Rest,
]
  ? Name extends keyof Wanted
    ? CheckVariable<Value, Wanted[Name], Variables, `${Field}(${Name}:)`> extends infer Problem extends string
      ? Problem
      : CheckArguments<Rest, Wanted, Variables, Field, Seen | Name>
    : `${Field} has no argument "${Name}".`
  : Exclude<Required<Wanted>, Seen> extends infer Missing extends string
    ? [Missing] extends [never]
      ? null
      : `${Field} needs the argument "${Missing}".`
    : null

type Required<Wanted> = { [Name in keyof Wanted]: Wanted[Name] extends `${string}!` ? Name : never }[keyof Wanted]

/** Of an argument that is given as a variable: whether that is declared, and of a type that fits. */
type CheckVariable<Value, Wanted, Variables, Where extends string> = Variables extends null
  ? null
  : Value extends { kind: 'Variable'; name: { value: infer Name extends string } }
    ? Name extends keyof Variables
      ? Fits<Variables[Name], Wanted> extends true
        ? null
        : `$${Name} is ${Variables[Name] & string}, and ${Where} takes ${Wanted & string}.`
      : `$${Name} is not declared.`
    : null

/** Name → type, as written; one with a default value counts as non-null. */
type VariableTypes<Definitions> = Definitions extends readonly unknown[]
  ? {
      [Definition in Definitions[number] as NameOfVariable<Definition>]: Definition extends {
        type: infer Type
        defaultValue: infer Default
      }
        ? Default extends undefined | { kind: 'NullValue' }
          ? Written<Type>
          : Written<Type> extends `${string}!`
            ? Written<Type>
            : `${Written<Type>}!`
        : never
    }
  : never

type NameOfVariable<Definition> = Definition extends { variable: { name: { value: infer Name extends string } } }
  ? Name
  : never

type Written<Type> = Type extends { kind: 'NonNullType'; type: infer Inner }
  ? `${Written<Inner>}!`
  : Type extends { kind: 'ListType'; type: infer Inner }
    ? `[${Written<Inner>}]`
    : Type extends { name: { value: infer Name extends string } }
      ? Name
      : never

type Fits<Given, Wanted> = Given extends Wanted
  ? true
  : Given extends `${infer Nullable}!`
    ? Fits<Nullable, Wanted extends `${infer Bare}!` ? Bare : Wanted>
    : Given extends `[${infer Item}]`
      ? Wanted extends `[${infer WantedItem}]`
        ? Fits<Item, WantedItem>
        : false
      : false
