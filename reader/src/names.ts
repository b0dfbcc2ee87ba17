import { whileReading } from './once.js'

/** Letters that have no decomposition in Unicode and yet are written without their mark elsewhere. */
const strokes: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ß: 'ss',
  ẞ: 'SS',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'n',
  Ŋ: 'N',
}

const ascii = /^[ -~]*$/

/** NFKD without diacritics: "José" is "Jose". */
export const plainLetters = (text: string): string => (ascii.test(text) ? text : withoutMarks(text))

const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØłŁđĐðÐþÞæÆœŒßẞıħĦŋŊ]/g, (letter) => strokes[letter] ?? letter)

/** The form in which names are compared: NFKD, case-folded, without diacritics and punctuation, words parted by one space. */
export const fold = whileReading((text: string): string =>
  ascii.test(text)
    ? text
        .toLowerCase()
        .replace(/['`]/g, '')
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : foldLetters(text),
)

const foldLetters = (text: string): string =>
  plainLetters(text)
    .toUpperCase()
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const honorifics =
  'H\\.? ?E|Cllrs?|Crs?(?=\\.? )|Clr|Councill?ors?|Ald(?:erman|erwoman)?|Hon(?:ou?rable)?|Rt|Right|Excellency|Mr|Mrs|Ms|Miss|Mx|Mme|Mlle|Messrs|Mses|Dr|Drs|Prof(?:essor)?|Profs|Emerit(?:us|a)|Amb(?:assador)?|Sir|Dame|Lord|Lady|Rev(?:erend|d)?|Fr|Father|Sister|Brother|Pastor|Imam|Rabbi|Canon|Archdeacon|Archbishop|Bishop|Cardinal|Deacon|Msgr|Monsignor|Chief(?! (?:Executive|Financial|Operating|Technology|Technical|Information|Medical|Scientific|Legal|Risk|Investment|Administrative|Business|Justice|Secretary|Inspector|Superintendent|Constable|Engineer|Officer|Economist|Accountant|Planner|Clerk|Minister|Whip|Negotiator|Scientist|Editor|Architect|Surveyor|Auditor|Nurse|Pharmacist|Librarian|Commissioner|of)\\b)|Sheikh|Shaikh|Sheikha|' +
  'Gen(?:eral)?|Maj(?:or)?|Lt|Lieutenant|Col(?:onel)?|Capt(?:ain)?|Cmdr|Adm(?:iral)?|Brig(?:adier)?|Sgt|Sergeant|Atty|Supt|Gov(?=\\.)|Reps?(?=\\.)|Sens(?=\\.)|Pres(?=\\.)|Cpl|Corporal|Cdr|Commander|Commodore|Cdre|Wing Commander|Squadron Leader|Group Captain|Marshal|Constable|Bro|Trooper|Detective|Rear(?= Adm)|Vice(?=[- ]Adm)|Warrant Officer|President|Justice|Judge|Senator|Sen|Madam|Madame|Prince|Princess|Count(?:ess)?|Baron(?:ess)?|Viscount(?:ess)?|MR|MRS|MS|MISS|MME|MLLE|DR|PROF(?:ESSOR)?|MX|HERR|FRAU|SIR|DAME|LORD|LADY|BARON(?:ESS)?|COUNT(?:ESS)?|HON|REV|CANON|RABBI|IMAM|JUDGE|JUSTICE|SENATOR|CAPT(?:AIN)?|LT|COL|GEN|MAJ|SGT|CMDR|CDR|ADM|AMB(?:ASSADOR)?|CLLR|Shri|Shrimati|Smt|Kumari|SHRI|SHRIMATI|SMT|KUMARI|Herr|Frau|Hr|Fr|Ing|Eng|Mag|Ir|Sra|Sr|' +
  // "M. Roe" is addressed; "M. J. Roe" and "Mr M Roe" have it for an initial.
  '(?<!(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Hon|Sir|Rev|Capt|Captain|Col|Colonel|Judge|Justice|Senator|Cllr|Councillor)\\.? )M(?!\\.? ?\\p{Lu}(?:[. ]|$))'

/**
 * Honorifics at the start of a name, as the source of a pattern; several may follow each other ("H.E. Ms.", "Prof. Dr."). V8
 * compiles up to four of them as so many copies, which takes eight times as long as the loop that five make.
 */
export const honorificPattern = `(?:(?:His |Her |Their )?(?:${honorifics})(?:\\.(?: ?-? ?)| )){1,5}`

/** First words of honorifics that are none by themselves. */
const openers = new Set(['H', 'His', 'Her', 'Their', 'Rear', 'Vice', 'Wing', 'Squadron', 'Group', 'Warrant'])
const opening = new RegExp(`^${honorificPattern}`, 'u')

/** Whether a word may be the first of an honorific. */
export const opensHonorific = (word: string): boolean => openers.has(word) || opening.test(`${word}. `)

const leading = new RegExp(`^(?:[Tt]he )?(${honorificPattern})(?=[\\p{L}"“(])`, 'u')

/** A printed name in two: the honorific as printed, or null, and the rest. */
export const splitHonorific = whileReading(
  (printed: string): { readonly honorific: string | null; readonly name: string } => {
    const text = printed.trim()
    const match = leading.exec(text)
    if (!match) return { honorific: null, name: text }
    return { honorific: (match[1] ?? '').trim(), name: text.slice(match[0].length).trim() }
  },
)

const degrees =
  /(?:,?\s+(?:M\.?D|Ph\.?\s?D|J\.?D|D\.?V\.?M|R\.?N|M\.?P|MSP|MLA|MEP|QC|KC|SC|JP|OBE|CBE|MBE|DBE|KBE|FRSE?|BA|BSc|MA|MSc|MBA|MRTPI|FRICS|MRICS|RIBA|CPA|P\.?E|Esq)\.?)+$/u

/** A name without the letters behind it of what somebody has passed or been given: "Ada Roe MD", "Bo Poe BA MRTPI". */
export const withoutDegrees = (name: string): string => {
  const bare = name.replace(degrees, '')
  return /\S\s+\S/.test(bare) ? bare : name
}

/** What the honorific says of gender; null where it says nothing. */
export const honorificGender = (honorific: string | null): 'f' | 'm' | null => {
  const words = fold(honorific ?? '').split(' ')
  if (
    words.some((word) =>
      [
        'ms',
        'mrs',
        'miss',
        'mme',
        'mlle',
        'shrimati',
        'smt',
        'kumari',
        'madam',
        'madame',
        'dame',
        'lady',
        'sister',
        'frau',
      ].includes(word),
    )
  )
    return 'f'
  return words.some((word) => ['mr', 'sir', 'lord', 'father', 'herr', 'messrs'].includes(word)) ? 'm' : null
}

/** Words that stand before a family name and belong to it. */
export const particles: ReadonlySet<string> = new Set(
  'von van der den ter ten de del della di da do dos das du des la le lo el al bin bint ibn ben abu zu zum zur af av y e san st st.'.split(
    ' ',
  ),
)

const suffixes: ReadonlySet<string> = new Set('jr sr ii iii iv phd md esq ret'.split(' '))

/** The words of a name as they are compared, without academic and generation suffixes. */
export const nameTokens = whileReading((name: string): readonly string[] => {
  const tokens = fold(name.replace(/\bPh\.?\s?D\b\.?|\bM\.D\b\.?/g, '')).split(' ')
  const kept = tokens.filter((token) => token !== '')
  while (kept.length > 1 && suffixes.has(kept.at(-1) ?? '')) kept.pop()
  return kept
})

/** The family name and what stands before it, particles kept with the family name ("von Moos", "de la Cruz"). */
const familyAndGiven = (name: string): [family: string, given: string] => {
  const [beforeComma, afterComma] = name.split(/,\s*/, 2)
  if (afterComma !== undefined && !suffixes.has(fold(afterComma))) return [beforeComma ?? '', afterComma]
  const words = (beforeComma ?? name).trim().split(/\s+/)
  const isCapitals = (word: string) => word.length > 1 && word === word.toUpperCase() && /\p{Lu}{2}/u.test(word)
  if (words.length > 1 && isCapitals(words[0] ?? '') && !words.slice(1).every(isCapitals)) {
    const end = words.findIndex((word) => !isCapitals(word))
    return [words.slice(0, end).join(' '), words.slice(end).join(' ')]
  }
  let at = words.length - 1
  while (at > 1 && suffixes.has(fold(words[at] ?? ''))) at--
  while (at > 1 && particles.has((words[at - 1] ?? '').toLowerCase())) at--
  return [words.slice(at).join(' '), words.slice(0, at).join(' ')]
}

/** The family name, particles kept, as printed. */
export const familyName = (name: string): string => familyAndGiven(name)[0]

/** The key that people sort by: family name first, particles kept ("Ada von Moos" is "von moos ada"), folded. */
export const sortName = (name: string): string => {
  const bare = splitHonorific(name).name
  const [family, given] = familyAndGiven(bare)
  return [fold(family), fold(given)].filter((part) => part !== '').join(' ') || bare.toLowerCase()
}
