import { createHash } from 'node:crypto'
import { overHttps, requestHost } from '../access/origin.ts'

/**
 * The policy of one page: everything from this server, nothing from elsewhere, and of inline scripts only those whose
 * hashes are named. The live connection is named by host, because not every browser counts a WebSocket as 'self'.
 */
export function contentSecurity(
  host: string | undefined,
  publicUrl: string | undefined,
  scriptHashes: readonly string[] = [],
): string {
  const https = overHttps(host, publicUrl)
  const here = requestHost(host)
  const socket = here === undefined ? [] : [`${https ? 'wss' : 'ws'}://${here}`]
  const directives = [
    "default-src 'none'",
    ["script-src 'self'", ...scriptHashes.map(hash => `'sha256-${hash}'`)].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...socket].join(' '),
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    // On a classroom's plain http this would send the browser to an https that is not there.
    ...(https ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

const SCRIPT = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script\s*>/gi

/** SHA-256, base64, of every inline script of a page. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = [...html.matchAll(SCRIPT)].flatMap(([, attributes = '', text = '']) =>
    /(^|\s)src\s*=/i.test(attributes) ? [] : [createHash('sha256').update(text).digest('base64')],
  )
  return [...new Set(hashes)]
}
