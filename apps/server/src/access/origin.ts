/*
 * Which site a request comes from. A browser names its page in `Origin` on every POST, every request to another site and
 * every WebSocket; it leaves it out only where the page is the server's own. Programs that are no browser (the terminal
 * client, curl) leave it out too. So a missing Origin is allowed everywhere and a foreign one nowhere.
 */

/** `host[:port]` in its plain form (small letters, no default port), or undefined for what is no host. */
function plainHost(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.host === '' ? undefined : url?.host
}

/** The host that a request was sent to. `host` is its Host header. */
export const requestHost = (host: string | undefined): string | undefined =>
  host === undefined || !/^[\w.:[\]-]+$/.test(host) ? undefined : plainHost(`http://${host}`)

/** Origin's host must be the one that the request was sent to, or that of PUBLIC_URL. `Origin: null` never is. */
export function originAllowed(
  headers: { readonly origin?: string | undefined; readonly host?: string | undefined },
  publicUrl: string | undefined,
): boolean {
  if (headers.origin === undefined) return true
  const origin = plainHost(headers.origin)
  if (origin === undefined) return false
  return origin === requestHost(headers.host) || (publicUrl !== undefined && origin === plainHost(publicUrl))
}

/**
 * Is this request's page on https? The server itself speaks http only, so it is when PUBLIC_URL says https and the
 * request was sent to that host. Somebody who comes by the LAN address at the same time gets working http pages.
 */
export function overHttps(host: string | undefined, publicUrl: string | undefined): boolean {
  return publicUrl?.toLowerCase().startsWith('https:') === true && plainHost(publicUrl) === httpsHost(host)
}

/** Behind a proxy the Host header's default port is https's. */
const httpsHost = (host: string | undefined): string | undefined =>
  requestHost(host) === undefined ? undefined : plainHost(`https://${host}`)
