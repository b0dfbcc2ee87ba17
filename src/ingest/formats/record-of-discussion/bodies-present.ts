import { isBody } from '../../english/bodies.js'

const participants =
  /^[*_#\s]*(?:participants?|participating agencies|present|attendees|attendance|members|organi[sz]ations)(?:\s+(?:present|attending))?[*_\s]*:[*_\s]*(\S.*)$/gim

/** No list of those present that is looked for stands further down, in characters. */
const front = 4000

/** The bodies that were present, where a list names them and no people: "Participants: WMO, Tide Trust, Ministry of Works". */
export const bodiesPresent = (text: string): string[] => {
  for (const [, list = ''] of text.slice(0, front).matchAll(participants)) {
    const names = list
      .split(/[,;]\s*|\s+and\s+(?=\p{Lu})/u)
      .map((name) =>
        name
          .replace(/\s*\([^()]*\)\s*$/, '')
          .replace(/^the\s+|[.*_]+$/gi, '')
          .trim(),
      )
      .filter((name) => name !== '')
    if (names.length > 2 && names.filter((name) => isBody(name)).length * 3 > names.length * 2) return names
  }
  return []
}
