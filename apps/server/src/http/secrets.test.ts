import { http } from '@evenkeel/protocol'
import { expect, test } from 'vitest'
import { AppUnderTest, PASSCODE } from './app-under-test.ts'

/** Plays one whole evening of http with canaries in every secret, then looks for them where they may not be. */
test('no answer and no log line holds a token, a passcode, a link or somebody else’s name', async () => {
  const app = await AppUnderTest.start()
  const canaries: Record<string, string> = { passcode: PASSCODE, wrong: 'CANARY-wrong-passcode' }

  const link = await app.access.link()
  canaries.link = link.slice('/in/'.length)
  const owner = app.browser()
  await owner.get(link)
  const ana = await app.instructor('CANARY-Ana')
  const { class: classId, code } = await app.openClass(ana, 'CANARY-title')
  await app.browser().post('/api/sign-in', { name: 'CANARY-Eve', passcode: canaries.wrong })

  const trainee = app.browser()
  const request = 'CANARY-request'
  const asked = { code, name: 'CANARY-trainee', staffNumber: 'CANARY-staff', request }
  const joined = http.joined.parse((await trainee.post('/api/join', asked)).body)
  await trainee.post('/api/rename', { class: classId, seat: joined.seat, name: 'CANARY-renamed' })
  await trainee.get(`/api/codes/${code}`)
  const screen = app.browser()
  const { digits } = http.screenAsked.parse((await screen.post('/api/screens')).body)
  await ana.post(`/api/classes/${classId}/screens`, { digits })
  await screen.get('/api/screens/mine')
  // The link of a phone stands in the one answer that shows it, and nowhere else.
  const shownBefore = app.shown.length
  const remote = http.remoteLink.parse((await ana.post(`/api/classes/${classId}/remotes`)).body)
  app.shown.splice(shownBefore)
  const remotePath = new URL(remote.links[0] ?? '').pathname
  canaries.remote = remotePath.slice('/in/'.length)
  const phone = app.browser()
  await phone.get(`${remotePath}?class=${classId}`)
  await phone.get(`${remotePath}?class=${classId}`)
  await app.browser().get(`${remotePath}?class=${classId}`)
  await ana.get('/api/remotes')
  await ana.get('/api/classes')
  await ana.get('/api/me')
  // Requests that go wrong while they carry secrets.
  const stranger = app.browser()
  await stranger.post('/api/join', { ...asked, more: 'CANARY-extra' })
  await stranger.post('/api/join', { ...asked, name: `CANARY-long${'x'.repeat(70)}` })
  await stranger.send('/api/join', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{CANARY',
  })
  await stranger.send('/CANARY-path/', {})
  await stranger.send('/api/codes/CANARY-code', {})
  await stranger.get(link)

  const tokens = [owner, ana, trainee, screen, phone].flatMap(browser => [...browser.jar.values()])
  expect(tokens).toHaveLength(5)
  const shown = app.shown.join('\n')
  const logged = app.logged.join('\n')
  for (const [what, secret] of [
    ...Object.entries(canaries),
    ...tokens.map((t, i) => [`token ${i}`, t] as const),
  ]) {
    expect(shown.includes(secret), `${what} in an answer`).toBe(false)
    expect(logged.includes(secret), `${what} in the log`).toBe(false)
  }
  expect(logged).not.toMatch(new RegExp(`CANARY|${code}|${digits}|127\\.0\\.0\\.1`))
  // What people typed comes back only as what it is: their own class's title, their own name.
  const canariesShown = new Set(shown.match(/CANARY-[a-z]+/gi))
  expect([...canariesShown].sort()).toEqual(['CANARY-Ana', 'CANARY-renamed', 'CANARY-title'])
  await app.close()
})
