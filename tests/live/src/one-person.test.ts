import { http } from '@evenkeel/protocol'
import { Browser, joinClass, type OpenedClass } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { serverHere } from './harness/here.ts'
import { aScene, linesOf } from './harness/scene.ts'

/** Somebody who is in the class already joins as somebody else. */
async function cameAgain({ browser: { base }, code }: OpenedClass, browser = new Browser(base)) {
  const again = await joinClass(base, code, 'Typed otherwise', { browser, reconnectAfter: 5 })
  again.follow('seat')
  await again.until(it => it.seat)
  return again
}

test('[C17] a customer whose phone died came in again: made one, the new phone has the seat, the lines and the scene', async () => {
  const here = await serverHere()
  const phones = [new Browser(here.base), new Browser(here.base)] as const
  try {
    const { opened, customer, officer, instructor, trainees } = await aScene(here, { browser: phones[0] })
    const place = { room: 'r1-1', scene: 'r1-1.1', seat: 'customer' } as const
    await customer.do('Speak', { place, how: 'say', text: 'I have been waiting.' })
    const before = customer.person
    const again = await cameAgain(opened, phones[1])
    await instructor.until(it => it.console?.people[again.person])
    const called = await again.act('CallHelp', {}, 'called-before')
    expect(called).toMatchObject({ ok: true })
    // ---- the old entry stays; the new phone comes back by itself as that one, with a whole view
    const told = new Promise(resolve => again.socket.once('bye', resolve))
    await instructor.do('MergePeople', { from: again.person, into: before })
    await again.until(it => it.seat?.me.person === before)
    expect(await told).toMatchObject({ kind: 'moved-on', again: 100 })
    expect(again.bye).toBeUndefined()
    expect(again.seat?.room?.seat).toBe('customer')
    await again.do('Speak', { place, how: 'say', text: 'Now from my new phone.' })
    await officer.until(it => linesOf(it)?.length === 2)
    expect(officer.seat?.room?.scenes[0]?.lines.map(line => line.by)).toEqual([before, before])
    // The first phone is still theirs too.
    await customer.until(it => it.seat?.room?.scenes[0]?.lines.length === 2)
    expect(customer.bye).toBeUndefined()
    // What it sent before and had no answer to is not done again under the other id.
    await instructor.do('EndHelp', { person: before })
    expect(await again.act('CallHelp', {}, 'called-before')).toEqual(called)
    expect(instructor.console?.people[before]?.help).toBeNull()
    // ---- http answers for the one that stays
    const seats = (await phones[1].get(`/api/codes/${opened.code}`, http.codeAnswer)).seats
    expect(seats).toMatchObject([{ seat: again.seatHandle, person: before }])
    // ---- it did something since, so it stays one person
    const undone = await instructor.act('UndoMerge', { person: again.person })
    expect(undone).toMatchObject({ ok: false, kind: 'moved-on' })
    for (const each of [again, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[C17] a phone that slept meanwhile comes back as who it is now, and after an undo as who it was', async () => {
  const here = await serverHere()
  try {
    const { opened, customer, instructor, trainees } = await aScene(here)
    const again = await cameAgain(opened)
    const first = again.person
    again.socket.disconnect()
    await instructor.do('MergePeople', { from: first, into: customer.person })
    again.socket.connect()
    await again.until(it => it.seat?.me.person === customer.person)
    expect(again.seat?.room?.seat).toBe('customer')
    await instructor.do('UndoMerge', { person: first })
    await again.until(it => it.seat?.me.person === first)
    expect(again.seat?.room).toBeNull()
    expect(customer.seat?.room?.seat).toBe('customer')
    // ---- refused in words, on the wire too
    const [one, other] = trainees
    const refused = await instructor.act('MergePeople', {
      from: one?.person ?? '',
      into: other?.person ?? '',
    })
    expect(refused).toMatchObject({
      ok: false,
      kind: 'taken',
      say: expect.stringContaining('spot 1 in round 1'),
    })
    for (const each of [again, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[C16][C17] a seat that is asked for by either name ends every device of the two entries', async () => {
  const here = await serverHere()
  try {
    const { opened, customer, instructor, trainees } = await aScene(here)
    const again = await cameAgain(opened)
    await instructor.do('MergePeople', { from: again.person, into: customer.person })
    await again.until(it => it.seat?.me.person === customer.person)
    const third = new Browser(here.base)
    const told = new Promise<{ claims: { id: string; people: string[] }[] }>(resolve =>
      instructor.socket.once('claims', resolve),
    )
    // By the name of the entry that went.
    await third.post('/api/claims', { code: opened.code, name: 'typed  OTHERWISE' }, http.claimAsked)
    const [asked] = (await told).claims
    expect(asked?.people).toEqual([customer.person])
    const answer = { claim: asked?.id, person: customer.person }
    await opened.browser.post(`/api/classes/${opened.classId}/claims`, answer, http.done)
    const say = 'Your seat moved to another device.'
    for (const old of [customer, again]) {
      await old.until(it => it.bye?.again === undefined && it.bye !== undefined)
      expect(old.bye).toEqual({ kind: 'moved-on', say })
    }
    for (const each of [again, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)
