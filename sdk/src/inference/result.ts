import type { LeafFields, ObjectFields, Possible } from '../generated/schema.js'

/** A type with fields: an object, an interface or a union. */
export type Composite = keyof Possible & keyof LeafFields & keyof ObjectFields

/** What was selected of a leaf: its key, its type, and the field. */
export type Leaf = readonly [key: string, type: unknown, field: string]

/** What was selected of an object: its key, the schema's reference to its type, and what was selected in it. */
export type Nested = readonly [key: string, reference: string, on: Composite, fields: Entry, narrowed: Narrowed]

export type Entry = Leaf | Nested

/** What was selected of some of a type's possible types only. */
export type Narrowed = readonly [types: string, fields: unknown]

/** In place of the type of `__typename`. */
export interface Typename {
  readonly typename: true
}

/** The type of a selection. Where parts of it hold for some of the possible types only, a union that narrows by them. */
export type ResultType<On extends Composite, Fields, Parts extends Narrowed> = [Parts] extends [never]
  ? ObjectType<Fields, Possible[On]>
  : Member<Extract<Possible[On], Parts[0]>, Fields, Parts> | Others<Exclude<Possible[On], Parts[0]>, Fields>

/** One object for each of the types. */
type Member<Type, Fields, Parts extends Narrowed> = Type extends unknown
  ? ObjectType<Fields | PartsOf<Type, Parts>, Type>
  : never

type PartsOf<Type, Parts> = Parts extends readonly [infer Types, infer Fields] ? (Type extends Types ? Fields : never) : never

type Others<Types, Fields> = [Types] extends [never] ? never : ObjectType<Fields, Types>

/** Entries of the same key become one: what they select is merged. */
type ObjectType<Fields, Type> = { -readonly [Field in Fields as KeyOf<Field>]: ValueOf<Field, Type> }

type KeyOf<Field> = Field extends readonly [infer Key extends string, ...unknown[]] ? Key : never

type ValueOf<Field, Type> = [Field] extends [Nested]
  ? Wrapped<Field[1], ResultType<Field[2], Field[3], Field[4]>>
  : [Field] extends [Leaf]
    ? Field[1] extends Typename
      ? Type
      : Field[1]
    : never

/** A type as a reference wraps it: `Person!`, `[Person!]!`; behind a `?`, of a field that may be skipped. */
type Wrapped<Reference extends string, Type> = Reference extends `${infer Asked}?`
  ? Wrapped<Asked, Type> | undefined
  : Reference extends `${infer Nullable}!`
    ? Listed<Nullable, Type>
    : Listed<Reference, Type> | null

type Listed<Reference extends string, Type> = Reference extends `[${infer Item}]` ? Wrapped<Item, Type>[] : Type

/** The name in a reference. */
export type NamedIn<Reference> = Reference extends `${infer Inner}!`
  ? NamedIn<Inner>
  : Reference extends `[${infer Item}]`
    ? NamedIn<Item>
    : Reference

/** The same entries, of which each may be missing in the result. */
export type Optional<Fields> = Fields extends Nested
  ? [Fields[0], `${Fields[1]}?`, Fields[2], Fields[3], Fields[4]]
  : Fields extends Leaf
    ? [Fields[0], Fields[1] | undefined, Fields[2]]
    : never
