#!/usr/bin/env node
// The command `rapporteur`: of the package as it was published, or of a clone, which is built first where it has to be.
// A file of its own, for a built one would lose its execute bit. Only Node's built-ins here.
import { existsSync } from 'node:fs'

const build = new URL('../scripts/build.mjs', import.meta.url)
if (existsSync(build)) await (await import(build.href)).prepare()
await import(new URL('../dist/cli.js', import.meta.url).href)
