/**
 * Bundled declarations as an editor needs them, and no longer than they have to be.
 */
export function standalone(declarations: string): string {
  return tight(commentsLeading(declarations)).replaceAll('./generated/inputs.js', './inputs.js')
}

/**
 * What a program has written, for programs to read, travels without the spaces before its lines; and the types behind
 * `graphql(...)`, which no editor shows, without their comments and without any space that they can do without.
 */
function tight(declarations: string): string {
  return declarations.replace(/^\/\/#region src\/(generated|inference)[\s\S]*?^\/\/#endregion\n/gm, (region) => {
    if (/^\/\/#region src\/generated\/operations/.test(region)) return region.replace(/^[ \t]+|^\/\/#.*\n?/gm, '')
    const bare = region.replace(/\/\*\*[\s\S]*?\*\/\n?|^\/\/#.*\n?/gm, '')
    // Texts stay as they are.
    return bare.replace(/("[^"]*"|'[^']*'|`[^`]*`)|\s*([{}:;,|&=<>()[\]?])\s*/g, (_all, text, sign) => text ?? sign)
  })
}

/** The bundler prints a member's comment at the end of the line above, where no editor takes it for the member's. */
function commentsLeading(declarations: string): string {
  return declarations.replace(/; (\/\*\*[\s\S]*?\*\/)\n( *)/g, ';\n$2$1\n$2')
}
