export {
  type CallArguments,
  type ClientOptions,
  createClient,
  type OperationMethods,
  type RapporteurClient,
} from './client.js'
export type { ResultOf, SubscriptionDocument, TypedDocument, VariablesOf } from './document.js'
export {
  type ErrorDetails,
  GraphQLResponseError,
  RapporteurError,
  type ResponseError,
  TimeoutError,
  TransportError,
} from './errors.js'
export type * from './generated/inputs.js'
export { graphql, type InlineDocument } from './graphql.js'
export type { CallOptions, Fetch, HeadersOption, PaginateOptions, SubscribeOptions } from './options.js'
export type { NodeOf } from './paginate.js'
export type { EventOf } from './subscribe.js'
