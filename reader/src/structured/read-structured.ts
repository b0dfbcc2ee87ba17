import { rootElement } from '../layout.js'
import type { SourceText } from '../source.js'
import { akomaNtosoVerdict, readAkomaNtoso } from './akoma-ntoso.js'
import { parlamintVerdict, readParlamint } from './parlamint.js'
import type { StructuredOptions, StructuredReading, Verdict } from './structured.js'

const kinds = {
  'akoma-ntoso': { verdictOn: akomaNtosoVerdict, read: readAkomaNtoso },
  parlamint: { verdictOn: parlamintVerdict, read: readParlamint },
} as const

type Kind = keyof typeof kinds

export const structuredFormats = Object.keys(kinds) as readonly Kind[]

/** What XML a document is, the surest kind first; nothing for what is no XML. */
export const structuredVerdicts = ({ layout }: SourceText): (Verdict & { readonly format: Kind })[] => {
  const root = rootElement(layout)
  if (root === null) return []
  return structuredFormats
    .map((format) => ({ ...kinds[format].verdictOn(root), format }))
    .sort((a, b) => b.confidence - a.confidence)
}

/**
 * Reads a document whose markup says who speaks: a debate in Akoma Ntoso, or a sitting in TEI. Pure.
 *
 * @param format reads it as this kind, however it looks; a name of another kind reads nothing
 * @returns null for a document of another kind; `structuredVerdicts` says why
 */
export const readStructured = (
  source: SourceText,
  { format, ...options }: StructuredOptions & { readonly format?: string | undefined },
): (StructuredReading & { readonly format: Verdict }) | null => {
  const verdicts = structuredVerdicts(source)
  const verdict =
    format === undefined
      ? verdicts.find(({ confidence }) => confidence >= 0.5)
      : verdicts.find((each) => each.format === format)
  return verdict ? { ...kinds[verdict.format].read(source, options), format: verdict } : null
}
