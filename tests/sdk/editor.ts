import { join } from 'node:path'
import ts from 'typescript'

/**
 * The documentation that an editor shows for the last occurrence of a word in a source, as if it stood in a file of the
 * project.
 */
export function documentationOf(word: string, source: string, project: string): string {
  const file = join(project, 'edited.ts')
  const read = (path: string) => (path === file ? source : ts.sys.readFile(path))
  const service = ts.createLanguageService({
    useCaseSensitiveFileNames: () => true,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readFile: read,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
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
    }),
  })
  return ts.displayPartsToString(service.getQuickInfoAtPosition(file, source.lastIndexOf(word))?.documentation)
}
