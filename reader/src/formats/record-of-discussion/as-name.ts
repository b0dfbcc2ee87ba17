import { withoutOffice } from '../../identity/within-meeting.js'
import { splitHonorific } from '../../names.js'
import { withoutCapitals } from '../../reported-speech/offices.js'

/** A name as the row of a person gives it, with the honorific: neither an office nor capitals belong to it. */
export const asName = (printed: string): string => {
  const { honorific, name } = splitHonorific(printed)
  const bare = honorific === null ? withoutOffice(printed) : name
  const spelt = /\p{Ll}/u.test(bare) ? bare : withoutCapitals(bare)
  return honorific === null ? spelt : `${honorific} ${spelt}`
}
