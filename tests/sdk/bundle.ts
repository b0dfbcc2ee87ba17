import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'

const bundling = (folder: string, contents: string): BuildOptions & { write: false } => ({
  stdin: { contents, resolveDir: folder },
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
})

/** A program of a folder in one file, minified. */
export async function bundled(folder: string, contents: string): Promise<string> {
  return (await build(bundling(folder, contents))).outputFiles[0]?.text ?? ''
}

/** Bytes, gzipped, of the files that are loaded before anything runs; what is imported later is in others. */
export async function loadedSize(folder: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    ...bundling(folder, contents),
    splitting: true,
    outdir: 'out',
    entryNames: 'entry',
  })
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const loaded = new Set(['entry.js'])
  for (const name of loaded)
    for (const [, imported = ''] of texts.get(name)?.matchAll(/(?:from|import)"\.\/([^"]+)"/g) ?? [])
      loaded.add(imported)
  return [...loaded].reduce((sum, name) => sum + gzipSync(texts.get(name) ?? '').length, 0)
}
