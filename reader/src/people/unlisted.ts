import { nameTokens, splitHonorific } from '../names.js'
import { freshKey } from './fresh-key.js'
import { addMember, type Cast, identify } from './within-meeting.js'

/** Adds those whom the text names and the list does not, the fullest form of each name first, so that others find it. */
export const addUnlisted = (cast: Cast, printed: readonly string[]): void => {
  const taken = new Set(cast.members.map(({ key }) => key))
  const fullestFirst = [...new Set(printed)].sort(
    (a, b) => nameTokens(splitHonorific(b).name).length - nameTokens(splitHonorific(a).name).length,
  )
  for (const each of fullestFirst) {
    const found = identify(cast, each)
    if (found.person !== null || found.candidates.length > 0) continue
    const { honorific, name } = splitHonorific(each)
    const tokens = nameTokens(name)
    if (tokens.length === 0) continue
    const key = freshKey(name, taken, 'person')
    taken.add(key)
    addMember(cast, { key, name, honorific, abbreviation: null, tokens, isListed: false })
  }
}
