// With the flag "u" a surrogate pair is one character, so this class matches only unpaired surrogates.
const unusable = /\0|\p{Surrogate}/u

/** Whether Postgres can store a text: it contains no NUL and no unpaired surrogate. */
export const isUsableText = (text: string): boolean => !unusable.test(text)
