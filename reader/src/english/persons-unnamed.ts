import { alternatives } from './meeting-words.js'

/** Nouns for people in their part at a meeting, as alternatives of a pattern. */
export const meetingPeople =
  'participants?|delegates?|delegations?|members?|speakers?|experts?|panel(?:l)?ists?|attendees?|representatives?|commentators?|discussants?|colleagues?|interveners?|observers?|stakeholders?|questioners?|contributors?|respondents?|voices?'

/** Nouns for people of whom a record may also speak without their being there. */
export const otherPeople =
  'persons?|people|officials?|scholars?|academics?|practitioners?|researchers?|residents?|citizens?|partners?|donors?|governments|countries|states|parties|organi[sz]ations|agencies|guides?|pilots?|parents?|students?|pupils?|neighbou?rs?|nurses?|mothers?|fathers?|women|woman|ladies|lady|gentlem[ae]n|men|man|chefs?|captains?|youths?|clerks?|specialists?'

/** What somebody does, by the ending of the noun ("farmer", "trustee", "musician"). */
const doer = /^\p{Ll}[\p{Ll}-]*(?:ers?|ors?|ists?|ians?|ants?|ees?|men|man|women|woman|eers?|mates?|folk)$/u

/** Nouns with such an ending that are no people. */
const things = new RegExp(
  `^(?:${alternatives(
    'papers? letters? numbers? factors? parameters? orders? powers? matters? cent(?:re|er)s? sectors? borders? rivers?',
    'chapters? offers? answers? layers? barriers? winters? summers? quarters? grants? plants? posters? computers?',
    'registers? tenders? newspapers? disasters? clusters? motors? harbors? ladders? corridors? corners? water timber',
    'doors? floors? colors? errors? mirrors? towers? bunkers? trailers? ledgers? committees? trees? fees? degrees?',
    'guarantees? lists?',
    'other another over under after either neither whether rather however further later earlier larger smaller greater',
    'longer better older younger former latter minor major prior',
    'human urban important relevant constant distant significant',
  )})$`,
  'i',
)

export const isDoer = (noun: string): boolean => doer.test(noun) && !things.test(noun)
