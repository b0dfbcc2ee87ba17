/** The last part of a reference, without its sign and path: "#ada-roe" and "/ontology/person/ada-roe" are "ada-roe". */
export const bareReference = (reference: string): string => {
  const trimmed = reference.trim().replace(/\/+$/, '')
  return trimmed.slice(Math.max(trimmed.lastIndexOf('#'), trimmed.lastIndexOf('/')) + 1)
}

const capitalized = (word: string): string => (word[0] ?? '').toUpperCase() + word.slice(1)

/**
 * An identifier as a name that people can read: "AdaDeLaRoe" is "Ada De La Roe", "mr-b-roe" is "Mr B Roe". One with digits is
 * a number of somebody's, and stays as it is.
 */
export const readableIdentifier = (reference: string): string => {
  const bare = bareReference(reference)
  const last = bare.replace(/^(?:person|party|org|organization|role)[.:_-](?=\p{L})/iu, '')
  if (/\d/.test(last)) return last
  const words = last
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s._-]+/)
    .filter((word) => word !== '')
  return words.map(capitalized).join(' ') || bare || reference.trim()
}
