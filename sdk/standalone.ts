/**
 * Bundled declarations as an editor needs them, and no longer than they have to be.
 */
export function standalone(declarations: string): string {
  return tight(commentsLeading(declarations)).replaceAll('./generated/inputs.js', './inputs.js')
}

/**
 * What a program has written, for programs to read, travels without any space that it can do without; and the types behind
 * `graphql(...)`, which no editor shows, without their comments.
 */
function tight(declarations: string): string {
  return declarations.replace(/^\/\/#region src\/(generated|inference)[\s\S]*?^\/\/#endregion\n/gm, (region) => {
    const isShown = /^\/\/#region src\/generated\/operations/.test(region)
    return region.replace(/^\/\/#.*\n?/gm, '').replace(
      /\s*(\/\*\*[\s\S]*?\*\/)\s*|("[^"]*"|'[^']*'|`[^`]*`)|\s*([{}:;,|&=<>()[\]?])\s*/g,
      // A comment has to begin a line, or editors take it for that of the member before. Texts stay as they are.
      (_all, comment, text, sign) => (comment ? (isShown ? `\n${comment}` : ' ') : (text ?? sign)),
    )
  })
}

/** The bundler prints a member's comment at the end of the line above, where no editor takes it for the member's. */
function commentsLeading(declarations: string): string {
  return declarations.replace(/; (\/\*\*[\s\S]*?\*\/)\n( *)/g, ';\n$2$1\n$2')
}

/** A source map whose sources have their lines, but not the documentation that the declarations have. */
export function withoutDocs(map: string): string {
  const { sourcesContent, ...rest } = JSON.parse(map) as { sourcesContent: string[] }
  const bare = sourcesContent.map((text) => text.replace(/\/\*\*[\s\S]*?\*\//g, (doc) => doc.replace(/[^\n]/g, '')))
  return JSON.stringify({ ...rest, sourcesContent: bare })
}
