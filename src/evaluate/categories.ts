import type { Category, Readings } from './category.js'
import type { Gold } from './gold.js'
import { sameOrganizations, samePeople } from './identity.js'
import { affiliations, attendances, bodies, persons } from './rows-of-people.js'
import { attributions, mentions, remarks, unattributed } from './rows-of-remarks.js'
import { meeting, paragraphs, sections, themes } from './rows-of-structure.js'

export const readingsOf = (gold: Gold, read: Gold): Readings => ({
  gold,
  read: gold.statements && !gold.responses ? withoutReplies(read) : read,
  people: samePeople(gold.persons ?? [], read.persons ?? []),
  organizations: sameOrganizations(gold.organizations ?? [], read.organizations ?? []),
})

/** A gold reading without responses does not say what answers what: then every remark is a statement. */
const withoutReplies = ({ responses = [], ...read }: Gold): Gold => ({
  ...read,
  statements: [...(read.statements ?? []), ...responses],
})

/**
 * The rows of two readings by category, with the keys by which they are compared: references as names that both readings share,
 * strings in normal form. Contains only the categories for which the gold has a list.
 */
export const categories = (readings: Readings): Category[] =>
  [
    sections(readings),
    paragraphs(readings),
    themes(readings),
    persons(readings),
    bodies(readings),
    attendances(readings),
    affiliations(readings),
    attributions(readings),
    remarks(readings, 'statements'),
    remarks(readings, 'responses'),
    unattributed(readings),
    mentions(readings),
    meeting(readings),
  ].filter((one) => one !== null)
