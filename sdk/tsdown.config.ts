import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { defineConfig } from 'tsdown'
import { standalone, withoutDocs } from './standalone.js'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/operations.ts',
    'src/subscription.ts',
    'src/persisted.ts',
    'src/upload.ts',
    'src/document-node.ts',
  ],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  sourcemap: true,
  dts: { resolver: 'tsc', sourcemap: false },
  // The declarations have them. What may be dropped when nobody uses it has to stay marked.
  outputOptions: { comments: { annotation: true, jsdoc: false, legal: false } },
  // What slips in from another package stops the build. The inputs are types alone, and travel as they are.
  deps: { onlyBundle: [], neverBundle: [/\/inputs\.js$/] },
  hooks: {
    'build:done': async () => {
      const dist = new URL('dist/', import.meta.url)
      await copyFile(new URL('src/generated/inputs.ts', import.meta.url), new URL('inputs.d.ts', dist))
      // Nobody steps through texts.
      await rm(new URL('operations.js.map', dist))
      const operations = new URL('operations.js', dist)
      await writeFile(operations, (await readFile(operations, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, ''))
      for (const name of await readdir(dist)) {
        const shorter = name.endsWith('.d.ts') ? standalone : name.endsWith('.map') ? withoutDocs : undefined
        const file = new URL(name, dist)
        if (shorter) await writeFile(file, shorter(await readFile(file, 'utf8')))
      }
    },
  },
})
