import type { FieldArguments, LeafFields, ObjectFields, Possible } from '../generated/schema.js'
import type { CheckArguments } from './arguments.js'
import type { Composite, NamedIn, Skippable } from './result.js'

/** What a selection is read under: the types of variables (null in a fragment), and the fragments that there are. */
export interface Scope {
  declared: unknown
  fragments: unknown
}

export type NotClosed =
  'This is not a GraphQL document that can be read as a literal: look for a brace that is not closed.'

/**
 * Reads a selection, behind its opening brace, and all that is below it.
 *
 * @typeParam Entries what has been selected so far, as `ResultType` takes it.
 * @typeParam Last the leaf that was met last: it is added once what follows is no colon, no arguments and no directive.
 * @returns `[rest, Entries]`, or a sentence that says what is wrong.
 */
export type Selection<
  Text,
  On extends Composite,
  In extends Scope,
  Entries = never,
  Last = never,
> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends keyof LeafFields[On]
    ? Selection<Rest, On, In, Entries | Last, Word>
    : Word extends keyof ObjectFields[On]
      ? Rest extends `{ ${infer Inner}`
        ? Within<Inner, On, In, Entries | Last, Word, ObjectFields[On][Word]>
        : Below<Rest, On, In, Entries | Last, Word, Word, ObjectFields[On][Word]>
      : Word extends '}'
        ? [Entries | Last] extends [never]
          ? `Say which fields of ${On}, as { … }.`
          : [Rest, Entries | Last]
        : Word extends ''
          ? Selection<Rest, On, In, Entries, Last>
          : Sign<Word, Rest, On, In, Entries, Last>
  : NotClosed

/** A word that is neither a field nor the end. */
type Sign<
  Word extends string,
  Rest extends string,
  On extends Composite,
  In extends Scope,
  Entries,
  Last,
> = Word extends `...${infer Name}`
  ? Spread<Name, Rest, On, In, Entries | Last>
  : Word extends `${infer Field extends keyof ObjectFields[On] & string}(${infer Inner}`
    ? Below<`(${Inner} ${Rest}`, On, In, Entries | Last, Field, Field, ObjectFields[On][Field]>
    : Word extends '__typename'
      ? Selection<Rest, On, In, Entries | Last, Word>
      : Word extends `@${string}`
        ? Directive<`${Word} ${Rest}`, In> extends [infer After]
          ? Selection<After, On, In, Entries | Skippable<Last>>
          : Directive<`${Word} ${Rest}`, In>
        : Word extends '{'
          ? `${On}.${NameOf<Last>} has no fields to select.`
          : Word extends `${infer Before}{${infer After}`
            ? Selection<`${Before} { ${After} ${Rest}`, On, In, Entries, Last>
            : Word extends `${infer Before}}${infer After}`
              ? Selection<`${Before} } ${After} ${Rest}`, On, In, Entries, Last>
              : Word extends `${infer Alias}:${infer After}`
                ? Alias extends ''
                  ? Aliased<`${After} ${Rest}`, On, In, Entries, NameOf<Last>>
                  : Alias extends `${infer Before}(${infer Inner}`
                    ? LeafArguments<`(${Inner}:${After} ${Rest}`, On, In, Entries, Last, Before>
                    : Aliased<`${After} ${Rest}`, On, In, Entries | Last, Alias>
                : Word extends `${infer Before}(${infer Inner}`
                  ? LeafArguments<`(${Inner} ${Rest}`, On, In, Entries, Last, Before>
                  : Rest extends `${'' | ' '}:${infer After}`
                    ? Aliased<After, On, In, Entries | Last, Word>
                    : NoField<On, Word>

/** Says so, and which of the types that it can be has it. */
type NoField<On extends Composite, Word extends string> = {
  [Type in Possible[On]]: Type extends Composite
    ? Word extends keyof LeafFields[Type] | keyof ObjectFields[Type]
      ? Type
      : never
    : never
}[Possible[On]] extends infer Types extends string
  ? [Types] extends [never]
    ? `${On} has no field "${Word}".`
    : `${On} has no field "${Word}", but ${Types} has: ask in "... on ${Types} { ${Word} }".`
  : never

/** The name of a field under its alias, or of a leaf. */
type NameOf<Last> = Last extends [unknown, infer Field extends string, unknown]
  ? Field
  : Last extends string
    ? Last
    : ''

