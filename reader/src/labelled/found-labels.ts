import type { Label, Mark } from './label.js'
import type { Nature } from './nature.js'

/** A label that stands in a record, and what its words may be. */
export interface Found extends Label {
  readonly key: string
  readonly nature: Nature
  /** Who wrote down what another said: the key of their own label. */
  readonly scribe?: string
}

/** What labels a record's turns have. */
export interface Survey {
  /** By block id, whatever stands in the place of a label. */
  readonly labels: ReadonlyMap<number, Found>
  /** Keys of the labels that name who speaks. */
  readonly speakers: ReadonlySet<string>
  /** How most labels are set off: what stands so is a label, whoever it names. */
  readonly marks: ReadonlySet<Mark>
  /** Labelled turns are a part of the record: it reports in prose besides. */
  readonly isMixed: boolean
  /** A verbatim record: a speaker is named once, and what stands below is theirs until the next is named. */
  readonly isVerbatim: boolean
}
