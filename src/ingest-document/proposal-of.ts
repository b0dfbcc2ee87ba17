import { outlineVersion } from '@rapporteur/reader/outline/outline'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { parseProposal, printProposal } from '@rapporteur/reader/proposal/parse'
import { headerOf } from '@rapporteur/reader/proposal/task'
import { readByRules, styleOf } from '@rapporteur/reader/rules'
import { serversReader } from './ingester.js'

/** A stored document, and how it was read. */
interface ReadDocument {
  bytes: Uint8Array
  fileName: string
  mediaType: string
  sha256: string
  format: string
  options: unknown
  proposal: string | null
}

/**
 * How a stored document was read, as a person's proposal: what a model or a person answered, else what rules propose. Null where its
 * markup says who speaks.
 */
export async function proposalOf(document: ReadDocument): Promise<string | null> {
  const { sha256, proposal, format, options, ...file } = document
  const header = headerOf(sha256, 'person')
  const answered = proposal === null ? null : parseProposal(proposal).proposal
  if (answered && (answered.header.outline ?? outlineVersion) === outlineVersion)
    return printProposal({ ...answered, header })
  const style = styleOf(format)
  if (style === undefined) return null
  const { language } = options as { language?: string }
  const read = readByRules(outlineOf(await serversReader().read(file)), { language: language ?? null, style })
  return printProposal({ ...read.proposal, header })
}
