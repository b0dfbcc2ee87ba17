import { isBody } from '../english/bodies.js'
import { isTitleHead } from '../english/titles.js'
import { fold, nameTokens, splitHonorific } from '../names.js'
import { whileReading } from '../once.js'
import { isFullName, isOneWord } from '../turns/person-words.js'
import { officeAndName } from '../turns/roles.js'
import { beginsWithPerson, nameLength } from './person-shape.js'

/** Whether letters can be the initials that a record uses for somebody: the first word's and the last's are among them. */
export const canBeInitialsOf = (letters: string, name: string): boolean => {
  const tokens = nameTokens(splitHonorific(name).name)
  const lowered = letters.toLowerCase()
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)]
  return first !== '' && lowered.startsWith(first.slice(0, 1)) && lowered.slice(1).includes(last.slice(0, 1))
}

/** Words that stand before names as honorifics do, in the plural. */
const honorificPlural = /^(?:Councill?ors|Aldermen|Cllrs|Crs|Commissioners|Trustees|Senators)$/

const ahead = /^(\p{Lu}[\p{L}]{1,4})(?:\s*[–—=:]\s*|\s+-\s+|\t\s*|\s{2,})(?=\p{Lu})/u

/** "AP – Alan Pryce": initials that stand before the name they are of, and where the name begins; null for none. */
export const initialsAhead = (text: string): { readonly letters: string; readonly length: number } | null => {
  const match = ahead.exec(text.slice(0, 40))
  if (!match) return null
  const [{ length }, letters = ''] = match
  const rest = text.slice(length)
  const name = rest.slice(0, nameLength(rest))
  return /\p{Lu}$/u.test(letters) && canBeInitialsOf(letters, name) ? { letters, length } : null
}

/** "Mayor Dana Roe", "City Manager Poe": how long the office is that stands before a name; 0 for none. */
export const officeAheadLength = (text: string): number => {
  const { honorific } = splitHonorific(text)
  if (honorific !== null && !/^(?:Councill?or|Alderman|Alderwoman|President|Senator)$/i.test(honorific)) return 0
  const name = text.slice(0, nameLength(text))
  const found = name.length <= 80 ? officeAndName(name) : null
  if (!found || isBody(found.name)) return 0
  return name.lastIndexOf(found.name)
}

const officeOfThing =
  /^((?:\p{Lu}[\p{L}-]*\s+){1,4})(?:of|for)\s+(?:(?:\p{Lu}[\p{L}-]*|and|&|the)\s+){1,5}(?=\p{Lu}[\p{L}'’-]+\s+\p{Lu}[\p{L}'’-]+$)/u

/**
 * "Director of River Works Bo Poe": how long the office is, the last two words being the name; 0 for none. Only where every
 * entry is known to name somebody: "Director of River Works" might as well be all of it.
 */
export const officeOfThingLength = (text: string): number => {
  const [office = '', head = ''] = officeOfThing.exec(text.slice(0, Math.min(120, nameLength(text)))) ?? []
  const name = text.slice(office.length)
  return isTitleHead(fold(head).split(' ').at(-1) ?? '') && beginsWithPerson(name) ? office.length : 0
}

const pluralWords = /^(?:\p{Lu}[\p{L}-]*\s+){1,4}(?=\p{Lu})/u

/** "Council Members Ada Roe, Bo Poe": the office of all who follow, and where the first name begins; null for none. */
export const groupAhead = (text: string): { readonly office: string; readonly length: number } | null => {
  const lead = pluralWords.exec(text.slice(0, 120))?.[0] ?? ''
  for (let length = lead.indexOf(' '); length > 0; length = lead.indexOf(' ', length + 1)) {
    const word = lead.slice(0, length).split(' ').at(-1) ?? ''
    const one = word.replace(/(?<=\p{L}{2})s$/u, '')
    if (one === word || !(isTitleHead(fold(one)) || honorificPlural.test(word))) continue
    const rest = text.slice(length + 1)
    const first = rest.slice(0, nameLength(rest))
    const isName = isFullName(first) || (isOneWord(first) && first.length > 1)
    if (isName && !isBody(first) && !isTitleHead(fold(first.split(' ')[0] ?? '')))
      return { office: lead.slice(0, length - 1), length: length + 1 }
  }
  return null
}

/** Whether a text begins with one of those present: a name, initials and a name, or an office and a name. */
export const beginsEntry = whileReading((text: string): boolean => {
  const rest = text.slice(initialsAhead(text)?.length ?? 0)
  return beginsWithPerson(rest) || officeAheadLength(rest) > 0 || groupAhead(rest) !== null
})
