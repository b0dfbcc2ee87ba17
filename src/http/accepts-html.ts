/** Whether a browser asks for a page to show. */
export const acceptsHtml = ({ method, headers }: Request): boolean =>
  method === 'GET' && (headers.get('accept')?.includes('text/html') ?? false)
