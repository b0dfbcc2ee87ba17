import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A module that holds each ready operation, written inline, to the types that the code generator gave it. */
export function alike(operations: string): string {
  const names = readdirSync(operations).map((file) => file.replace('.graphql', ''))
  return [
    "import { graphql, type ResultOf, type VariablesOf } from '@rapporteur/sdk'",
    "import type * as ready from '@rapporteur/sdk/operations'",
    'type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false',
    // Inline documents take lists that may not be changed too, and ids as strings.
    'type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[] : T extends Blob ? T : { -readonly [Key in keyof T]: Mutable<T[Key]> }',
    'type Fits<A, B> = [Mutable<A>] extends [B] ? Alike<keyof A, keyof B> : false',
    'const holds = <_Holds extends true>(): void => {}',
    ...names.flatMap((name) => [
      `const ${name} = graphql(\`${readFileSync(join(operations, `${name}.graphql`), 'utf8').replaceAll('`', "'")}\`)`,
      `holds<Alike<ResultOf<typeof ${name}>, ResultOf<typeof ready.${name}>>>()`,
      `holds<Fits<VariablesOf<typeof ${name}>, VariablesOf<typeof ready.${name}>>>()`,
    ]),
  ].join('\n')
}
