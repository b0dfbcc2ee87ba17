/** Where the fields between two lines of dashes (or pluses) at the beginning of a file end; 0 where there are none. */
export const fieldsEnd = (text: string): number =>
  /^\s*(---|\+\+\+)\r?\n[\s\S]{0,8000}?\n\1(?:\r?\n|$)/.exec(text)?.[0].length ?? 0

/** What the fields say under a name. */
export const fieldOf = (fields: string, name: string): string | null => {
  const found = new RegExp(`^${name}\\s*[:=]\\s*(.+)$`, 'im').exec(fields)?.[1]?.trim()
  return found ? found.replace(/^(["'])(.*)\1$/, '$2') : null
}
