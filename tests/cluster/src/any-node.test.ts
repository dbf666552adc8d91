import { personOf, viewOf } from '@evenkeel/classroom'
import { http } from '@evenkeel/protocol'
import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { Browser, instruct, joinClass, Simulant, signIn } from '@evenkeel/simulant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClass, eventsOf, join, movedTo, type Node, seatAt, startNode, stateOf } from './harness/cluster.ts'
import { PASSCODE } from './harness/passcode.ts'
import { linesOf, speak } from './harness/play.ts'
import { sceneOfTwo } from './harness/scene-of-two.ts'

let redis: RedisUnderTest
let a: Node
let b: Node

beforeEach(async () => {
  redis = await startRedis()
  // Both begin on an empty Redis in the same moment, as containers do.
  ;[a, b] = await Promise.all([startNode(redis.url), startNode(redis.url)])
})
afterEach(async () => {
  await Promise.all([a.server.stop(), b.server.stop()])
  await redis.end()
})

const JSON_BODY = { 'content-type': 'application/json' }

test('[L1] commands to two servers at once: each once, and everybody sees the same order', async () => {
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base, a.base, b.base)
  const said = (who: string) => Array.from({ length: 15 }, (_, n) => `${who} ${n + 1}`)
  const answers = await Promise.all([
    ...said('a').map(text => speak(ana, text)),
    ...said('b').map(text => speak(bo, text)),
  ])
  expect(answers.filter(answer => !answer.ok)).toEqual([])
  await Promise.all([ana, bo].map(person => person.until(it => linesOf(it).length === 30)))
  expect(linesOf(ana)).toEqual(linesOf(bo))
  expect([...linesOf(ana)].sort()).toEqual([...said('a'), ...said('b')].sort())
  expect(linesOf(ana).filter(text => text.startsWith('a'))).toEqual(said('a'))
  const events = await eventsOf(a, opened.classId)
  expect(events.map(event => event.seq)).toEqual(events.map((_, index) => index + 1))
  const state = stateOf(opened.classId, events)
  for (const person of [ana, bo]) {
    expect(person.seat).toEqual(viewOf({ kind: 'person', person: person.person }, state))
    // Names that the other server wrote.
    expect([...person.names.values()].sort()).toEqual(['Ana', 'Bo'])
    person.close()
  }
  instructor.close()
})

test('[L1] a device that changes servers has everything that it saw, and its commands again change nothing', async () => {
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base)
  const id = 'the-same-line-again'
  const line = { place: ana.place, how: 'say' as const, text: 'once' }
  if (line.place === undefined) throw new Error('no seat')
  const first = await ana.act('Speak', { ...line, place: line.place }, id)
  const again = seatAt(b.base, ana.browser, opened.classId, ana.seatHandle)
  await again.until(it => it.seat?.room)
  // The second server knew of nothing before: what was acknowledged at the first is there at once.
  expect(linesOf(again)).toEqual(['once'])
  expect(await again.act('Speak', { ...line, place: line.place }, id)).toEqual(first)
  await speak(again, 'twice')
  await bo.until(it => linesOf(it).length === 2)
  expect(linesOf(bo)).toEqual(['once', 'twice'])
  for (const each of [ana, bo, again, instructor]) each.close()
})

test('[L4] who is at another server is here; who left every server is away', async () => {
  const opened = await aClass(a.base)
  const instructor = instruct(opened)
  const bo = await join(b.base, opened.code, 'Bo')
  await bo.until(it => it.seat)
  await instructor.until(it => it.presence.get(bo.person) === 'here')
  const also = seatAt(a.base, bo.browser, opened.classId, bo.seatHandle)
  await also.until(it => it.seat)
  bo.close()
  // One of two devices went: still here, and the server that has it says so to whoever asks later.
  const later = instruct({ ...opened, browser: movedTo(b.base, opened.browser) })
  await later.until(it => it.presence.get(bo.person) === 'here')
  also.close()
  await instructor.until(it => it.presence.get(bo.person) === 'away')
  await later.until(it => it.presence.get(bo.person) === 'away')
  later.close()
  instructor.close()
})

