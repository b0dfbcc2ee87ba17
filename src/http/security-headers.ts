/** What every answer says: that its type is the one it names, whatever a browser makes of its first bytes. */
export const headersOfAll = { 'x-content-type-options': 'nosniff' } as const

/**
 * What a page says besides, where it has not said it itself: that it may load and run nothing, stands in no frame of another
 * site, shares its window with none, and tells the pages it links to nothing of where it stands.
 */
export const headersOfPages = {
  ...headersOfAll,
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
} as const
