import { http } from '@evenkeel/protocol'
import { Browser, instruct, type Simulant } from '@evenkeel/simulant'
import { afterEach, expect, test } from 'vitest'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'

let here: ServerHere | undefined
const open: Simulant[] = []
afterEach(async () => {
  for (const simulant of open.splice(0)) simulant.close()
  await here?.stop()
  here = undefined
})

const FIVE_MINUTES = 5 * 60_000

test('[C15] a phone that came by the link leads the class beside the console until it is signed out; the link is in no journal', async () => {
  here = await serverHere()
  const { base, clock, store } = here
  const opened = await aClass(base)
  const asks = async () => {
    const { links } = await opened.browser.post(`/api/classes/${opened.classId}/remotes`, {}, http.remoteLink)
    const { pathname, search } = new URL(links[0] ?? '')
    return pathname + search
  }
  const late = await asks()
  clock.advance(FIVE_MINUTES)
  expect(await new Browser(base).visit(late)).toBe(410)

  const used = await asks()
  const browser = new Browser(base)
  expect(await browser.visit(used)).toBe(303)
  expect(await new Browser(base).visit(used)).toBe(410)
  expect(await new Browser(base).visit(`/in/${'A'.repeat(22)}?class=${opened.classId}`)).toBe(410)

  const console = instruct(opened, ['console'])
  const phone = instruct({ ...opened, browser }, ['console'])
  open.push(console, phone)
  await phone.do('LockClass', { locked: true })
  expect(await console.until(view => view.console?.class.locked)).toBe(true)
  await console.do('LockClass', { locked: false })
  await phone.until(view => view.console?.class.locked === false)

  const answer = await fetch(`${base}/api/remotes`, {
    method: 'DELETE',
    headers: { cookie: opened.browser.cookies ?? '' },
  })
  expect(answer.status).toBe(200)
  await expect(phone.until(() => undefined)).rejects.toThrow()
  expect(phone.bye?.kind).toBe('signed-out')
  await console.do('LockClass', { locked: true })

  const token = used.slice('/in/'.length, '/in/'.length + 22)
  const cookie = (browser.cookies ?? '').split('=')[1] ?? ''
  const events = JSON.stringify(await store.journal.read(opened.classId, 0))
  expect(events).toContain('ClassLocked')
  for (const secret of [token, cookie]) {
    expect(secret).toHaveLength(22)
    expect(events).not.toContain(secret)
  }
})