/** Arguments of a leaf: of one that was met last, or before them in the same word. */
type LeafArguments<Text, On extends Composite, In extends Scope, Entries, Last, Field extends string> = Field extends ''
  ? Text extends `(${infer Inner})${infer After}`
    ? CheckFieldArguments<Inner, On, NameOf<Last>, In> extends infer Problem extends string
      ? Problem
      : Selection<After, On, In, Entries, Last>
    : NotClosed
  : Field extends keyof LeafFields[On]
    ? LeafArguments<Text, On, In, Entries | Last, Field, ''>
    : `${On} has no field "${Field}".`

/** The field behind an alias. */
type Aliased<Text, On extends Composite, In extends Scope, Entries, Key> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? Aliased<Rest, On, In, Entries, Key>
    : Word extends keyof LeafFields[On] | '__typename'
      ? Selection<Rest, On, In, Entries, [Key, Word, '']>
      : Word extends keyof ObjectFields[On]
        ? Below<Rest, On, In, Entries, Key, Word, ObjectFields[On][Word]>
        : Word extends `${infer Field}(${infer Inner}`
          ? Aliased<`${Field} (${Inner} ${Rest}`, On, In, Entries, Key>
          : Word extends `${infer Field}{${infer Inner}`
            ? Aliased<`${Field} {${Inner} ${Rest}`, On, In, Entries, Key>
            : Word extends `${infer Field}}${infer After}`
              ? Aliased<`${Field} }${After} ${Rest}`, On, In, Entries, Key>
              : `${On} has no field "${Word}".`
  : NotClosed

/** What follows the name of an object's field: its arguments, a directive, and the brace. */
type Below<
  Text,
  On extends Composite,
  In extends Scope,
  Entries,
  Key,
  Field,
  Reference,
> = Text extends `{${infer Inner}`
  ? Within<Inner, On, In, Entries, Key, Reference>
  : Text extends ` ${infer Rest}`
    ? Below<Rest, On, In, Entries, Key, Field, Reference>
    : Text extends `(${infer Inner})${infer After}`
      ? CheckFieldArguments<Inner, On, Field, In> extends infer Problem extends string
        ? Problem
        : Below<After, On, In, Entries, Key, Field, WithoutStars<Reference>>
      : Text extends `:${infer Rest}`
        ? Aliased<Rest, On, In, Entries, Key>
        : Text extends `@${string}`
          ? Directive<Text, In> extends [infer After]
            ? Below<After, On, In, Entries, Key, Field, `${Reference & string}?`>
            : Directive<Text, In>
          : `${On}.${Field & string} is an object: say which of its fields, as { … }.`

/** A reference still has a star when arguments that the field needs were not given. */
type Within<Text, On extends Composite, In extends Scope, Entries, Key, Reference> =
  NamedIn<Reference> extends infer Type extends Composite
    ? Selection<Text, Type, In> extends [infer After, infer Inner]
      ? Selection<After, On, In, Entries | [Key, Reference, Type, Inner]>
      : Selection<Text, Type, In>
    : Reference extends `${infer Needed}*${string}`
      ? `${On}.${Key & string} needs the argument "${Needed}".`
      : Reference extends `${infer Asked}?`
        ? WithinSkipped<Text, On, In, Entries, Key, Asked>
        : never

type WithinSkipped<Text, On extends Composite, In extends Scope, Entries, Key, Reference extends string> =
  NamedIn<Reference> extends infer Type extends Composite
    ? Selection<Text, Type, In> extends [infer After, infer Inner]
      ? Selection<After, On, In, Entries | [Key, `${Reference}?`, Type, Inner]>
      : Selection<Text, Type, In>
    : `Give ${On}.${Key & string} its arguments.`

type CheckFieldArguments<Text extends string, On extends Composite, Field, In extends Scope> = FieldArguments[On &
  keyof FieldArguments] extends infer Fields
  ? Field extends keyof Fields
    ? CheckArguments<
        Text,
        Fields[Field],
        Field extends keyof ObjectFields[On] ? NeededIn<ObjectFields[On][Field]> : never,
        In['declared'],
        `${On}.${Field & string}`
      >
    : `${On}.${Field & string} has no arguments.`
  : never

