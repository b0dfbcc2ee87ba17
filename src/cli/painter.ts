/** Styles text on a terminal; returns it unchanged elsewhere, and if NO_COLOR is set. */
export interface Painter {
  bold(text: string): string
  dim(text: string): string
  link(text: string): string
}

/** The painter for text that is written to this stream (https://no-color.org). */
export function painter({ isTTY = false }: { isTTY?: boolean }, environment = process.env): Painter {
  const inColour = isTTY && !environment.NO_COLOR && environment.TERM !== 'dumb'
  const painted = (code: number) => (text: string) => (inColour ? `\u001b[${code}m${text}\u001b[0m` : text)
  return { bold: painted(1), dim: painted(2), link: painted(36) }
}
