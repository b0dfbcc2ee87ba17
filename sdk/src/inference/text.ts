/**
 * The text of a document on one line, with single spaces for most of what a document ignores, and strings without what is
 * in them. Each step replaces as much as it can in the whole rest of the text: reading character by character would take
 * the compiler many times as long.
 */
export type OneLine<Text extends string> = Gaps<Commas<Lines<Tabs<Bare<Text>>>>>

type Lines<
  Text extends string,
  Done extends string = '',
> = Text extends `${infer A}\n${infer B}\n${infer C}\n${infer D}\n${infer Rest}`
  ? Lines<Rest, `${Done}${A} ${B} ${C} ${D} `>
  : Text extends `${infer A}\n${infer Rest}`
    ? Lines<Rest, `${Done}${A} `>
    : `${Done}${Text}`

/** Indents, by eight, four and two spaces; what is left of them the readers skip. */
type Gaps<Text extends string> = Text extends `${string}  ${string}` ? Pairs<Fours<Eights<Text>>> : Text

type Eights<
  Text extends string,
  Done extends string = '',
> = Text extends `${infer A}        ${infer B}        ${infer C}        ${infer D}        ${infer Rest}`
  ? Eights<Rest, `${Done}${A} ${B} ${C} ${D} `>
  : Text extends `${infer A}        ${infer Rest}`
    ? Eights<Rest, `${Done}${A} `>
    : `${Done}${Text}`

type Fours<
  Text extends string,
  Done extends string = '',
> = Text extends `${infer A}    ${infer B}    ${infer C}    ${infer D}    ${infer Rest}`
  ? Fours<Rest, `${Done}${A} ${B} ${C} ${D} `>
  : Text extends `${infer A}    ${infer Rest}`
    ? Fours<Rest, `${Done}${A} `>
    : `${Done}${Text}`

type Pairs<
  Text extends string,
  Done extends string = '',
> = Text extends `${infer A}  ${infer B}  ${infer C}  ${infer D}  ${infer Rest}`
  ? Pairs<Rest, `${Done}${A} ${B} ${C} ${D} `>
  : Text extends `${infer A}  ${infer Rest}`
    ? Pairs<Rest, `${Done}${A} `>
    : `${Done}${Text}`

type Commas<Text extends string, Done extends string = ''> = Text extends `${infer A},${infer B},${infer Rest}`
  ? Commas<Rest, `${Done}${A} ${B} `>
  : Text extends `${infer A},${infer Rest}`
    ? Commas<Rest, `${Done}${A} `>
    : `${Done}${Text}`

type Tabs<Text extends string> = Text extends `${infer Before}${'\t' | '\r'}${infer After}`
  ? Tabs<`${Before} ${After}`>
  : Text

type Bare<Text extends string> = Text extends `${string}"${string}` | `${string}#${string}`
  ? WithoutStrings<Text>
  : Text

/** Each string as `""`, no comments. What comes first counts: a comment may have quotes in it, and a string a `#`. */
type WithoutStrings<Text extends string, Done extends string = ''> = Text extends `${infer Before}"${infer After}`
  ? Before extends `${infer Kept}#${string}`
    ? AfterComment<Text, Kept, Done>
    : After extends `""${infer Block}`
      ? Block extends `${string}"""${infer Rest}`
        ? WithoutStrings<Rest, `${Done}${Before}""`>
        : Done
      : WithoutStrings<AfterString<After>, `${Done}${Before}""`>
  : Text extends `${infer Kept}#${string}`
    ? AfterComment<Text, Kept, Done>
    : `${Done}${Text}`

type AfterComment<
  Text extends string,
  Kept extends string,
  Done extends string,
> = Text extends `${Kept}#${infer Comment}`
  ? Comment extends `${string}\n${infer Rest}`
    ? WithoutStrings<Rest, `${Done}${Kept}\n`>
    : `${Done}${Kept}`
  : never

type AfterString<Text extends string> = Text extends `${infer Inner}"${infer Rest}`
  ? Inner extends `${infer Escaped}\\`
    ? Escaped extends `${string}\\`
      ? Rest
      : AfterString<Rest>
    : Rest
  : ''

/** Brackets, braces and colons as words of their own: of values, which are short. */
export type Apart<Text extends string> = ApartOf<ApartOf<ApartOf<ApartOf<Text, '['>, ']'>, '{'>, '}'>

type ApartOf<
  Text extends string,
  Sign extends string,
  Done extends string = '',
> = Text extends `${infer A}${Sign}${infer Rest}` ? ApartOf<Rest, Sign, `${Done}${A} ${Sign} `> : `${Done}${Text}`

/** Without spaces around. */
export type Trimmed<Text extends string> = Text extends ` ${infer Rest}` | `${infer Rest} ` ? Trimmed<Rest> : Text
