import { parentPort } from 'node:worker_threads'

/** A thread of documents that does what a file's name says. */
parentPort?.on('message', ({ file: { fileName } }: { file: { fileName: string } }) => {
  if (fileName === 'crash') process.exit(3)
  if (fileName === 'throw') throw new Error('no such luck')
  if (fileName === 'grow') fill([])
  while (fileName === 'hang');
  parentPort?.postMessage({ kind: 'unreadable', message: `${fileName} was read.`, fileName, offset: null })
})

function fill(rows: string[][]): never {
  for (;;) rows.push(Array.from({ length: 10_000 }, (_, i) => `row ${i}`))
}
