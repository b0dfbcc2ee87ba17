/** What reading by a model takes, in tokens: the endpoint's count where it gives one, else estimated. */
export interface ModelUsage {
  readonly asked: number
  readonly answered: number
  /** In how many parts, for its context, the record is read. */
  readonly parts: number
}

/** What a model took to read a document; or would take, where it was not asked. */
export interface ModelUse extends ModelUsage {
  readonly model: string
  readonly wasAsked: boolean
}
