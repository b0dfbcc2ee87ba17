import { describe, expect, it } from 'vitest'
import { globPattern, isGlob } from '../../src/cli/glob.js'

describe('a pattern of paths', () => {
  it.each([
    ['minutes/*.md', 'minutes', ['minutes/a.md'], ['minutes/a.txt', 'minutes/b/a.md', 'minutes/amd', 'other/a.md']],
    ['minutes/**/*.md', 'minutes', ['minutes/a.md', 'minutes/b/c/a.md'], ['minutes/a.txt', 'a.md']],
    ['**/minutes.txt', '.', ['minutes.txt', 'a/b/minutes.txt'], ['a/b/old-minutes.txt']],
    ['minutes-20?[0-4].txt', '.', ['minutes-2024.txt', 'minutes-2010.txt'], ['minutes-2025.txt', 'minutes-204.txt']],
    ['[!a]*.txt', '.', ['b.txt'], ['a.txt', 'ab.txt']],
    ['*.{txt,md}', '.', ['a.txt', 'a.md'], ['a.html', 'a.{txt,md}']],
    ['/var/minutes/*', '/var/minutes', ['/var/minutes/a'], ['/var/minutes/a/b']],
    ['./a+(1).*', '.', ['a+(1).txt'], ['aa1.txt']],
    ['minutes (1)/!a*', 'minutes (1)', ['minutes (1)/!a.md'], ['minutes (1)/b.md', 'minutes 1/!a.md']],
  ])('%s', (pattern, folder, matching, others) => {
    const glob = globPattern(pattern)
    expect(glob.folder).toBe(folder)
    expect(matching.filter((path) => !glob.matches(path))).toEqual([])
    expect(others.filter((path) => glob.matches(path))).toEqual([])
  })

  it('is told from a path by what only patterns have', () => {
    expect(['a*', 'a?', '[a]', '{a,b}'].every(isGlob)).toBe(true)
    expect(['a.txt', 'minutes (1)/a+b.txt', '-'].some(isGlob)).toBe(false)
  })
})
