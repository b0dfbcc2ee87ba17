import type { LeafFields, ObjectFields, Possible } from '../generated/schema.js'

/** A type with fields: an object, an interface or a union. */
export type Composite = keyof Possible & keyof LeafFields & keyof ObjectFields

/** What was selected of an object: its key, the schema's reference to its type, that type, and what was selected in it. */
export type Nested = readonly [key: string, reference: string, on: Composite, entries: unknown]

/** A leaf under an alias, or one that may be skipped. */
export type Leaf = readonly [key: string, field: string, skipped: '' | '?']

/** What was selected of some of a type's possible types only. */
export type Part = readonly [key: null, types: unknown, entries: unknown]

/**
 * The type of a selection. Where parts of it hold for some of the possible types only, a union that narrows by them.
 *
 * @typeParam Entries a union of `Nested`, `Leaf`, `Part`, and the names of leaves.
 */
export type ResultType<On extends Composite, Entries> =
  Extract<Entries, Part> extends infer Parts extends Part
    ? [Parts] extends [never]
      ? ObjectType<Entries, Possible[On], On>
      : Member<Extract<Possible[On], Parts[1]>, Entries, Parts> | Others<On, Exclude<Possible[On], Parts[1]>, Entries>
    : never

/** One object for each of the types. */
type Member<Type, Entries, Parts> = Type extends Composite
  ? ObjectType<Entries | PartsOf<Type, Parts>, Type, Type>
  : never

type PartsOf<Type, Parts> = Parts extends readonly [null, infer Types, infer Entries]
  ? Type extends Types
    ? Entries | PartsOf<Type, Extract<Entries, Part>>
    : never
  : never

type Others<On extends Composite, Types, Entries> = [Types] extends [never] ? never : ObjectType<Entries, Types, On>

/** Entries of the same key become one: what they select is merged. */
type ObjectType<Entries, Types, On extends Composite> = {
  -readonly [Entry in Entries as KeyOf<Entry>]: ValueOf<Entry, Types, On>
}

type KeyOf<Entry> = Entry extends string
  ? Entry
  : Entry extends readonly [infer Key extends string, ...unknown[]]
    ? Key
    : never

type ValueOf<Entry, Types, On extends Composite> = [Entry] extends [Nested]
  ? Wrapped<Entry[1], ResultType<Entry[2], Entry[3]>>
  : [Entry] extends [Leaf]
    ? LeafType<Entry[1], Types, On> | (Entry[2] extends '?' ? undefined : never)
    : LeafType<Entry, Types, On>

type LeafType<Field, Types, On extends Composite> = Field extends keyof LeafFields[On]
  ? LeafFields[On][Field]
  : Field extends '__typename'
    ? Types
    : Types extends Composite
      ? LeafFields[Types][Field & keyof LeafFields[Types]]
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
export type Skippable<Entries> = Entries extends string
  ? [Entries, Entries, '?']
  : Entries extends Nested
    ? [Entries[0], `${Entries[1]}?`, Entries[2], Entries[3]]
    : Entries extends Leaf
      ? [Entries[0], Entries[1], '?']
      : Entries extends Part
        ? [null, Entries[1], Skippable<Entries[2]>]
        : never
