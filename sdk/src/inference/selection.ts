import type { FieldArguments, LeafFields, Needed, ObjectFields, Possible } from '../generated/schema.js'
import type { Arguments, NotClosed } from './arguments.js'
import type { Composite, NamedIn, Optional, Typename } from './result.js'

/** What a selection is read under: the types of variables (null in a fragment), and the fragments that there are. */
export interface Scope {
  declared: unknown
  fragments: unknown
}

/**
 * Reads a selection, behind its opening brace, and all that is below it.
 *
 * @typeParam Fields what has been selected so far, as a union of `Entry`.
 * @typeParam Parts what has been selected of some possible types only, as a union of `Narrowed`.
 * @typeParam Last the leaf that was met last: it is added when what follows is not an alias' colon, arguments or a directive.
 * @returns `[rest, Fields, Parts]`, or a sentence that says what is wrong.
 */
export type Selection<Text, On extends Composite, In extends Scope, Fields = never, Parts = never, Last = never> =
  Text extends `${infer Word} ${infer Rest}`
    ? Word extends ''
      ? Selection<Rest, On, In, Fields, Parts, Last>
      : Word extends keyof LeafFields[On]
        ? Selection<Rest, On, In, Fields | Last, Parts, [Word, LeafFields[On][Word], Word]>
        : Word extends keyof ObjectFields[On]
          ? Below<Rest, On, In, Fields | Last, Parts, Word, Word>
          : Word extends '}'
            ? [Fields | Last | Parts] extends [never]
              ? `Say which fields of ${On}, as { … }.`
              : [Rest, Fields | Last, Parts]
            : Sign<Word, Rest, On, In, Fields, Parts, Last>
    : NotClosed

/** What is neither a field nor the end. */
type Sign<Word extends string, Rest, On extends Composite, In extends Scope, Fields, Parts, Last> =
  Word extends `...${infer Name}`
    ? SpreadOf<Name, Rest, On, In, Fields | Last, Parts>
    : Word extends '__typename'
      ? Selection<Rest, On, In, Fields | Last, Parts, [Word, Typename, Word]>
      : [Last] extends [never]
        ? Strange<Word, Rest, On, In, Fields, Parts, Last>
        : Last extends [infer Key, infer Type, infer Field]
          ? Word extends ':'
            ? Aliased<Rest, On, In, Fields, Parts, Key>
            : Word extends '('
              ? ArgumentsOf<Rest, On, Field, In> extends infer Read
                ? Read extends [infer After]
                  ? Selection<After, On, In, Fields, Parts, Last>
                  : Read
                : never
              : Word extends '{'
                ? `${On}.${Field & string} has no fields to select.`
                : Word extends `@${string}`
                  ? Directive<Word, Rest, In> extends infer Read
                    ? Read extends [infer After]
                      ? Selection<After, On, In, Fields, Parts, [Key, Type | undefined, Field]>
                      : Read
                    : never
                  : Strange<Word, Rest, On, In, Fields, Parts, Last>
          : never

/** A name that is no field's: an alias, or a mistake. */
type Strange<Word extends string, Rest, On extends Composite, In extends Scope, Fields, Parts, Last> =
  Rest extends `${'' | ' '}: ${infer After}`
    ? Aliased<After, On, In, Fields | Last, Parts, Word>
    : `${On} has no field "${Word}".`

/** The field behind an alias. */
type Aliased<Text, On extends Composite, In extends Scope, Fields, Parts, Key> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? Aliased<Rest, On, In, Fields, Parts, Key>
    : Word extends keyof LeafFields[On]
      ? Selection<Rest, On, In, Fields, Parts, [Key, LeafFields[On][Word], Word]>
      : Word extends keyof ObjectFields[On]
        ? Below<Rest, On, In, Fields, Parts, Key, Word>
        : Word extends '__typename'
          ? Selection<Rest, On, In, Fields, Parts, [Key, Typename, Word]>
          : `${On} has no field "${Word}".`
  : NotClosed

/** What follows the name of an object's field: its arguments, and what is selected in it. */
type Below<
  Text,
  On extends Composite,
  In extends Scope,
  Fields,
  Parts,
  Key,
  Field extends keyof ObjectFields[On],
  Skipped extends string = '',
  Given = false,
> = Text extends `${infer Word} ${infer Rest}`
  ? Word extends ''
    ? Below<Rest, On, In, Fields, Parts, Key, Field, Skipped, Given>
    : Word extends '{'
      ? [Given, NeededOf<On, Field>] extends [false, infer Missing extends string]
        ? [Missing] extends [never]
          ? Within<Rest, On, In, Fields, Parts, Key, Field, Skipped>
          : `${On}.${Field & string} needs the argument "${Missing}".`
        : Within<Rest, On, In, Fields, Parts, Key, Field, Skipped>
      : Word extends '('
        ? ArgumentsOf<Rest, On, Field, In> extends infer Read
          ? Read extends [infer After]
            ? Below<After, On, In, Fields, Parts, Key, Field, Skipped, true>
            : Read
          : never
        : Word extends ':'
          ? Aliased<Rest, On, In, Fields, Parts, Key>
          : Word extends `@${string}`
            ? Directive<Word, Rest, In> extends infer Read
              ? Read extends [infer After]
                ? Below<After, On, In, Fields, Parts, Key, Field, '?', Given>
                : Read
              : never
            : `${On}.${Field & string} is an object: say which of its fields, as { … }.`
  : NotClosed

