import { readFile } from '@rapporteur/reader/files/read-file'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { readFront } from '@rapporteur/reader/present/front'
import { readPresent } from '@rapporteur/reader/present/read-present'
import { type Draft, emptyDraft } from '@rapporteur/reader/proposal/draft'

/** What the front and the lists of people of a record say. */
export const draftOf = async (text: string, fileName = 'record.md'): Promise<Draft> => {
  const outline = outlineOf(await readFile({ bytes: new TextEncoder().encode(text), fileName }))
  const draft = emptyDraft(outline)
  readFront(draft)
  readPresent(draft)
  return draft
}

/** Those whom lists name, each as "name", "name (role)", with "remote" or "absent" where a list says so, and what they are. */
export const listed = async (text: string, fileName?: string): Promise<string[]> => {
  const { roster } = await draftOf(text, fileName)
  const nameOf = (key: string | null | undefined) => roster.bodies.find(({ body }) => body === key)?.name
  return roster.persons.map(({ name, honorific, role, mode, posts = [] }) => {
    const posted = posts.map(({ title, body, status }) =>
      [title, nameOf(body), status].filter((part) => part != null).join(' @ '),
    )
    const how = mode === 'REMOTE' ? ['remote'] : mode === 'APOLOGIES' ? ['absent'] : []
    const who = [honorific, name].filter((part) => part != null).join(' ')
    return [`${who}${role ? ` (${role})` : ''}`, ...how, ...posted].join(' | ')
  })
}
