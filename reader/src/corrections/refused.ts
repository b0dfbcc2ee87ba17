/** A correction that cannot be applied to a record. The message says why, and what would be needed. */
export class InapplicableCorrection extends Error {
  override readonly name = 'InapplicableCorrection'
}
