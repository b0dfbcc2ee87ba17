import { join } from 'node:path'
import ts from 'typescript'

/** What TypeScript knows of a source, as if it stood in a file of a project. */
export interface Editor {
  /** The documentation that is shown for the last occurrence of a word. */
  documentationOf(word: string): string
  /** What the compiler has to say, and how many types it makes for that: the same number on every machine. */
  compile(): { messages: string[]; instantiations: number }
}

/** Shared, so that the libraries of the language are read once. */
const registry = ts.createDocumentRegistry()

export function editor(source: string, project: string): Editor {
  const file = join(project, 'edited.ts')
  const read = (path: string) => (path === file ? source : ts.sys.readFile(path))
  const service = ts.createLanguageService(
    {
      useCaseSensitiveFileNames: () => true,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      readFile: read,
      fileExists: (path) => path === file || ts.sys.fileExists(path),
      getScriptFileNames: () => [file],
      getScriptVersion: (path) => (path === file ? source : '1'),
      getScriptSnapshot: (path) => {
        const text = read(path)
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
      },
      getCurrentDirectory: () => project,
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      getCompilationSettings: () => ({
        strict: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        types: [],
      }),
    },
    registry,
  )
  return {
    documentationOf: (word) =>
      ts.displayPartsToString(service.getQuickInfoAtPosition(file, source.lastIndexOf(word))?.documentation),
    compile: () => {
      const messages = service
        .getSemanticDiagnostics(file)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
      // Not among the declarations, and what --extendedDiagnostics prints.
      const program = service.getProgram() as ts.Program & { getInstantiationCount(): number }
      return { messages, instantiations: program.getInstantiationCount() }
    },
  }
}
