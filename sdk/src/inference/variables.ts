import type { Inputs, Leaves, NeededInputs } from '../generated/schema.js'

/** A variable: its name and its type, as it is written; `Default` where it has a default value. */
export type Variable = readonly [name: string, type: string, given: 'default' | 'none']

/** The type of a document's variables. */
export type VariablesType<Declared> = Simplified<
  { [One in RequiredOf<Declared> as One[0]]: InputType<One[1]> } & {
    [One in Exclude<Declared, RequiredOf<Declared>> as NameOf<One>]?: InputTypeOf<One> | undefined
  }
>

type RequiredOf<Declared> = Declared extends readonly [string, `${string}!`, 'none'] ? Declared : never

type NameOf<One> = One extends Variable ? One[0] : never
type InputTypeOf<One> = One extends readonly [string, infer Type extends string, infer Given]
  ? InputType<Type> | (Given extends 'default' ? null : never)
  : never

type Simplified<Type> = { [Key in keyof Type]: Type[Key] }

/** The type of what is given for a reference to a scalar, an enum or an input: `RemarkFilter`, `[ID!]!`. */
export type InputType<Reference extends string> = Reference extends `${infer Nullable}!`
  ? NonNullInput<Nullable>
  : NonNullInput<Reference> | null

type NonNullInput<Reference extends string> = Reference extends `[${infer Item}]`
  ? readonly InputType<Item>[]
  : Reference extends keyof Leaves
    ? Leaves[Reference]
    : Reference extends keyof Inputs
      ? InputObject<Reference>
      : never

type InputObject<Name extends keyof Inputs> = Simplified<
  { [Field in NeededOf<Name>]: InputType<Inputs[Name][Field] & string> } & {
    [Field in Exclude<keyof Inputs[Name], NeededOf<Name>>]?: InputType<Inputs[Name][Field] & string> | undefined
  }
>

type NeededOf<Name extends keyof Inputs> = keyof Inputs[Name] &
  (Name extends keyof NeededInputs ? NeededInputs[Name] : never)

/** What each variable is, by its name; one with a default value counts as non-null. */
export type DeclaredTypes<Declared> = {
  [One in Declared as NameOf<One>]: One extends readonly [string, infer Type extends string, infer Given]
    ? Given extends 'default'
      ? Type extends `${string}!`
        ? Type
        : `${Type}!`
      : Type
    : never
}

/** Whether a variable of one type can stand where another is taken: itself, or non-null for nullable, at each depth. */
export type Fits<Given, Wanted> = Given extends Wanted
  ? true
  : Given extends `${infer Nullable}!`
    ? Fits<Nullable, Wanted extends `${infer Bare}!` ? Bare : Wanted>
    : Given extends `[${infer Item}]`
      ? Wanted extends `[${infer WantedItem}]`
        ? Fits<Item, WantedItem>
        : false
      : false
