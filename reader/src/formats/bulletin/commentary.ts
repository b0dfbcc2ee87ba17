const commentary =
  /\b(?:analysis|history|background|things to look for|upcoming|glossary|further information|corridors|breezeways|about the authors|acronyms|for more information)\b/i

/** Whether a heading stands over what the bulletin itself says: its analysis, what went before, what is to come. */
export const isCommentary = (headings: readonly string[]): boolean =>
  headings.some((heading) => commentary.test(heading))
