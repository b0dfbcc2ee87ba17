import { normalize, sep } from 'node:path'
import picomatch from 'picomatch'

/** `[!ab]` as in a shell; nothing that a name may begin with or hold beside the signs of a pattern means anything. */
const options = { posix: true, nonegate: true, noextglob: true, noparen: true } as const

/** Whether a path is a pattern. The shell passes one on if it was quoted, or if it does not expand patterns itself. */
export const isGlob = (path: string): boolean => /[*?[{]/.test(path)

export interface GlobPattern {
  /** The deepest folder that contains every possible match. */
  readonly folder: string
  matches(path: string): boolean
}

/** Compiles a path pattern: `*` and `?` within a name, `**` for folders of any depth, `[ab]`, `[!ab]` and `{one,other}`. */
export function globPattern(pattern: string): GlobPattern {
  const glob = normalize(pattern).split(sep).join('/')
  const matches = picomatch(glob.replace(/[()|+]/g, '\\$&'), options)
  return { folder: picomatch.scan(glob, options).base || '.', matches: (path) => matches(path.split(sep).join('/')) }
}
