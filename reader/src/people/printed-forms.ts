import type { NameInText } from '../identity/names-in-text.js'

/** A place where a record prints a person's name. */
export interface PrintedForm {
  readonly person: string
  readonly printed: string
  readonly at: number
}

export const printedForms = (names: readonly NameInText[], offsetOf: (start: number) => number): PrintedForm[] =>
  names.flatMap(({ person, printed, start }) => (person === null ? [] : [{ person, printed, at: offsetOf(start) }]))
