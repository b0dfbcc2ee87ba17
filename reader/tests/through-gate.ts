import { readFile } from '@rapporteur/reader/files/read-file'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { type Gated, record } from '@rapporteur/reader/proposal/gate'
import { parseProposal } from '@rapporteur/reader/proposal/parse'

/** What the gate makes of the lines that are proposed for a text. */
export const throughGate = async (text: string, fileName: string, lines: readonly object[]): Promise<Gated> => {
  const outline = outlineOf(await readFile({ bytes: Buffer.from(text), fileName }))
  return record(outline, parseProposal(lines.map((line) => JSON.stringify(line)).join('\n')).proposal)
}
