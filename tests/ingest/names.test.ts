import { fold, honorificGender, nameTokens, sortName, splitHonorific } from '@rapporteur/reader/names'
import { addMember, addRoleHolder, emptyCast, identify, roleHolder } from '@rapporteur/reader/people/within-meeting'
import { slugText } from '@rapporteur/reader/slug'
import { describe, expect, it } from 'vitest'

describe('names', () => {
  it.each([
    ['Ms. Ada Roe', 'Ms.', 'Ada Roe'],
    ['H.E. Ms. Ada Roe', 'H.E. Ms.', 'Ada Roe'],
    ['Prof. Dr. Bo Poe', 'Prof. Dr.', 'Bo Poe'],
    ['Ambassador Cem Lee', 'Ambassador', 'Cem Lee'],
    ['Chief Ada Roe', 'Chief', 'Ada Roe'],
    ['Rev. Canon Bo Poe', 'Rev. Canon', 'Bo Poe'],
    ['Lt. Col. Cem Lee', 'Lt. Col.', 'Cem Lee'],
    ['Professor M. Roe', 'Professor', 'M. Roe'],
    ['Chief Engineer Roe', null, 'Chief Engineer Roe'],
    ['Ada Roe', null, 'Ada Roe'],
    ['Mrinal Roe', null, 'Mrinal Roe'],
  ])('%s has the honorific %s', (printed, honorific, name) => {
    expect(splitHonorific(printed)).toEqual({ honorific, name })
  })

  it.each([
    ['Ada Roe', 'roe ada'],
    ['Ada von Moos', 'von moos ada'],
    ['María de la Cruz', 'de la cruz maria'],
    ['ROE, Ada', 'roe ada'],
    ['LEE Mi-ra', 'lee mi ra'],
    ['Cem Roe Jr.', 'roe jr cem'],
    ['Plato', 'plato'],
  ])('%s sorts as “%s”', (name, expected) => {
    expect(sortName(name)).toBe(expected)
  })

  it('compares without case, diacritics, punctuation and letters that only look different', () => {
    expect(fold('  José  O’Dowd-Łukasz ')).toBe('jose odowd lukasz')
    expect(fold('STRASSE')).toBe(fold('Straße'))
    expect(nameTokens('Ada B. Roe, Ph.D.')).toEqual(['ada', 'b', 'roe'])
  })

  it('says of an honorific what it says of gender, and nothing of one that says nothing', () => {
    expect([
      honorificGender('Ms.'),
      honorificGender('H.E. Mr.'),
      honorificGender('Dr.'),
      honorificGender(null),
    ]).toEqual(['f', 'm', null, null])
  })
})

describe('slugs', () => {
  it.each([
    ['Ways of the Water', 'ways-of-the-water'],
    ['José Ñandú’s “Plan” (2nd)', 'jose-nandus-plan-2nd'],
    ['Øystein Łukasz', 'oystein-lukasz'],
    ['東京', 'meeting'],
    ['', 'meeting'],
  ])('%s becomes %s', (text, expected) => {
    expect(slugText(text, 'meeting')).toBe(expected)
  })

  it('cuts a long text at a word, and a long word at eighty characters', () => {
    const slug = slugText('harbour '.repeat(30), 'meeting')
    expect(slug).toBe(Array(10).fill('harbour').join('-'))
    expect(slugText('x'.repeat(200), 'meeting')).toBe('x'.repeat(80))
  })
})

describe('a printed name', () => {
  const cast = emptyCast()
  const add = (key: string, printed: string, abbreviation: string | null = null) => {
    const { honorific, name } = splitHonorific(printed)
    addMember(cast, { key, name, honorific, abbreviation, tokens: nameTokens(name), isListed: true })
  }
  add('ada', 'Ms. Ada B. Roe')
  add('kenji', 'Mr. Kenji Mori', 'KMO')
  add('moos', 'Dr. Ines von Moos')
  add('tan-f', 'Ms. Lin Tan')
  add('tan-m', 'Mr. Wei Tan')
  add('maria', 'Ms. María García López')

  it.each([
    ['Ms. Ada B. Roe', 'ada', 'EXACT'],
    ['Dr. Ada Roe', 'ada', 'WITHOUT_MIDDLE_NAMES'],
    ['Ms. A. Roe', 'ada', 'WITHOUT_MIDDLE_NAMES'],
    ['Mr. Mori Kenji', 'kenji', 'OTHER_ORDER'],
    ['Dr. von Moos', 'moos', 'FAMILY_NAME'],
    ['Dr. Moos', 'moos', 'FAMILY_NAME'],
    ['Ms. Tan', 'tan-f', 'FAMILY_NAME'],
    ['Ms. Garcia Lopez', 'maria', 'FAMILY_NAME'],
    ['Ms. María García', 'maria', 'WITHOUT_MIDDLE_NAMES'],
    ['Minister Roe', 'ada', 'FAMILY_NAME'],
    ['KMO', 'kenji', 'ABBREVIATION'],
  ])('%s means %s, by the rule %s', (printed, person, match) => {
    expect(identify(cast, printed)).toEqual({ person, match, candidates: [] })
  })

  it('that two people fit means neither of them, and names both', () => {
    expect(identify(cast, 'Prof. Tan')).toEqual({ person: null, match: null, candidates: ['tan-f', 'tan-m'] })
  })

  it.each(['Mr. Roe', 'Mr. Poe', 'Ms. Ada Poe'])('%s means nobody here', (printed) => {
    expect(identify(cast, printed)).toEqual({ person: null, match: null, candidates: [] })
  })

  it('of a role means who holds it, unless two do', () => {
    addRoleHolder(cast, 'Chair', 'ada')
    addRoleHolder(cast, 'Rapporteur', 'kenji')
    addRoleHolder(cast, 'Rapporteur', 'moos')
    expect([
      roleHolder(cast, 'the Chairperson'),
      roleHolder(cast, 'Rapporteur'),
      roleHolder(cast, 'Moderator'),
    ]).toEqual(['ada', null, null])
  })
})