test('[L5] who is removed, signed out or projected no more is gone from every server at once', async () => {
  const opened = await aClass(a.base)
  const instructor = instruct(opened)
  const bo = await join(b.base, opened.code, 'Bo')
  await bo.until(it => it.seat)
  await instructor.until(it => it.console?.people[bo.person])
  await instructor.do('RemovePerson', { person: bo.person, block: false })
  await bo.until(it => it.bye)
  expect(bo.bye?.kind).toBe('signed-out')
  const state = stateOf(opened.classId, await eventsOf(b, opened.classId))
  expect(personOf(state, bo.person)?.standing).toBe('removed')

  // ---- blocked at one server, let in at none
  const cy = await join(b.base, opened.code, 'Cy')
  await cy.until(it => it.seat)
  await instructor.until(it => it.console?.people[cy.person])
  await instructor.do('RemovePerson', { person: cy.person, block: true })
  await cy.until(it => it.bye)
  expect(cy.bye?.kind).toBe('signed-out')
  for (const { base } of [a, b]) {
    const there = seatAt(base, cy.browser, opened.classId, cy.seatHandle)
    await expect(there.until(it => it.seat)).rejects.toMatchObject({ kind: 'signed-out' })
    there.close()
    const anew = joinClass(base, opened.code, 'Cy', { browser: movedTo(base, cy.browser) })
    await expect(anew).rejects.toMatchObject({ kind: 'not-allowed' })
  }

  // ---- approved at one server, shown at the other, until the first ends it
  const wall = new Browser(b.base)
  const { digits } = await wall.post('/api/screens', {}, http.screenAsked)
  const screens = `/api/classes/${opened.classId}/screens`
  await opened.browser.post(screens, { digits }, http.done)
  const as = { kind: 'screen' } as const
  const newId = () => 'a-screen-says-nothing'
  const projector = () => new Simulant({ browser: wall, classId: opened.classId, as, newId })
  const shown = projector().follow('projector')
  await shown.until(it => it.projector)
  const cookie = opened.browser.cookies ?? ''
  const dropped = await fetch(`${a.base}${screens}`, { method: 'DELETE', headers: { ...JSON_BODY, cookie } })
  expect(dropped.status).toBe(200)
  await shown.until(it => it.bye)
  expect(shown.bye?.kind).toBe('signed-out')
  const later = projector()
  await expect(later.until(it => it.projector)).rejects.toMatchObject({ kind: 'signed-out' })
  for (const each of [cy, shown, later]) each.close()

  // ---- signed out
  const there = instruct({ ...opened, browser: movedTo(b.base, opened.browser) })
  await there.until(it => it.console)
  const out = await fetch(`${a.base}/api/sign-out`, {
    method: 'POST',
    headers: { ...JSON_BODY, cookie },
    body: '{}',
  })
  expect(out.status).toBe(200)
  await there.until(it => it.bye)
  expect(there.bye?.kind).toBe('signed-out')
  await instructor.until(it => it.bye)
})

test('[L5][C16] a seat that is given to a second device ends the first one at another server', async () => {
  const opened = await aClass(a.base)
  const ines = [instruct(opened), instruct({ ...opened, browser: movedTo(b.base, opened.browser) })]
  const told = new Promise<{ claims: { id: string }[] }>(resolve => ines[1]?.socket.once('claims', resolve))
  await Promise.all(ines.map(each => each.until(it => it.console)))
  const bo = await join(b.base, opened.code, 'Bo')
  await bo.until(it => it.seat)
  const phone = new Browser(a.base)
  await phone.post('/api/claims', { code: opened.code, name: 'Bo' }, http.claimAsked)
  const [asked] = (await told).claims
  const answer = { claim: asked?.id, person: bo.person }
  await opened.browser.post(`/api/classes/${opened.classId}/claims`, answer, http.done)
  await bo.until(it => it.bye)
  expect(bo.bye?.kind).toBe('moved-on')
  // The new device may come to any of them.
  await phone.get('/api/claims/mine', http.claimMine)
  const there = seatAt(b.base, movedTo(b.base, phone), opened.classId, bo.seatHandle)
  await there.until(it => it.seat)
  for (const each of [...ines, there]) each.close()
})