type WithoutStars<Reference> = Reference extends `${string}*${infer Rest}` ? WithoutStars<Rest> : Reference

/** `slug*Theme` is a theme for which a slug has to be given. */
type NeededIn<Reference> = Reference extends `${infer Needed}*${infer Rest}` ? Needed | NeededIn<Rest> : never

/** `@include(if: …)` or `@skip(if: …)`. @returns `[rest]`, or a sentence. */
type Directive<Text, In extends Scope> = Text extends `@${infer Name}(${infer Inner})${infer After}`
  ? Name extends 'include' | 'skip' | 'include ' | 'skip '
    ? CheckArguments<Inner, { if: 'Boolean!' }, 'if', In['declared'], `@${Name}`> extends infer Problem extends string
      ? Problem
      : [After]
    : `There is no directive "@${Name}".`
  : 'A directive is @include(if: …) or @skip(if: …).'

/** What follows the dots: `on Type`, a directive, the brace, or the name of a fragment. */
type Spread<
  Name extends string,
  Text extends string,
  On extends Composite,
  In extends Scope,
  Entries,
> = Name extends 'on'
  ? Text extends `${infer Type} ${infer Rest}`
    ? Type extends ''
      ? Spread<Name, Rest, On, In, Entries>
      : Type extends `${infer Bare}{${infer After}`
        ? Spread<Name, `${Bare} {${After} ${Rest}`, On, In, Entries>
        : Inline<Rest, On, In, Entries, Type>
    : NotClosed
  : Name extends ''
    ? Text extends `${'' | ' '}on ${infer Rest}`
      ? Spread<'on', Rest, On, In, Entries>
      : Inline<Text, On, In, Entries, On>
    : Name extends `@${string}` | `{${string}`
      ? Inline<`${Name} ${Text}`, On, In, Entries, On>
      : Name extends keyof In['fragments']
        ? FragmentOf<In['fragments'][Name], In> extends [infer Type extends Composite, infer Inner]
          ? Text extends `${infer _Gap extends '' | ' '}@${infer Rest}`
            ? Directive<`@${Rest}`, In> extends [infer After]
              ? Merged<After, On, In, Entries, Type, Skippable<Inner>>
              : Directive<`@${Rest}`, In>
            : Merged<Text, On, In, Entries, Type, Inner>
          : FragmentOf<In['fragments'][Name], In>
        : Name extends `${infer Before}}${infer After}`
          ? Spread<Before, `}${After} ${Text}`, On, In, Entries>
          : `There is no fragment "${Name}": give it in the list after the text.`

/** A fragment of the same text is read where it is used, under the variables that are there. */
type FragmentOf<Fragment, In extends Scope> = Fragment extends { on: infer Type; text: infer Text }
  ? Type extends Composite
    ? Selection<Text, Type, In> extends [unknown, infer Inner]
      ? [Type, Inner]
      : Selection<Text, Type, In>
    : `The schema has no type "${Type & string}".`
  : Fragment extends { on: infer Type; entries: infer Inner }
    ? [Type, Inner]
    : never

/** An inline fragment behind its type. */
type Inline<
  Text,
  On extends Composite,
  In extends Scope,
  Entries,
  Type,
  Skipped = false,
> = Text extends ` ${infer Rest}`
  ? Inline<Rest, On, In, Entries, Type, Skipped>
  : Type extends Composite
    ? Text extends `{${infer Rest}`
      ? Selection<Rest, Type, In> extends [infer After, infer Inner]
        ? Merged<After, On, In, Entries, Type, Skipped extends true ? Skippable<Inner> : Inner>
        : Selection<Rest, Type, In>
      : Directive<Text, In> extends [infer After]
        ? Inline<After, On, In, Entries, Type, true>
        : Directive<Text, In>
    : `The schema has no type "${Type & string}".`

/** Goes on with the entries of a fragment added: for all possible types, or for those that are of the fragment's too. */
type Merged<
  Text,
  On extends Composite,
  In extends Scope,
  Entries,
  Type extends Composite,
  Inner,
> = Possible[On] extends Possible[Type]
  ? Selection<Text, On, In, Entries | Inner>
  : Extract<Possible[On], Possible[Type]> extends infer Types
    ? [Types] extends [never]
      ? `A ${On} is never a ${Type}.`
      : Selection<Text, On, In, Entries | [null, Types, Inner]>
    : never
