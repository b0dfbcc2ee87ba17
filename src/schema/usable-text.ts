// With the flag "u" a pair of surrogates is one character, so that this class finds only those that stand alone.
const unusable = /\0|\p{Surrogate}/u

/** Whether Postgres can take a text: it holds no NUL and no half of a surrogate pair. */
export const isUsableText = (text: string): boolean => !unusable.test(text)
