/** What a reference points to, without its sign, file and path: "#ada-roe" and "/ontology/person/ada-roe" are "ada-roe". */
export const bareReference = (reference: string): string => {
  const trimmed = reference.trim()
  const sign = trimmed.lastIndexOf('#')
  if (sign >= 0) return trimmed.slice(sign + 1)
  const path = trimmed.replace(/\/+$/, '')
  return path.slice(path.lastIndexOf('/') + 1)
}

/** An identifier longer than this names nobody. */
const longest = 200

const capitalized = (word: string): string => (word[0] ?? '').toUpperCase() + word.slice(1)

/**
 * An identifier as a name that people can read: "AdaDeLaRoe" is "Ada De La Roe", "mr-b-roe" is "Mr B Roe". One with digits is
 * a number of somebody's, and stays as it is.
 */
export const readableIdentifier = (reference: string): string => {
  const bare = bareReference(reference).slice(0, longest)
  const last = bare
    .slice(bare.lastIndexOf('/') + 1)
    .replace(/^(?:person|party|org|organization|role)[.:_-](?=\p{L})/iu, '')
    // A year of birth tells namesakes apart.
    .replace(/(?<=\p{L})[._-](?:1[89]|20)\d{2}$/u, '')
  if (/\d/.test(last)) return last
  const words = last
    .replace(/(?<!Mc)(?<!Mac)(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/[\s._-]+/)
    .filter((word) => word !== '')
  return words.map(capitalized).join(' ') || bare || 'nobody'
}
