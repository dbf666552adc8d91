import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppUnderTest } from './app-under-test.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')
const FIRST = 'self.__next_f.push([1,"home"])'
const SECOND = 'self.__next_f.push([1,"console"])'

const FILES = {
  'index.html': `<!DOCTYPE html><script src="/_next/static/a-1f.js" async=""></script><script>${FIRST}</script>home`,
  'console/index.html': `<SCRIPT data-x="a>b">${SECOND}</SCRIPT ><script>${SECOND}</script>console`,
  '404.html': 'lost',
  '_next/static/a-1f.js': 'export {}',
  'icon.svg': '<svg/>',
  '.secret': 'no',
}

let folder: string
let app: AppUnderTest
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-export-'))
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  app = await AppUnderTest.start({ webDir: folder })
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('the exported screens', () => {
  test('each page allows its own inline scripts and no others', async () => {
    const home = await app.send('/')
    expect(home.text).toContain('home')
    expect(home.headers['content-security-policy']).toContain(
      `script-src 'self' 'sha256-${sha256(FIRST)}'; style`,
    )
    const page = await app.send('/console/')
    expect(page.text).toContain('console')
    expect(page.headers['content-security-policy']).toContain(
      `script-src 'self' 'sha256-${sha256(SECOND)}'; style`,
    )
    expect(page.headers['content-security-policy']).toContain(`connect-src 'self' ws://${app.host};`)
  })

  test('an address without its slash is sent to the one with it', async () => {
    const answer = await app.send('/console')
    expect(answer.status).toBe(301)
    expect(answer.headers.location).toBe('/console/')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('[C15] a phone’s link leads to the remote of its class, and the terminal’s to the console', async () => {
    const ana = await app.instructor()
    const { class: classId } = await app.openClass(ana)
    const { links } = http.remoteLink.parse((await ana.post(`/api/classes/${classId}/remotes`)).body)
    const { pathname, search } = new URL(links[0] ?? '')
    const phone = app.browser()
    const answer = await phone.get(pathname + search)
    expect(answer.headers.location).toBe(`/remote/?class=${classId}`)
    // Opened again on the phone that it signed in.
    expect((await phone.get(pathname + search)).headers.location).toBe(`/remote/?class=${classId}`)
    const evil = await phone.get(`${pathname}?class=${encodeURIComponent('//evil.example')}`)
    expect(evil.headers.location).toBe('/console/')
    expect((await app.browser().get(await app.access.link())).headers.location).toBe('/console/')
  })

  test('only files with a hash in their name are kept by browsers', async () => {
    const kept = await app.send('/_next/static/a-1f.js')
    expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(kept.headers['content-type']).toMatch(/^text\/javascript/)
    for (const path of ['/', '/console/', '/icon.svg', '/_next/static/none.js']) {
      expect((await app.send(path)).headers['cache-control']).toBe('no-store')
    }
  })

  test.each(['/.secret', '/..%2f..%2fetc/passwd', '/console/..%5c..%5cpackage.json', '/nowhere'])(
    '%s gets the page for lost people',
    async path => {
      const answer = await app.send(path)
      expect(answer.status).toBe(404)
      expect(answer.text).toBe('lost')
      expect(answer.headers['content-security-policy']).toContain("script-src 'self';")
    },
  )

  test('a code in the address goes to the first page', async () => {
    expect((await app.send('/j/bk7-4qm')).headers.location).toBe('/?code=BK74QM')
    const odd = await app.send(`/j/${encodeURIComponent('<b>//evil.example')}`)
    expect(odd.status).toBe(303)
    expect(odd.headers.location).toBe('/?code=%3Cb%3E%2F%2Fevil.example')
  })

  test('the sign-in link leads to the console', async () => {
    expect((await app.browser().get(await app.access.link())).headers.location).toBe('/console/')
  })

  test('the api stays the api', async () => {
    expect((await app.send('/api/nowhere')).body).toMatchObject({ ok: false, kind: 'unknown' })
  })
})

describe('without them', () => {
  test('a plain page says what to do, and how to play in a terminal', async () => {
    const bare = await AppUnderTest.start({ webDir: join(folder, 'none') })
    const home = await bare.send('/')
    expect(home.status).toBe(200)
    expect(home.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(home.text).toContain('npm run play -- CODE &quot;Your name&quot;')
    expect((await bare.send('/j/bk74qm')).text).toContain('npm run play -- BK74QM')
    expect((await bare.send(`/j/${encodeURIComponent('<b>')}`)).text).not.toContain('<b>')
    expect((await bare.send('/console/')).status).toBe(404)
    await bare.close()
  })
})
