/**
 * Bundled declarations that hold by themselves, also with `skipLibCheck: false`, and without the doc comments of other
 * packages, which no user of this one would meet.
 *
 * @throws {Error} when gql.tada's declarations do not look as they did.
 */
export function standalone(declarations: string): string {
  const bare = declarations.replace(/^\/\/#region \S*node_modules[\s\S]*?^\/\/#endregion$/gm, (region) =>
    region.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, ''),
  )
  return withoutIndent(withOpenCache(commentsLeading(bare)))
}

/** What a program has written, for programs to read, travels without the spaces before its lines. */
function withoutIndent(declarations: string): string {
  return declarations.replace(/^\/\/#region (\S*node_modules|src\/generated)[\s\S]*?^\/\/#endregion$/gm, (region) =>
    region.replace(/^[ \t]+|^\/\/#.*\n?/gm, ''),
  )
}

/** The bundler prints a member's comment at the end of the line above, where no editor takes it for the member's. */
function commentsLeading(declarations: string): string {
  return declarations.replace(/; (\/\*\*[\s\S]*?\*\/)\n( *)/g, ';\n$2$1\n$2')
}

/** In the bundle gql.tada is no module any more, so what src/graphql.ts adds to its `setupCache` moves into it. */
function withOpenCache(declarations: string): string {
  if (!declarations.includes('setupCache')) return declarations
  const addition = /^declare module 'gql\.tada' \{\s+interface setupCache \{\s+(.*)\s+\}\s+\}\n/m
  const member = addition.exec(declarations)?.[1]
  const target = 'interface setupCache extends AbstractSetupCache {}'
  if (!member || !declarations.includes(target)) throw new Error(`The declarations have no "${target}" to add to.`)
  return declarations
    .replace(addition, '')
    .replace(target, `interface setupCache extends AbstractSetupCache { ${member} }`)
}
