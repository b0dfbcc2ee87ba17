// `npm start`: sets a clone up where it has to, then serves, in this same process. Only Node's built-ins here.
import { prepare } from './build.mjs'

await prepare()
process.argv = [process.argv[0], 'rapporteur', 'serve', ...process.argv.slice(2)]
await import(new URL('../dist/cli.js', import.meta.url).href)
