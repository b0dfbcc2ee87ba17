import { join, normalize, sep } from 'node:path'

/** Whether a path is a pattern. The shell passes one on if it was quoted, or if it does not expand patterns itself. */
export const isGlob = (path: string): boolean => /[*?[{]/.test(path)

export interface GlobPattern {
  /** The deepest folder that contains every possible match. */
  readonly folder: string
  matches(path: string): boolean
}

/** Compiles a path pattern: `*` and `?` within a name, `**` for folders of any depth, `[ab]`, `[!ab]` and `{one,other}`. */
export function globPattern(pattern: string): GlobPattern {
  const parts = normalize(pattern).split(sep).join('/').split('/')
  const fixed = parts.findIndex(isGlob)
  const folder = parts.slice(0, fixed).join('/') || (pattern.startsWith('/') ? '/' : '.')
  const whole = new RegExp(`^${expression(join(pattern).split(sep).join('/'))}$`)
  return { folder, matches: (path) => whole.test(path.split(sep).join('/')) }
}

const token = /\*\*\/|\*\*|\*|\?|\[!?\]?[^\]]*\]|\{[^{}]*\}|[\s\S]/g

const expression = (glob: string): string => (glob.match(token) ?? []).map(translated).join('')

function translated(part: string): string {
  if (part === '**/') return '(?:[^/]+/)*'
  if (part === '**') return '.*'
  if (part === '*') return '[^/]*'
  if (part === '?') return '[^/]'
  if (part.length > 2 && part.startsWith('['))
    return `(?!/)[${part
      .slice(1, -1)
      .replace(/^!/, '^')
      .replace(/[\\[\]]/g, '\\$&')}]`
  if (part.length > 1 && part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').map(expression).join('|')})`
  return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
