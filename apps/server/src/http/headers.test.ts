import { afterEach, describe, expect, test } from 'vitest'
import { AppUnderTest, PASSCODE } from './app-under-test.ts'

let app: AppUnderTest
afterEach(() => app.close())

const policy = (connect: string, more = '') =>
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  `connect-src 'self'${connect}; font-src 'self'; base-uri 'none'; form-action 'self'; ` +
  `frame-ancestors 'none'; manifest-src 'self'${more}`

describe('on plain http', () => {
  test.each(['/', '/api/me', '/healthz', '/nowhere', '/api/nowhere', '/in/x'])(
    '%s has the exact policy and is never kept',
    async path => {
      app = await AppUnderTest.start()
      const { headers } = await app.send(path)
      expect(headers['content-security-policy']).toBe(policy(` ws://${app.host}`))
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('SAMEORIGIN')
      expect(headers['referrer-policy']).toBe('no-referrer')
      for (const absent of [
        'strict-transport-security',
        'cross-origin-opener-policy',
        'origin-agent-cluster',
        'x-powered-by',
        'etag',
      ]) {
        expect(headers).not.toHaveProperty(absent)
      }
    },
  )

  test('a Host that is none does not get into the policy', async () => {
    app = await AppUnderTest.start()
    const { headers } = await app.send('/healthz', { headers: { host: "x; script-src 'unsafe-inline'" } })
    expect(headers['content-security-policy']).toBe(policy(''))
  })
})

describe('behind an https PUBLIC_URL', () => {
  const host = 'class.example.org'

  test('adds HSTS, COOP, upgrade-insecure-requests and Secure cookies', async () => {
    app = await AppUnderTest.start({ publicUrl: `https://${host}` })
    const { headers } = await app.send('/healthz', { headers: { host } })
    expect(headers['content-security-policy']).toBe(policy(` wss://${host}`, '; upgrade-insecure-requests'))
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d+/)
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    const body = JSON.stringify({ name: 'Ana', passcode: PASSCODE })
    const signedIn = await app.send('/api/sign-in', {
      method: 'POST',
      headers: { host, 'content-type': 'application/json', origin: `https://${host}` },
      body,
    })
    expect(signedIn.cookies[0]).toMatchObject({ secure: true, httpOnly: true })
  })

  test('whoever comes by the LAN address at the same time gets working http pages and cookies', async () => {
    app = await AppUnderTest.start({ publicUrl: `https://${host}` })
    const { headers } = await app.send('/healthz')
    expect(headers['content-security-policy']).toBe(policy(` ws://${app.host}`))
    expect(headers).not.toHaveProperty('strict-transport-security')
    const browser = await app.instructor()
    expect(browser.jar.size).toBe(1)
  })
})

describe('Origin', () => {
  const signOut = (headers: Record<string, string>) => app.send('/api/sign-out', { method: 'POST', headers })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'garbage', ''])(
    'a post from %j is refused',
    async origin => {
      app = await AppUnderTest.start()
      const answer = await signOut({ origin })
      expect(answer.status).toBe(403)
      expect(answer.body).toMatchObject({ ok: false, kind: 'not-allowed' })
      expect(answer.cookies).toEqual([])
    },
  )

  test('our own pages, PUBLIC_URL and programs without Origin may post', async () => {
    app = await AppUnderTest.start({ publicUrl: 'https://class.example.org' })
    expect((await signOut({ origin: `http://${app.host}` })).status).toBe(200)
    expect((await signOut({ origin: 'https://class.example.org' })).status).toBe(200)
    expect((await signOut({})).status).toBe(200)
  })

  test('DELETE is held to it as well, reading is not', async () => {
    app = await AppUnderTest.start()
    const headers = { origin: 'https://evil.example' }
    expect((await app.send('/api/classes/c-1/screens', { method: 'DELETE', headers })).status).toBe(403)
    expect((await app.send('/api/me', { headers })).status).toBe(200)
    expect((await app.send('/api/me', { headers })).headers).not.toHaveProperty('access-control-allow-origin')
  })
})
