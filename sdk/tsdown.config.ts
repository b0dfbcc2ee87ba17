import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { defineConfig } from 'tsdown'
import { standalone } from './standalone.js'

export default defineConfig({
  entry: ['src/index.ts', 'src/operations.ts', 'src/subscription.ts', 'src/persisted.ts', 'src/upload.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  dts: { resolver: 'tsc' },
  // The declarations have them. What may be dropped when nobody uses it has to stay marked.
  outputOptions: { comments: { annotation: true, jsdoc: false, legal: false } },
  // What slips in from another package stops the build. The inputs are types alone, and travel as they are.
  deps: { onlyBundle: [], neverBundle: [/\/inputs\.js$/] },
  hooks: {
    'build:done': async () => {
      const dist = new URL('dist/', import.meta.url)
      await copyFile(new URL('src/generated/inputs.ts', import.meta.url), new URL('inputs.d.ts', dist))
      for (const name of await readdir(dist)) {
        if (!name.endsWith('.d.ts')) continue
        const file = new URL(name, dist)
        await writeFile(file, standalone(await readFile(file, 'utf8')))
      }
    },
  },
})
