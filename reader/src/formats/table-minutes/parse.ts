import { readNarrative } from '../../narrative/read.js'
import type { SourceText } from '../../source.js'
import type { Reading, ReadingOptions } from '../format.js'
import { minutesNarrator } from './narrator.js'

/** Reads minutes in prose. */
export const parseTableMinutes = (source: SourceText, options: ReadingOptions): Reading =>
  readNarrative(source, options, minutesNarrator)
