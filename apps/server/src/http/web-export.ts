import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import express, { type Response, Router } from 'express'
import { normaliseCode } from '../access/codes.ts'
import { contentSecurity, inlineScriptHashes } from './content-security.ts'
import type { HttpParts } from './parts.ts'
import { sendPlainPage } from './plain-page.ts'

export interface WebExport {
  /** Where an instructor goes after signing in. */
  readonly home: string
  /** Where an instructor's phone goes. */
  readonly remote?: string
  readonly routes: Router
}

/** The exported screens, or a page that says how to play without them. */
export function webExport(parts: Pick<HttpParts, 'webDir' | 'publicUrl'>): WebExport {
  const { webDir, publicUrl } = parts
  return webDir !== undefined && existsSync(join(webDir, 'index.html'))
    ? { home: '/console/', remote: '/remote/', routes: exportedScreens(resolve(webDir), publicUrl) }
    : { home: '/', routes: noScreens() }
}

function exportedScreens(webDir: string, publicUrl: string | undefined): Router {
  const router = Router()
  const hashes = pageHashes(webDir)
  const setPolicy = (res: Response, path: string) =>
    res.set('Content-Security-Policy', contentSecurity(res.req.headers.host, publicUrl, hashes.get(path)))

  router.get('/j/:code', (req, res) => {
    const code = normaliseCode(req.params.code) ?? req.params.code.slice(0, 40)
    res.redirect(303, `/?code=${encodeURIComponent(code)}`)
  })

  router.use(
    express.static(webDir, {
      cacheControl: false,
      etag: false,
      lastModified: false,
      redirect: true,
      setHeaders(res, path) {
        if (path.endsWith('.html')) setPolicy(res, path)
        // The name of everything in here holds a hash of its content, so it never changes.
        const hashed = path.startsWith(join(webDir, '_next', 'static'))
        if (hashed) res.set('Cache-Control', 'public, max-age=31536000, immutable')
      },
    }),
  )

  const lost = join(webDir, '404.html')
  if (hashes.has(lost)) {
    const page = readFileSync(lost, 'utf8')
    router.get('/{*path}', (_req, res) => {
      setPolicy(res, lost)
      res.status(404).type('html').send(page)
    })
  }
  return router
}

/** Hashes of the inline scripts of each exported page, by its file; read once, at the start. */
function pageHashes(webDir: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(webDir, { recursive: true, encoding: 'utf8' })
  const pages = files.filter(file => file.endsWith('.html')).map(file => join(webDir, file))
  return new Map(pages.map(page => [page, inlineScriptHashes(readFileSync(page, 'utf8'))]))
}

function noScreens(): Router {
  const router = Router()
  router.get('/', (_req, res) => {
    sendPlainPage(res, 'The server is running, its screens are not built', [
      'To build the screens: stop the server and run npm start, which builds whatever is missing.',
      'To play in a terminal meanwhile: npm run play -- CODE "Your name", with the code of an open class.',
    ])
  })
  router.get('/j/:code', (req, res) => {
    const code = normaliseCode(req.params.code) ?? 'CODE'
    sendPlainPage(res, 'The screens of this class are not built', [
      `To join from a terminal: npm run play -- ${code} "Your name".`,
    ])
  })
  return router
}
