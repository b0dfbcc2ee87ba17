import type { Paragraph } from '../../narrative/paragraphs.js'
import { isDelegation } from './groups.js'
import { type BodyNames, bodyNames } from './names.js'
import { type NamedPerson, peopleNamed } from './people.js'
import { type Style, styleOf } from './style.js'

/** What is told from all of a bulletin before its paragraphs are read. */
export interface Survey {
  readonly style: Style
  readonly codes: ReadonlySet<string>
  readonly names: BodyNames
  /** By paragraph. */
  readonly people: ReadonlyMap<Paragraph, readonly NamedPerson[]>
  readonly isOwnBody: (name: string) => boolean
}

const meetingPart =
  /(?<![\p{L}\d])(\p{Lu}[\p{Lu}\d]{1,7})(?=\s+(?:Chair|President|Bureau|Secretariat|plenary|session|agenda|\d)|-\d)/gu

/** Surveys the paragraphs of a bulletin. */
export const surveyOf = (paragraphs: readonly Paragraph[], codes: ReadonlySet<string>): Survey => {
  const texts = paragraphs.map(({ text }) => text)
  const own = new Set<string>()
  for (const text of texts)
    for (const [, abbreviation = ''] of text.matchAll(meetingPart))
      if (!isDelegation(abbreviation)) own.add(abbreviation)
  return {
    style: styleOf(paragraphs, codes),
    codes,
    names: bodyNames(texts),
    people: new Map(paragraphs.map((paragraph) => [paragraph, peopleNamed(paragraph.text)])),
    isOwnBody: (name) => own.has(name),
  }
}
