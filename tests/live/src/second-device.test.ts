import { randomUUID } from 'node:crypto'
import { http } from '@evenkeel/protocol'
import { Browser, instruct, Simulant } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { serverHere } from './harness/here.ts'
import { aScene } from './harness/scene.ts'

/** What a console was told of seats that are asked for; the newest last. */
function claimsTold(instructor: Simulant): { id: string; people: string[] }[][] {
  const told: { id: string; people: string[] }[][] = []
  instructor.socket.on('claims', ({ claims }) => told.push(claims))
  return told
}

function device(browser: Browser, classId: string, seat: string): Simulant {
  const made = new Simulant({ browser, classId, as: { kind: 'seat', seat }, newId: () => randomUUID() })
  made.follow('seat')
  return made
}

test('[C16] a yes: the second device goes on in the scene, the first is sent away and stays away', async () => {
  const here = await serverHere()
  const shared = new Browser(here.base)
  try {
    const { opened, customer, instructor, trainees } = await aScene(here, { browser: shared })
    const told = claimsTold(instructor)
    const name = customer.names.get(customer.person) ?? ''
    const phone = new Browser(here.base)
    await phone.post('/api/claims', { code: opened.code, name }, http.claimAsked)
    await expect.poll(() => told.at(-1)?.[0]?.people).toEqual([customer.person])
    const claim = told.at(-1)?.[0]?.id
    const answer = { claim, person: customer.person }
    await opened.browser.post(`/api/classes/${opened.classId}/claims`, answer, http.done)
    await customer.until(it => it.bye)
    expect(customer.bye).toMatchObject({ kind: 'moved-on', say: 'Your seat moved to another device.' })
    await expect.poll(() => told.at(-1)).toEqual([])
    const mine = await phone.get('/api/claims/mine', http.claimMine)
    expect(mine).toEqual({ state: 'given', class: opened.classId, seat: customer.seatHandle })
    const there = device(phone, opened.classId, customer.seatHandle)
    await there.until(it => it.seat?.room?.phase.name === 'scene')
    expect(there.seat?.room?.seat).toBe('customer')
    // The first device comes back with its old cookie.
    const old = device(shared, opened.classId, customer.seatHandle)
    const refused = await new Promise<unknown>(resolve =>
      old.socket.once('connect_error', error => resolve('data' in error ? error.data : undefined)),
    )
    expect(refused).toEqual({ kind: 'moved-on', say: 'Your seat moved to another device.' })
    for (const each of [there, old, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[C16] who follows the console later is told of a request that waits; nobody else ever is', async () => {
  const here = await serverHere()
  try {
    const { opened, officer, instructor, trainees } = await aScene(here)
    const heard: unknown[] = []
    for (const each of trainees) each.socket.on('claims', told => heard.push(told))
    const name = officer.names.get(officer.person) ?? ''
    const body = { code: opened.code, name }
    await new Browser(here.base).post('/api/claims', body, http.claimAsked)
    const unknown = { code: opened.code, name: 'Nobody at all' }
    await new Browser(here.base).post('/api/claims', unknown, http.claimAsked)
    const later = instruct(opened)
    const told = claimsTold(later)
    await expect.poll(() => told.at(-1)?.map(({ people }) => people)).toEqual([[officer.person]])
    expect(heard).toEqual([])
    for (const each of [later, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[C7] [C16] removed by mistake and brought back: in again by "That\'s my seat"; who was blocked by coming again', async () => {
  const here = await serverHere()
  const shared = new Browser(here.base)
  try {
    const { opened, customer, officer, instructor, trainees } = await aScene(here, { browser: shared })
    const told = claimsTold(instructor)
    for (const [person, block] of [
      [customer, false],
      [officer, true],
    ] as const) {
      await instructor.do('RemovePerson', { person: person.person, block })
      await person.until(it => it.bye)
      await instructor.do('BringBack', { person: person.person })
    }
    const phone = new Browser(here.base)
    const name = customer.names.get(customer.person) ?? ''
    await phone.post('/api/claims', { code: opened.code, name }, http.claimAsked)
    await expect.poll(() => told.at(-1)?.[0]?.people).toEqual([customer.person])
    const answer = { claim: told.at(-1)?.[0]?.id, person: customer.person }
    await opened.browser.post(`/api/classes/${opened.classId}/claims`, answer, http.done)
    const { seat } = await phone.get('/api/claims/mine', http.claimMine)
    const there = device(phone, opened.classId, seat ?? '')
    const again = device(shared, opened.classId, officer.seatHandle)
    for (const each of [there, again]) {
      await each.until(it => it.seat?.me.standing === 'present')
      expect(each.seat?.room).toBeNull()
    }
    for (const each of [there, again, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)
