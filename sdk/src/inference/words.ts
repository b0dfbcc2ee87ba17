/**
 * The text of a document as words with a space behind each: names, punctuation and values apart, strings without what is
 * in them, no comments. Each step finds the next sign in the whole rest of the text: reading character by character would
 * take the compiler several times as long.
 */
export type Words<Text extends string> = Spread<
  Apart<Apart<Apart<Apart<Apart<Apart<Apart<Apart<Begin<Lines<Bare<Text>>>, '('>, ')'>, '{'>, '}'>, ':'>, '['>, ']'>, '='>
>

/** Each of a sign as a word. */
type Apart<Text extends string, Sign extends string, Done extends string = ''> = Text extends `${infer Before}${Sign}${infer After}`
  ? Apart<After, Sign, `${Done}${Before} ${Sign} `>
  : `${Done}${Text}`

/** A word begins at each `$`. */
type Begin<Text extends string, Done extends string = ''> = Text extends `${infer Before}$${infer After}`
  ? Begin<After, `${Done}${Before} $`>
  : `${Done}${Text}`

/** A word begins at each `...`, and what follows is of it. */
type Spread<Text extends string, Done extends string = ''> = Text extends `${infer Before}...${infer After}`
  ? Spread<TrimStart<After>, `${Done}${Before} ...`>
  : `${Done}${Text} `

/** One line, without commas, tabs and indents. */
type Lines<Text extends string, Done extends string = ''> = Text extends `${infer Line}\n${infer Rest}`
  ? Lines<TrimStart<Rest>, `${Done}${Line} `>
  : Spaced<Spaced<Spaced<`${Done}${Text}`, ','>, '\t'>, '\r'>

type Spaced<Text extends string, Sign extends string, Done extends string = ''> = Text extends `${infer Before}${Sign}${infer After}`
  ? Spaced<After, Sign, `${Done}${Before} `>
  : `${Done}${Text}`

type TrimStart<Text extends string> = Text extends `        ${infer Rest}`
  ? TrimStart<Rest>
  : Text extends `    ${infer Rest}`
    ? TrimStart<Rest>
    : Text extends ` ${infer Rest}`
      ? TrimStart<Rest>
      : Text

type Bare<Text extends string> = Text extends `${string}"${string}` | `${string}#${string}` ? WithoutStrings<Text> : Text

/** Each string as `""`. What comes first counts: a comment may have quotes in it, and a string a `#`. */
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

type AfterComment<Text extends string, Kept extends string, Done extends string> = Text extends `${Kept}#${infer Comment}`
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
