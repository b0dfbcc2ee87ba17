import { createHash } from 'node:crypto'
import { readFile } from '@rapporteur/reader/files/read-file'
import type { Outline } from '@rapporteur/reader/outline/outline'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'

/** Minutes in prose, of a meeting that never was. */
export const minutes = `Minutes of the Slipway Committee
Tuesday 4 March 2031, Old Customs House

Present: Ada Quill (Harbour Master), Bram Osei (Ferry Company), Celia Thorne (Clerk)

Winch
Ms Quill reported that the winch had failed twice since January. She asked the company to pay for half of the repair.
Mr Osei replied that the company would pay a third. One member thought that this was too little.

Lamps
Ms Thorne noted that four lamps were dark. Mr Osei offered to lend two of the company's own.
`

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const outlineFor = async (text: string, fileName = 'minutes.txt'): Promise<Outline> =>
  outlineOf(await readFile({ bytes: Buffer.from(text), fileName }))

/** What a good reader answers about the minutes: ids are those of their task. */
export const answerLines = [
  { meeting: { title: 'Slipway Committee', date: '2031-03-04', venue: 'Old Customs House', at: ['1', '2'] } },
  { body: 'o1', name: 'Ferry Company', printed: ['the company'] },
  { person: 'p1', name: 'Ada Quill', printed: ['Ms Quill'], title: 'Harbour Master', at: '3', mode: 'PRESENT' },
  { person: 'p2', name: 'Bram Osei', printed: ['Mr Osei'], body: 'o1', at: '3', mode: 'PRESENT' },
  { person: 'p3', name: 'Celia Thorne', printed: ['Ms Thorne'], role: 'Clerk', at: '3', mode: 'PRESENT' },
  { theme: 't1', title: 'Winch', at: '4' },
  { theme: 't2', title: 'Lamps', at: '6' },
  { remark: 1, by: ['p1'], ids: '5.1-5.2', as: 'Ms Quill', acts: ['reported', 'asked'] },
  { remark: 2, by: ['p2'], ids: '5.3', as: 'Mr Osei', for: ['o1'], answers: [1], acts: ['replied'] },
  { nobody: '5.4', kind: 'ANONYMOUS', wording: 'One member' },
  { remark: 3, by: ['p3'], ids: '7.1', as: 'Ms Thorne', acts: ['noted'] },
  { remark: 4, by: ['p2'], ids: '7.2', as: 'Mr Osei', acts: ['offered'] },
] as const

export const linesOf = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** With the line that the task asks to begin with. */
export const answerTo = (task: string, lines: readonly object[] = answerLines): string =>
  `${/^\{"proposal":1.*\}$/m.exec(task)?.[0] ?? ''}\n${linesOf(lines)}`
