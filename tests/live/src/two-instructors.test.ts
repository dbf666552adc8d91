import { isDeepStrictEqual } from 'node:util'
import { http } from '@evenkeel/protocol'
import { createMemoryStore } from '@evenkeel/server'
import { instruct, signIn } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { aClass, serverHere } from './harness/here.ts'
import { knock } from './harness/knock.ts'
import { PASSCODE } from './harness/parts.ts'
import { joinMany } from './harness/play.ts'

test('[R21] two consoles of one class move one person at once: one plan on both, and the second is told', async () => {
  const here = await serverHere()
  try {
    const opened = await aClass(here.base)
    const one = instruct(opened)
    const other = instruct(opened)
    await Promise.all([one, other].map(each => each.until(it => it.console)))
    const trainees = await joinMany(here.base, opened, 4, { reconnectAfter: 5 })
    await one.do('PlanRound', {})
    await other.until(it => it.console?.plan)
    const [first, second] = one.console?.plan?.rooms ?? []
    const mover = first?.seats.customer
    if (mover == null || first?.seats.officer == null || second?.seats.customer == null)
      throw new Error('no plan of two pairs')
    const answers = await Promise.all([
      one.act('SwapInPlan', { a: mover, b: second.seats.customer }),
      other.act('MoveInPlan', { person: mover, beside: first.seats.officer, seat: 'officer' }),
    ])
    const told = answers.filter(answer => !answer.ok)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ say: expect.stringMatching(/^[A-Z].+\.$/) })
    await expect.poll(() => isDeepStrictEqual(other.console?.plan, one.console?.plan)).toBe(true)
    for (const each of [one, other, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[R14] two consoles move one person at once in a running round: one seat on both, and who came second is told', async () => {
  const here = await serverHere()
  try {
    const opened = await aClass(here.base)
    const [one, other] = [instruct(opened), instruct(opened)]
    await Promise.all([one, other].map(each => each.until(it => it.console)))
    const trainees = await joinMany(here.base, opened, 6, { reconnectAfter: 5 })
    await one.do('PlanRound', {})
    await one.do('StartRound', { round: 1 })
    await other.until(it => it.console?.rooms['r1-2'])
    const seats = one.console?.rooms['r1-1']?.seats
    const moved = one.console?.rooms['r1-2']?.seats.customer ?? ''
    // The officer of spot 1 goes, and both consoles have somebody for that seat in the same moment.
    await one.do('SetAside', { person: seats?.officer ?? '' })
    await other.until(it => it.console?.rooms['r1-1']?.seats.officer === null)
    const rival = one.console?.rooms['r1-2']?.seats.officer ?? ''
    const answers = await Promise.all([
      one.act('SeatPerson', { person: moved, room: 'r1-1', seat: 'officer' }),
      other.act('SeatPerson', { person: moved, room: 'r1-1', seat: 'officer' }),
      other.act('SeatPerson', { person: rival, room: 'r1-1', seat: 'officer' }),
    ])
    const told = answers.filter(answer => !answer.ok)
    expect(told).toHaveLength(2)
    for (const answer of told)
      expect(answer).toMatchObject({ kind: 'taken', say: expect.stringMatching(/^[A-Z].+\.$/) })
    await expect.poll(() => isDeepStrictEqual(other.console?.rooms, one.console?.rooms)).toBe(true)
    const rooms = Object.values(one.console?.rooms ?? {})
    const everybody = rooms.flatMap(room => [
      room.seats.customer,
      room.seats.officer,
      ...room.seats.observers,
    ])
    const seated = everybody.filter(person => person !== null)
    expect(new Set(seated).size).toBe(seated.length)
    for (const each of [one, other, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[C18][V27] an instructor is let in, acts under their own name, and is sent away the moment they are taken out', async () => {
  const here = await serverHere()
  try {
    const owner = await aClass(here.base, {}, 'Olga')
    const opened = await aClass(here.base, {}, 'Ines')
    const browser = await signIn(here.base, { name: 'Bea', passcode: PASSCODE })
    const as = { kind: 'instructor' } as const
    const door = () => knock(here.base, { class: opened.classId, as, cookie: browser.cookies })
    expect(await door()).toEqual({ kind: 'not-allowed', say: expect.stringContaining('let you in') })
    const path = `/api/classes/${opened.classId}/instructors`
    const { instructors } = await opened.browser.get(path, http.classInstructors)
    const bea = instructors.find(({ name }) => name === 'Bea')?.id
    await opened.browser.post(path, { instructor: bea, on: true }, http.classInstructors)
    const console = instruct(opened)
    const other = instruct({ ...opened, browser })
    await Promise.all([console, other].map(each => each.until(it => it.console)))
    const trainees = await joinMany(here.base, opened, 4, { reconnectAfter: 5 })
    await other.do('PlanRound', {})
    await other.do('StartRound', { round: 1 })
    await console.until(it => it.console?.deeds.at(-1)?.what === 'started')
    const by = console.console?.deeds.at(-1)?.by ?? ''
    expect(console.names.get(by)).toBe('Bea')
    await other.do('SeatPerson', { person: by, room: 'r1-1', seat: 'observer' })
    await console.until(it => it.console?.rooms['r1-1']?.seats.observers.includes(by))
    // ---- taken out: the socket goes, the seat is free, and the door is shut
    await opened.browser.post(path, { instructor: bea, on: false }, http.classInstructors)
    await other.until(it => it.bye)
    expect(other.bye).toEqual({ kind: 'signed-out', say: 'You no longer look after this class.' })
    await console.until(it => it.console?.rooms['r1-1']?.seats.observers.length === 0)
    expect(console.console?.deeds.at(-1)).toMatchObject({ what: 'set-aside', person: by })
    expect(await door()).toMatchObject({ kind: 'not-allowed' })
    // ---- in again, as the same person
    await opened.browser.post(path, { instructor: bea, on: true }, http.classInstructors)
    const again = instruct({ ...opened, browser })
    await again.until(it => it.console?.people[by]?.standing === 'present')
    for (const each of [console, other, again, instruct(owner), ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[C18] who is taken out while their handshake is under way is sent away when it is through', async () => {
  const memory = createMemoryStore()
  let reached = () => {}
  const held: { until?: Promise<void> } = {}
  const journal = new Proxy(memory.journal, {
    get(target, name) {
      const own = Reflect.get(target, name)
      if (typeof own !== 'function') return own
      const bound = own.bind(target)
      if (name !== 'append') return bound
      return async (...args: unknown[]) => {
        reached()
        await held.until
        return bound(...args)
      }
    },
  })
  const here = await serverHere({ store: { ...memory, journal } })
  try {
    const opened = await aClass(here.base, {}, 'Ines')
    const browser = await signIn(here.base, { name: 'Bea', passcode: PASSCODE })
    const path = `/api/classes/${opened.classId}/instructors`
    const { instructors } = await opened.browser.get(path, http.classInstructors)
    const bea = instructors.find(({ name }) => name === 'Bea')?.id
    await opened.browser.post(path, { instructor: bea, on: true }, http.classInstructors)
    let goOn = () => {}
    held.until = new Promise(resolve => {
      goOn = resolve
    })
    // Her arrival is being written: she may come in, and is not in yet.
    const arriving = new Promise<void>(resolve => {
      reached = resolve
    })
    const other = instruct({ ...opened, browser })
    await arriving
    await opened.browser.post(path, { instructor: bea, on: false }, http.classInstructors)
    goOn()
    await other.until(it => it.bye)
    expect(other.bye).toEqual({ kind: 'signed-out', say: 'You no longer look after this class.' })
    other.close()
  } finally {
    await here.stop()
  }
}, 30_000)
