import { nameTokens, splitHonorific } from '../names.js'
import type { Draft } from '../proposal/draft.js'
import type { PersonLine } from '../proposal/proposal.js'
import { namesInText } from './names-in-text.js'
import { isPersonName, sameName } from './person-name.js'

/** Texts that print names: paragraphs and headings, and each cell of a table by itself. */
const textsOf = ({ outline, taken }: Draft): string[] =>
  outline.blocks.flatMap(({ id, kind, flow, cells }) => {
    if (kind === 'row') return cells.map(({ range }) => flow.text.slice(...range))
    return taken.has(id) ? [] : [flow.text]
  })

const hasInitialsOnly = (name: string): boolean => {
  const tokens = nameTokens(name)
  return tokens.length > 1 && tokens.slice(0, -1).every((token) => token.length === 1)
}

/** The name of somebody whom a list prints with initials, as the text spells it out. */
const spelledOut = ({ name, printed }: PersonLine): string | null => {
  if (!hasInitialsOnly(name)) return null
  const forms = (printed ?? []).map((form) => splitHonorific(form).name)
  const fuller = forms.filter((form) => isPersonName(form) && !hasInitialsOnly(form) && sameName(form, name))
  return fuller.find((form) => nameTokens(form).length > 1) ?? null
}

/** Adds every form in which the record prints the name of somebody whom it knows, and names each by the fullest of them. */
export const addPrintedForms = (draft: Draft): void => {
  const lines = new Map(draft.roster.persons.map((line) => [line.person, line]))
  for (const text of textsOf(draft))
    for (const { person, printed } of namesInText({ text }, draft.roster.cast)) {
      const line = person === null ? undefined : lines.get(person)
      if (line && /\s/.test(printed) && !line.printed?.includes(printed))
        line.printed = [...(line.printed ?? []), printed]
    }
  for (const line of draft.roster.persons) {
    const fuller = spelledOut(line)
    if (fuller === null) continue
    if (!line.printed?.some((form) => form.endsWith(line.name))) line.printed = [line.name, ...(line.printed ?? [])]
    line.name = fuller
  }
}
