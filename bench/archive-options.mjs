/** Options of the benches that serve an archive: how many remarks it holds, on which databases, and a folder to keep it in. */
export const archiveOptions = {
  remarks: { type: 'string', default: '10000' },
  databases: { type: 'string', default: 'postgres,embedded' },
  keep: { type: 'string' },
}
