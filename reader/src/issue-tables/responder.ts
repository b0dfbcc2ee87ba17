const body = "(\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?:\\s+(?:(?:of|and|for|the|&)\\s+){0,2}\\p{Lu}[\\p{L}\\p{N}&.'’-]*){0,7})"

/** "Responses are those of the Works Unit", "answers were given by the Works Unit", "Response of the Works Unit". */
const said = new RegExp(
  `\\b(?:[Rr]esponses?|[Rr]epl(?:y|ies)|[Aa]nswers?)\\b[^.;:|]{0,60}?\\s(?:(?:are|were|is)\\s+(?:those|that)\\s+(?:of|from)|(?:given|made|provided|prepared)\\s+by|of|by|from)\\s+(?:the\\s+)?${body}`,
  'u',
)
/** "Works Unit response", "Ministry's reply": what stands before, at the beginning of a head. */
const ahead = new RegExp(`^(?:[Tt]he\\s+)?${body}(?:['’]s?)?\\s+(?:responses?|repl(?:y|ies)|answers?)$`, 'u')
const behind = new RegExp(`^(?:Responses?|Repl(?:y|ies)|Answers?)\\s*(?:\\(|[–:-]\\s*)(?:[Tt]he\\s+)?${body}\\)?$`, 'u')

/** Whose responses are, as a head ("Works Unit response") or a sentence over the table says; null where neither does. */
export const responderIn = (text: string): string | null => {
  const words = text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim()
  const found = ahead.exec(words) ?? behind.exec(words) ?? said.exec(words)
  const name = found?.[1]?.replace(/[.'’]+$/u, '') ?? ''
  return /^\p{Lu}/u.test(name) && !/^(?:Responses?|Repl(?:y|ies)|Answers?)$/.test(name) ? name : null
}
