export type * from './generated/inputs.js'
export * from './generated/operations.js'
