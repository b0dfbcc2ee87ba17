const name = 'rapporteur-key'

/** The key of a browser in which somebody has signed in; undefined if nobody has. */
export function keyInCookie(header: string | undefined): string | undefined {
  const found = header?.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1) || undefined
}

/**
 * The cookie that keeps a key until the browser is closed: no script reads it, and no other site's form sends it.
 *
 * @param key the key, or none to forget it.
 * @param url where the reader is, by which it is kept to TLS or not.
 */
export function keyCookie(key: string | undefined, url: string): string {
  const secure = url.startsWith('https:') ? '; Secure' : ''
  const forgotten = key === undefined ? '; Max-Age=0' : ''
  return `${name}=${key ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${forgotten}`
}
