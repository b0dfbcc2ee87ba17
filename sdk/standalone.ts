/**
 * Bundled declarations as an editor needs them, and no longer than they have to be.
 */
export function standalone(declarations: string): string {
  return withoutIndent(commentsLeading(withoutComments(declarations)))
}

/** Without what no editor shows: comments of the members of a union. */
const withoutComments = (declarations: string): string =>
  declarations.replace(/\/\*\*(?:(?!\*\/).)*\*\/ ?(?=\| '|')/g, '')

/**
 * What a program has written, for programs to read, travels without the spaces before its lines; and the types behind
 * `graphql(...)`, which no editor shows, without their comments.
 */
function withoutIndent(declarations: string): string {
  return declarations.replace(/^\/\/#region src\/(generated|inference)[\s\S]*?^\/\/#endregion$/gm, (region) => {
    const shown = /^\/\/#region src\/generated\/(operations|inputs)/.test(region)
    return (shown ? region : region.replace(/\/\*\*[\s\S]*?\*\/\n?/g, '')).replace(/^[ \t]+|^\/\/#.*\n?/gm, '')
  })
}

/** The bundler prints a member's comment at the end of the line above, where no editor takes it for the member's. */
function commentsLeading(declarations: string): string {
  return declarations.replace(/; (\/\*\*[\s\S]*?\*\/)\n( *)/g, ';\n$2$1\n$2')
}
