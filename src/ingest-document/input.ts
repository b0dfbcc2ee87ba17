import { builder } from '../schema/builder.js'
import type { UploadedFile } from '../schema/uploaded-file.js'

const isFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'name' in value && 'size' in value

builder.scalarType('Upload', {
  description:
    'A file of a multipart request (https://github.com/jaydenseric/graphql-multipart-request-spec), which needs the header "x-rapporteur-csrf".',
  serialize: () => {
    throw new TypeError('Upload is an input type; no field returns it.')
  },
  parseValue: (value) => {
    if (!isFile(value)) throw new TypeError('Upload accepts a file of a multipart request only.')
    return value
  },
})

const ReaderChoice = builder.enumType('ReaderChoice', {
  description: 'Who is to read a document.',
  values: {
    AUTO: { description: 'The rules, and the configured language model where it reads better: prose.' },
    RULES: { description: "The program's own rules." },
    MODEL: { description: 'The configured language model.' },
  } as const,
})

export const IngestDocumentInput = builder.inputType('IngestDocumentInput', {
  description: 'A document to read, as one of "file", "text" or "base64", and what is known about it.',
  fields: (t) => ({
    file: t.field({ type: 'Upload', description: 'The document as a file.' }),
    text: t.string({ description: 'The document as text.' }),
    base64: t.string({ description: 'The bytes of the document, in base64.' }),
    fileName: t.string({
      description:
        "Its name, whose ending helps to recognise its kind; if left out, the file's own name, or document.txt.",
    }),
    context: t.field({
      type: 'JSON',
      description:
        'What is known about the document, in the form of a rapporteur.json: series, language, format, abbreviations, people. The other fields take precedence over it, and it takes precedence over what is inferred.',
    }),
    contextFiles: t.field({
      type: ['Upload'],
      description:
        'Register files that name its people and bodies: a listPerson or listOrg of TEI, references of Akoma Ntoso, or a list of names with initials.',
    }),
    foundFiles: t.field({
      type: ['Upload'],
      description:
        'Register files that merely lie beside it: of these, only those count to whom the document refers by an identifier or by initials.',
    }),
    meeting: t.string({
      description:
        'The slug of the meeting that it is a record of, to read it again. If left out, the meeting is found by the bytes of the document, or by series, title and date; if none is found, it is added.',
    }),
    series: t.string({
      description:
        'The title or slug of the series that the meeting belongs to. If there is no such series, it is added.',
    }),
    language: t.string({ description: 'Its language, BCP 47: en, fr-CA. Inferred if left out.' }),
    format: t.string({ description: 'The format to read it by; if left out, the one that recognises it best.' }),
    title: t.string({ description: "The meeting's title, in place of the one that is printed." }),
    date: t.field({ type: 'Date', description: "The meeting's first day, in place of the one that is printed." }),
    reader: t.field({
      type: ReaderChoice,
      description: 'Who is to read it; if left out, as AUTO, unless the document is known: then as before.',
    }),
    proposal: t.string({
      description:
        'What a model or a person answered to the task of this document (annotationTask), as JSON lines, in place of what the rules would read. What the text does not bear out is left out.',
    }),
    strict: t.boolean({
      description: 'Refuses the document if reading it leads to a finding of severity WARNING or ERROR.',
    }),
    dryRun: t.boolean({ description: 'Reports what would be read and changed, and writes nothing.' }),
  }),
})

export type IngestDocumentInput = typeof IngestDocumentInput.$inferInput
