/** What Postgres cannot store: NUL, and unpaired surrogates: with the flag "u" a pair is one character. */
export const unusable = /\0|\p{Surrogate}/u

/** Whether Postgres can store a text. */
export const isUsableText = (text: string): boolean => !unusable.test(text)
