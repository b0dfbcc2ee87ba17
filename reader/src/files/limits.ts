/** What reading one file may cost of this machine: a document of a kind with a structure of its own is read in a thread, within these. */
export const readingLimits = { memoryMb: 512, seconds: 30 } as const
