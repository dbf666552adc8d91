import { createServer, type Server } from 'node:http'
import type { Metrics } from './metrics.ts'

/**
 * Answers GET /metrics and nothing else, on a port of its own: whoever may watch the server need not be let near the classes,
 * and the other way round.
 */
export function metricsServer(metrics: Metrics): Server {
  return createServer((request, response) => {
    const [path] = (request.url ?? '').split('?')
    if (request.method !== 'GET' || path !== '/metrics') {
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Only GET /metrics is here.\n')
      return
    }
    metrics.text().then(
      text => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
}