type Within<
  Text,
  On extends Composite,
  In extends Scope,
  Fields,
  Parts,
  Key,
  Field extends keyof ObjectFields[On],
  Skipped extends string,
> = NamedIn<ObjectFields[On][Field]> extends infer Type extends Composite
  ? Selection<Text, Type, In> extends infer Read
    ? Read extends [infer After, infer Inner, infer InnerParts]
      ? Selection<
          After,
          On,
          In,
          Fields | [Key, `${ObjectFields[On][Field] & string}${Skipped}`, Type, Inner, InnerParts],
          Parts
        >
      : Read
    : never
  : never

type ArgumentsOf<Text, On extends Composite, Field, In extends Scope> = On extends keyof FieldArguments
  ? Field extends keyof FieldArguments[On]
    ? Arguments<Text, ')', FieldArguments[On][Field], NeededOf<On, Field>, In['declared'], `${On}.${Field & string}`>
    : `${On}.${Field & string} has no arguments.`
  : `${On}.${Field & string} has no arguments.`

type NeededOf<On, Field> = On extends keyof Needed ? (Field extends keyof Needed[On] ? Needed[On][Field] : never) : never

/** `@include(if: …)` or `@skip(if: …)`. @returns `[rest]`, or a sentence. */
export type Directive<Word extends string, Text, In extends Scope> = Word extends '@include' | '@skip'
  ? Text extends `${'' | ' '}( ${infer Rest}`
    ? Arguments<Rest, ')', { if: 'Boolean!' }, 'if', In['declared'], Word>
    : `${Word} needs the argument "if".`
  : `There is no directive "${Word}".`

/** What follows the dots: `on Type`, a directive, the brace, or the name of a fragment. */
type SpreadOf<Name extends string, Text, On extends Composite, In extends Scope, Fields, Parts> = Name extends 'on'
  ? Text extends `${infer Word} ${infer Rest}`
    ? Word extends ''
      ? SpreadOf<Name, Rest, On, In, Fields, Parts>
      : Inline<Rest, On, In, Fields, Parts, Word>
    : NotClosed
  : Name extends '' | '{' | `@${string}`
    ? Inline<`${Name} ${Text & string}`, On, In, Fields, Parts, On>
    : Name extends keyof In['fragments']
      ? FragmentOf<In['fragments'][Name], In> extends infer Fragment
        ? Fragment extends [infer Type extends Composite, infer Inner, infer InnerParts]
          ? Text extends ` ${infer Word extends `@${string}`} ${infer Rest}` | `${infer Word extends `@${string}`} ${infer Rest}`
            ? Directive<Word, Rest, In> extends infer Read
              ? Read extends [infer After]
                ? Merged<After, On, In, Fields, Parts, Type, Optional<Inner>, OptionalParts<InnerParts>>
                : Read
              : never
            : Merged<Text, On, In, Fields, Parts, Type, Inner, InnerParts>
          : Fragment
        : never
      : `There is no fragment "${Name}": give it in the list after the text.`

/** A fragment of the same text is read where it is used, under the variables that are there. */
type FragmentOf<Fragment, In extends Scope> = Fragment extends { type: infer Type; text: infer Text }
  ? Type extends Composite
    ? Selection<Text, Type, In> extends infer Read
      ? Read extends [unknown, infer Inner, infer InnerParts]
        ? [Type, Inner, InnerParts]
        : Read
      : never
    : `The schema has no type "${Type & string}".`
  : Fragment extends { on: infer Type; fields: infer Inner; parts: infer InnerParts }
    ? [Type, Inner, InnerParts]
    : never

/** An inline fragment behind its type. */
type Inline<Text, On extends Composite, In extends Scope, Fields, Parts, Type, Skipped = false> =
  Text extends `${infer Word} ${infer Rest}`
    ? Word extends ''
      ? Inline<Rest, On, In, Fields, Parts, Type, Skipped>
      : Word extends '{'
        ? Type extends Composite
          ? Selection<Rest, Type, In> extends infer Read
            ? Read extends [infer After, infer Inner, infer InnerParts]
              ? Skipped extends true
                ? Merged<After, On, In, Fields, Parts, Type, Optional<Inner>, OptionalParts<InnerParts>>
                : Merged<After, On, In, Fields, Parts, Type, Inner, InnerParts>
              : Read
            : never
          : `The schema has no type "${Type & string}".`
        : Directive<Word, Rest, In> extends infer Read
          ? Read extends [infer After]
            ? Inline<After, On, In, Fields, Parts, Type, true>
            : Read
          : never
    : NotClosed

type OptionalParts<Parts> = Parts extends [infer Types, infer Fields] ? [Types, Optional<Fields>] : never

/** Goes on with the fields of a fragment added: for all possible types, or for those that are of the fragment's too. */
type Merged<
  Text,
  On extends Composite,
  In extends Scope,
  Fields,
  Parts,
  Type extends Composite,
  Inner,
  InnerParts,
> = Possible[On] extends Possible[Type]
  ? Selection<Text, On, In, Fields | Inner, Parts | InnerParts>
  : Extract<Possible[On], Possible[Type]> extends infer Types
    ? [Types] extends [never]
      ? `A ${On} is never a ${Type}.`
      : Selection<Text, On, In, Fields, Parts | [Types, Inner] | InnerParts>
    : never
