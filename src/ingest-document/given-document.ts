import { basename } from 'node:path'
import type { GivenFile } from '@rapporteur/reader/files/reading'
import { formatNames } from '@rapporteur/reader/formats'
import { isLanguage } from '@rapporteur/reader/language-tag'
import { type FolderFacts, folderFacts } from '@rapporteur/reader/structured/folder-facts'
import type { UploadedFile } from '../schema/uploaded-file.js'
import type { FieldError } from '../schema/user-errors.js'
import type { GivenOptions } from './ingester.js'
import type { IngestDocumentInput } from './input.js'

export interface GivenDocument {
  /** Which of the input's fields it came in. */
  field: 'file' | 'text' | 'base64'
  file: GivenFile
  options: GivenOptions
}

/** The document and the options of an input, or all that is wrong with it. */
export async function givenDocument(input: IngestDocumentInput): Promise<GivenDocument | { errors: FieldError[] }> {
  const given = [input.file, input.text, input.base64].filter((value) => value != null)
  const context = contextOf(input)
  const errors = [
    ...context.errors,
    ...(given.length === 1 ? [] : [fault(['file'], 'Give exactly one of "file", "text" and "base64".')]),
    ...optionFaults(input),
  ]
  if (errors.length > 0) return { errors }
  const { meeting, series, language, format, title, date, proposal, reader, strict, dryRun } = input
  const options = {
    ...defined({ meeting, series, language, format, title, proposal, date: date?.toISOString().slice(0, 10) }),
    ...(reader == null ? {} : { reader: readerNames[reader] }),
    strict: strict ?? false,
    dryRun: dryRun ?? false,
  }
  const files = await Promise.all((input.contextFiles ?? []).map(givenFile))
  const found = await Promise.all((input.foundFiles ?? []).map(givenFile))
  const beside = { facts: context.facts, files, found }
  return {
    ...(await fileOf(input)),
    options: { ...options, ...(context.facts || files.length + found.length > 0 ? { beside } : {}) },
  }
}

const readerNames = { AUTO: 'auto', RULES: 'rules', MODEL: 'model' } as const

/** The facts that stand beside a document. Paths in them would be the server's, so that there are none. */
function contextOf({ context }: IngestDocumentInput): { facts?: FolderFacts; errors: FieldError[] } {
  if (context == null) return { errors: [] }
  const facts = folderFacts(context)
  if ('faults' in facts) {
    return { errors: facts.faults.map(({ path, message }) => fault(['context', ...path], message)) }
  }
  if (facts.registers === undefined) return { facts, errors: [] }
  return { errors: [fault(['context', 'registers'], 'The server has no such files. Give them as "contextFiles".')] }
}

const givenFile = async (file: UploadedFile): Promise<GivenFile> => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  fileName: basename((file.name || 'register').replaceAll('\\', '/')),
  mediaType: file.type || undefined,
})

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
