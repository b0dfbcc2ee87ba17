import { isAcronym } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { fold, nameTokens, opensHonorific, withoutDegrees } from '../names.js'
import { isWithoutMiddle } from '../people/person-name.js'

/** Whether letters are put together of beginnings of two or more words of a name, in any order of the words: "AQ", "adaq", "a_quill". */
const isShortFor = (letters: string, name: readonly string[]): boolean => {
  const goesOn = (rest: string, words: readonly string[], used: number): boolean =>
    rest === ''
      ? used > 1
      : words.some((word, i) => {
          for (let length = 1; length <= word.length && rest.startsWith(word.slice(0, length)); length++)
            if (goesOn(rest.slice(length), words.toSpliced(i, 1), used + 1)) return true
          return false
        })
  return name.length <= 6 && letters.length <= 30 && goesOn(letters, name, 0)
}

const isPartOf = (part: readonly string[], whole: readonly string[]): boolean =>
  part.some((token) => token.length > 1) &&
  part.every((token) => whole.includes(token) || (token.length === 1 && whole.some((word) => word.startsWith(token))))

/** Whether a given name's first letters, and the same family name: "Ben Roe" of Benjamin Roe. */
const isShortened = ([given = '', ...others]: readonly string[], [own = '', ...rest]: readonly string[]): boolean =>
  Math.min(given.length, own.length) >= 3 &&
  (given.startsWith(own) || own.startsWith(given)) &&
  (others.length === 0 || others.at(-1) === rest.at(-1))

/** The parts of a form that may be a name: "Ada Roe (Harbour Board)", "Harbour Board | Roe", "Clerk, Ms Roe". */
const partsOf = (form: string): string[] =>
  [form, ...form.split(/\s*[()[\]|,/]\s*|\s[–—-]\s/)].filter((part) => part !== '')

/** A form less what is before the name that it ends in: "County Cllr Strand", "Deputy Perpetua Ashgrove", "PCSO Tolley". */
const endingsOf = (part: string): string[] => {
  const words = part.split(' ')
  return words.flatMap((_, i) => {
    const [lead, last] = [words.slice(0, i).join(' '), words[i - 1] ?? '']
    const isLead = i === 0 || opensHonorific(last.replace(/\.$/, '')) || holdsTitle(lead) || isAcronym(last)
    return isLead ? [words.slice(i).join(' ')] : []
  })
}

/** Whether a form is one of a name by its words: the name or a part of it, less honorifics and offices before it, or short for it. */
export const isFormOf = (form: string, name: string): boolean => {
  const own = nameTokens(withoutDegrees(name))
  return partsOf(form)
    .flatMap(endingsOf)
    .some((words) => {
      const tokens = nameTokens(withoutDegrees(words))
      const letters = fold(words.replace(/^@|\d+$/g, '').replace(/[._~-]/g, '')).replace(/ /g, '')
      return (
        isPartOf(tokens, own) || isWithoutMiddle(tokens, own) || isShortened(tokens, own) || isShortFor(letters, own)
      )
    })
}
