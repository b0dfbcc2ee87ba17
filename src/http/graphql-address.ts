import { acceptsHtml } from './accepts-html.js'

/** The API's address, with or without a slash at the end, as Yoga takes it. */
export const isGraphQL = (path: string): boolean => path === '/graphql' || path === '/graphql/'

/** Whether GraphiQL is the answer. It needs introspection; where that is off, what a browser sends is a query like any other. */
export const isGraphiql = (request: Request, path: string, introspection: 'on' | 'off'): boolean =>
  isGraphQL(path) && introspection === 'on' && acceptsHtml(request)
