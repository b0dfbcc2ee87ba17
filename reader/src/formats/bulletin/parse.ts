import { readNarrative } from '../../narrative/read.js'
import type { SourceText } from '../../source.js'
import type { Reading, ReadingOptions } from '../format.js'
import { bulletinNarrator } from './narrator.js'

/** Reads a bulletin. */
export const parseBulletin = (source: SourceText, options: ReadingOptions): Reading =>
  readNarrative(source, options, bulletinNarrator)
