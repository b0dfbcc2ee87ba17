import { builder } from '../schema/builder.js'

/** A file of a multipart request, as the server's Fetch API gives it. */
export interface UploadedFile {
  readonly name: string
  readonly type: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

const isFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'name' in value && 'size' in value

builder.scalarType('Upload', {
  description:
    'A file of a multipart request (https://github.com/jaydenseric/graphql-multipart-request-spec), which needs the header "x-rapporteur-csrf".',
  serialize: () => {
    throw new TypeError('Upload is taken, and given out by no field.')
  },
  parseValue: (value) => {
    if (!isFile(value)) throw new TypeError('Upload takes a file of a multipart request.')
    return value
  },
})

export const IngestDocumentInput = builder.inputType('IngestDocumentInput', {
  description: 'A document to read, as one of "file", "text" or "base64", and what is known about it.',
  fields: (t) => ({
    file: t.field({ type: 'Upload', description: 'The document as a file.' }),
    text: t.string({ description: 'The document as text.' }),
    base64: t.string({ description: 'The bytes of the document, in base64.' }),
    fileName: t.string({
      description: "Its name, whose ending helps to tell its kind; the file's own, or document.txt, if left out.",
    }),
    context: t.field({
      type: 'JSON',
      description:
        'What stands beside the document, as a rapporteur.json says it: series, language, format, abbreviations, people. What the other fields say wins over it; it wins over what is guessed.',
    }),
    contextFiles: t.field({
      type: ['Upload'],
      description:
        'Registers as they are, which name its people: a listPerson or listOrg, references of Akoma Ntoso, a list of names with initials.',
    }),
    meeting: t.string({
      description:
        'The slug of the meeting that it is a record of, to read it again. Left out, the meeting is found by the bytes, or by series, title and date; else it is a new one.',
    }),
    series: t.string({
      description: 'Title or slug of the body or run of meetings that it belongs to; a new one if it is not known.',
    }),
    language: t.string({ description: 'Its language, BCP 47: en, fr-CA. Inferred if left out.' }),
    format: t.string({ description: 'The format to read it by; the one that recognises it best if left out.' }),
    strict: t.boolean({ description: 'Refuses a reading with a finding of severity WARNING or ERROR.' }),
    dryRun: t.boolean({ description: 'Tells what would be read and changed, and writes nothing.' }),
  }),
})

export type IngestDocumentInput = typeof IngestDocumentInput.$inferInput