test('[L5][C17] two entries are made one at one server: the device at another one comes back as who stays, and back again', async () => {
  const opened = await aClass(a.base)
  const instructor = instruct(opened)
  const ana = await join(a.base, opened.code, 'Ana')
  const again = await join(b.base, opened.code, 'Ana, new phone')
  await Promise.all([ana, again].map(each => each.until(it => it.seat)))
  await instructor.until(it => it.console?.people[again.person])
  await instructor.do('MergePeople', { from: again.person, into: ana.person })
  await again.until(it => it.seat?.me.person === ana.person)
  expect(again.names.get(ana.person)).toBe('Ana')
  await instructor.do('UndoMerge', { person: again.person })
  await again.until(it => it.seat?.me.person === again.person)
  expect(ana.bye).toBeUndefined()
  for (const each of [ana, again, instructor]) each.close()
})

test('[L5][C18] an instructor is let in at one server and works at another; taken out they are gone from it at once', async () => {
  const opened = await aClass(a.base)
  const bea = await signIn(b.base, { name: 'Bea', passcode: PASSCODE })
  const path = `/api/classes/${opened.classId}/instructors`
  const { instructors } = await opened.browser.get(path, http.classInstructors)
  const letIn = { instructor: instructors.find(({ name }) => name === 'Bea')?.id, on: true }
  await opened.browser.post(path, letIn, http.classInstructors)
  const there = instruct({ ...opened, browser: bea })
  await there.until(it => it.console)
  await there.do('LockClass', { locked: true })
  await opened.browser.post(path, { ...letIn, on: false }, http.classInstructors)
  await there.until(it => it.bye)
  expect(there.bye).toEqual({ kind: 'signed-out', say: 'You no longer look after this class.' })
  there.close()
})

test('[L1][L5] the wall and the phone of an instructor at another server: they see and do the same, and end when they are signed out', async () => {
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base)
  const wall = instruct({ ...opened, browser: movedTo(b.base, opened.browser) }, ['wall'])
  await speak(ana, 'seen from afar')
  await wall.until(it => Object.values(it.wall).some(cell => JSON.stringify(cell).includes('seen from afar')))
  // The code is made at one server and followed at the other.
  const { links } = await opened.browser.post(`/api/classes/${opened.classId}/remotes`, {}, http.remoteLink)
  const browser = new Browser(b.base)
  const { pathname, search } = new URL(links[0] ?? '')
  await browser.visit(pathname + search)
  const phone = instruct({ ...opened, browser })
  await phone.until(it => it.console)
  await phone.do('LockClass', { locked: true })
  await instructor.until(it => it.console?.class.locked)
  const ended = await fetch(`${a.base}/api/remotes`, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json', cookie: opened.browser.cookies ?? '' },
  })
  expect(ended.status).toBe(200)
  await phone.until(it => it.bye)
  for (const each of [instructor, ana, bo, wall, phone]) each.close()
})

test('[L6] typing reaches a partner at another server', async () => {
  const { instructor, ana, bo } = await sceneOfTwo(a.base, a.base, b.base)
  const seen = new Promise(resolve => bo.socket.once('typing', resolve))
  ana.socket.emit('typing', { on: true })
  expect(await seen).toEqual({ person: ana.person, on: true })
  for (const each of [ana, bo, instructor]) each.close()
})

test('[L2] a rewritten class goes on under its new epoch at every server', async () => {
  const opened = await aClass(a.base)
  const ines = [instruct(opened), instruct({ ...opened, browser: movedTo(b.base, opened.browser) })]
  await Promise.all(ines.map(each => each.until(it => it.console)))
  const { epoch } = await a.store.journal.rewrite(opened.classId, event => event)
  await Promise.all(ines.map(each => each.until(it => it.followed('console')?.cursor?.epoch === epoch)))
  const ana = await join(b.base, opened.code, 'Ana')
  await Promise.all(ines.map(each => each.until(it => it.console?.people[ana.person])))
  for (const each of [...ines, ana]) each.close()
})

