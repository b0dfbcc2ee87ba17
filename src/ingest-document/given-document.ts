import { basename } from 'node:path'
import type { IngestDocumentOptions } from '../ingest/ingest.js'
import { formatNames } from '../ingest/read.js'
import type { GivenFile } from '../ingest/readers/reading.js'
import type { IngestDocumentInput } from './input.js'
import type { FieldError } from './user-errors.js'

export interface GivenDocument {
  /** Which of the input's fields it came in. */
  field: 'file' | 'text' | 'base64'
  file: GivenFile
  options: Omit<IngestDocumentOptions, 'sampleSeries'>
}

/** The document and the options of an input, or all that is wrong with it. */
export async function givenDocument(input: IngestDocumentInput): Promise<GivenDocument | { errors: FieldError[] }> {
  const given = [input.file, input.text, input.base64].filter((value) => value != null)
  const errors = [
    ...(given.length === 1 ? [] : [fault(['file'], 'Give exactly one of "file", "text" and "base64".')]),
    ...optionFaults(input),
  ]
  if (errors.length > 0) return { errors }
  const { meeting, series, language, format, strict, dryRun } = input
  const options = {
    ...defined({ meeting, series, language, format }),
    strict: strict ?? false,
    dryRun: dryRun ?? false,
  }
  return { ...(await fileOf(input)), options }
}

const fault = (path: string[], message: string): FieldError => ({ path, message })

function optionFaults({ base64, meeting, series, language, format, fileName }: IngestDocumentInput): FieldError[] {
  const empty = Object.entries({ meeting, series, language, format, fileName }).filter(
    ([, text]) => text?.trim() === '',
  )
  return [
    ...empty.map(([name]) => fault([name], 'It is empty. Leave it out, or say something.')),
    ...(base64 != null && !isBase64(base64) ? [fault(['base64'], 'It is no base64.')] : []),
    ...(language?.trim() && !isLanguage(language)
      ? [fault(['language'], `${JSON.stringify(language)} is no language tag. Give one like "en" or "fr-CA".`)]
      : []),
    ...(format?.trim() && !formatNames.includes(format)
      ? [fault(['format'], `There is no format ${JSON.stringify(format)}. There are: ${formatNames.join(', ')}.`)]
      : []),
  ]
}

const isBase64 = (text: string) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)

/** BCP 47, by its syntax. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

async function fileOf({ file, text, base64, fileName }: IngestDocumentInput): Promise<Omit<GivenDocument, 'options'>> {
  const named = (name: string) => basename((fileName ?? name).replaceAll('\\', '/')) || name
  if (file) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return {
      field: 'file',
      file: { bytes, fileName: named(file.name || 'document'), mediaType: file.type || undefined },
    }
  }
  if (text != null) return { field: 'text', file: { bytes: Buffer.from(text), fileName: named('document.txt') } }
  return { field: 'base64', file: { bytes: Buffer.from(base64 ?? '', 'base64'), fileName: named('document.txt') } }
}

const defined = <Values extends Record<string, string | null | undefined>>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as { [Name in keyof Values]?: string }
