/** An abort controller that is aborted with a given signal too, until it is released from it. */
export function abortWith(signal: AbortSignal | undefined): { controller: AbortController; release: () => void } {
  const controller = new AbortController()
  const follow = () => controller.abort(signal?.reason)
  if (signal?.aborted) follow()
  // Not AbortSignal.any: under a signal that outlives many calls, what it makes is kept for as long as that lives.
  signal?.addEventListener('abort', follow)
  return { controller, release: () => signal?.removeEventListener('abort', follow) }
}