test('[L2] a store that lost the newest events: another epoch, and every server and device goes on from what is there', async () => {
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base, b.base)
  await speak(ana, 'kept')
  const { seq } = (await a.store.journal.head(opened.classId)) ?? { seq: 0 }
  await speak(ana, 'lost')
  await speak(bo, 'lost too')
  await ana.until(it => linesOf(it).length === 3)
  await redis.goBack(opened.classId, seq)
  // The next command finds it out, is carried out on what is there, and another server's command after it too.
  expect(await speak(bo, 'after')).toMatchObject({ ok: true })
  expect(await speak(ana, 'and after')).toMatchObject({ ok: true })
  const wanted = ['kept', 'after', 'and after']
  await Promise.all([ana, bo].map(each => each.until(it => linesOf(it).at(-1) === wanted.at(-1))))
  expect([linesOf(ana), linesOf(bo)]).toEqual([wanted, wanted])
  for (const each of [ana, bo, instructor]) each.close()
})

test('[A7] a backup of Redis put back under new servers, which go further than a device had been: it gets a whole view', async () => {
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base)
  await speak(ana, 'kept')
  const { seq } = (await a.store.journal.head(opened.classId)) ?? { seq: 0 }
  await bo.until(it => linesOf(it).length === 1)
  const behind = bo.followed('seat')?.cursor
  await speak(ana, 'lost')
  await speak(ana, 'lost too')
  const ahead = ana.followed('seat')?.cursor
  for (const each of [ana, bo, instructor]) each.close()
  await Promise.all([a.server.stop(), b.server.stop()])
  await redis.goBack(opened.classId, seq)
  const c = await startNode(redis.url)
  try {
    const [bos, anas] = [bo, ana].map(each => seatAt(c.base, each.browser, opened.classId, each.seatHandle))
    if (bos === undefined || anas === undefined) throw new Error('no devices')
    await Promise.all([bos, anas].map(each => each.until(it => it.seat?.room)))
    for (const text of ['new 1', 'new 2', 'new 3']) await speak(bos, text)
    const answerTo = (device: typeof bos, cursor: typeof ahead) =>
      new Promise(resolve => {
        for (const name of ['snapshot', 'resumed']) device.socket.once(name, () => resolve(name))
        device.socket.emit('follow', { sub: 'seat', cursor })
      })
    expect(ahead?.upto).toBeLessThan((await c.store.journal.head(opened.classId))?.seq ?? 0)
    expect(await answerTo(anas, ahead)).toBe('snapshot')
    expect(await answerTo(bos, behind)).toBe('resumed')
    for (const each of [bos, anas]) each.close()
  } finally {
    await c.server.stop()
  }
})

test('[L2] events were lost and others stand in their place: a server that knew the lost ones finds it out, and all go on from what is there', async () => {
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base)
  await speak(ana, 'kept')
  const { seq, epoch } = (await a.store.journal.head(opened.classId)) ?? { seq: 0, epoch: '' }
  await speak(ana, 'lost')
  await bo.until(it => linesOf(it).length === 2)
  await redis.goBack(opened.classId, seq)
  // This server never knew what was lost; it writes more than that.
  const cy = seatAt(b.base, bo.browser, opened.classId, bo.seatHandle)
  await cy.until(it => linesOf(it).length === 1)
  for (const text of ['new 1', 'new 2', 'new 3']) expect(await speak(cy, text)).toMatchObject({ ok: true })
  // Whoever comes now waits until their server knows what is there.
  const again = seatAt(a.base, ana.browser, opened.classId, ana.seatHandle)
  const wanted = ['kept', 'new 1', 'new 2', 'new 3']
  const all = [ana, bo, cy, again]
  await Promise.all(all.map(each => each.until(it => linesOf(it).join() === wanted.join())))
  expect((await b.store.journal.head(opened.classId))?.epoch).not.toBe(epoch)
  expect(await speak(ana, 'and on')).toMatchObject({ ok: true })
  await Promise.all(all.map(each => each.until(it => linesOf(it).at(-1) === 'and on')))
  for (const each of [...all, instructor]) each.close()
})

test('[L7] long polling is refused with a sentence', async () => {
  const answer = await fetch(`${a.base}/socket.io/?EIO=4&transport=polling`)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ message: expect.stringContaining('websockets only') })
})
