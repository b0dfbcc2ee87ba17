import { readdirSync, readFileSync } from 'node:fs'

/** A block of TypeScript in the documentation, under a name to call its file by. */
export interface CodeBlock {
  name: string
  code: string
}

/** Every block of TypeScript in the SDK's README and in the documentation comments of its sources. */
export function codeBlocks(sdk: string): CodeBlock[] {
  const sources = readdirSync(`${sdk}/src`).filter((file) => file.endsWith('.ts'))
  return [
    ...blocksIn('readme', readFileSync(`${sdk}/README.md`, 'utf8')),
    ...sources.flatMap((file) =>
      blocksIn(file.replace(/\.ts$/, ''), withoutStars(readFileSync(`${sdk}/src/${file}`, 'utf8'))),
    ),
  ]
}

function blocksIn(name: string, text: string): CodeBlock[] {
  return Array.from(text.matchAll(/^```ts\n([\s\S]*?)^```$/gm), ([, code = ''], index) => ({
    name: `${name}-${index + 1}`,
    code,
  }))
}

function withoutStars(source: string): string {
  return source.replace(/^ *\* ?/gm, '')
}
