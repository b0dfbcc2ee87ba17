import { setFlagsFromString } from 'node:v8'

/**
 * By itself V8 compiles a pattern twice: to bytecode for its first use, to machine code for the second. Reading uses more than a
 * thousand patterns many times, so that they are compiled to machine code at once: the first document takes half the time
 * (docs/reading/parse-speed.md). To be imported before any pattern is used; it holds for the whole process.
 */
setFlagsFromString('--no-regexp-tier-up')
