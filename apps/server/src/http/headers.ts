import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { overHttps } from '../access/origin.ts'
import { contentSecurity } from './content-security.ts'

/** Same for all: no sniffing, no framing, no referrer. The policy for content is our own, page by page. */
const always = { contentSecurityPolicy: false, xPoweredBy: true } as const

/**
 * Security headers for every answer, and nothing is ever kept by a browser or proxy unless its route says so.
 * HSTS, COOP and origin isolation only on https: on plain http a browser ignores or complains about them.
 */
export function securityHeaders(publicUrl: string | undefined): RequestHandler {
  const onHttps = helmet(always)
  const onHttp = helmet({
    ...always,
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  return (req, res, next) => {
    res.set('Cache-Control', 'no-store')
    res.set('Content-Security-Policy', contentSecurity(req.headers.host, publicUrl))
    const wrapped = overHttps(req.headers.host, publicUrl) ? onHttps : onHttp
    wrapped(req, res, next)
  }
}
