import type { Attendee } from '../attendees/attendee.js'
import { addRoleHolder, type Cast } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import type { People } from './cast-of-attendees.js'

/** Who chairs the body that meets, and none of its committees. */
const chairOfMeeting =
  /^chair(?:man|woman|person)? of (?:the )?(?:board|council|trustees|governors|meeting|company|directors|board of \p{L}+)$/iu

/** What those are called who have an honorific of rank: "the Councillor" is the one "Cllr" of a list. */
const ranks: ReadonlyMap<string, string> = new Map([
  ...['councillor', 'senator', 'captain', 'colonel', 'professor', 'bishop', 'judge'].map(
    (rank) => [rank, rank] as const,
  ),
  ...([
    ['cllr', 'councillor'],
    ['sen', 'senator'],
    ['capt', 'captain'],
    ['col', 'colonel'],
    ['prof', 'professor'],
  ] as const),
])

const rankOf = (honorific: string | null): string | undefined =>
  ranks.get(
    fold(honorific ?? '')
      .split(' ')
      .at(-1) ?? '',
  )

/** "CFO" of a Chief Financial Officer; null where a title has fewer than three words. */
const lettersOf = (title: string): string | null => {
  const words = title.split(/\s+/)
  return words.length > 2 && words.length < 5 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))
    ? words.map((word) => word.charAt(0)).join('')
    : null
}

/** Every title that just one of those present has is a role that is held by that one: "The Clerk reported". */
export const addTitles = (cast: Cast, attendees: readonly Attendee[], people: People): void => {
  const stated = attendees.flatMap(({ affiliations }, i) =>
    affiliations.flatMap(({ title, status }) =>
      title !== null && status === 'CURRENT' ? [{ title, person: people.ofAttendee[i] ?? '' }] : [],
    ),
  )
  for (const { title, person } of stated) addRoleHolder(cast, title, person)
  for (const { title, person } of stated) {
    const letters = lettersOf(title)
    if (letters !== null) addRoleHolder(cast, letters, person)
  }
  for (const [i, { honorific }] of attendees.entries()) {
    const rank = rankOf(honorific)
    if (rank !== undefined) addRoleHolder(cast, rank, people.ofAttendee[i] ?? '')
  }
  const chairs = stated.filter(({ title }) => chairOfMeeting.test(title))
  if (!cast.roleHolders.has('chair')) for (const { person } of chairs) addRoleHolder(cast, 'Chair', person)
  const exact = new Set(cast.roleHolders.keys())
  for (const { title, person } of stated) {
    if (/^(?:deputy|assistant|vice|acting|sub|former)\b/i.test(title)) continue
    const last =
      title
        .split(/\s+(?:of|for|to)\s+/)[0]
        ?.split(/\s+/)
        .at(-1) ?? ''
    if (last !== '' && !exact.has(last.toLowerCase())) addRoleHolder(cast, last, person)
    // "The Portfolio Holder", of the Portfolio Holder for Waste
    const core = title.split(/\s+(?:of|for|to)\s+/)[0]?.trim() ?? ''
    if (core !== title && core !== last && !exact.has(core.toLowerCase())) addRoleHolder(cast, core, person)
  }
}
