import type { Proposal } from './proposal.js'

/** A proposal as text: a line of JSON for each of its lines. */
export const proposalText = ({ header, meeting, persons, bodies, themes, remarks, nobody }: Proposal): string =>
  [header, ...(meeting ? [{ meeting }] : []), ...bodies, ...persons, ...themes, ...remarks, ...nobody]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
