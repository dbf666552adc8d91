import { createHash } from 'node:crypto'
import { type RoomId, wallCell } from '@evenkeel/classroom'
import { instruct, type Simulant } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { serverHere } from './harness/here.ts'
import { placeOf } from './harness/play.ts'
import { aScene, stateHere } from './harness/scene.ts'

const helpIn = (screen: Simulant) => screen.wall['r1-1' as RoomId]?.help
const FRAME = 250

test('[V16] a screen that comes between two frames is not left with what is no longer so', async () => {
  const here = await serverHere()
  try {
    const { opened, customer, officer, instructor, trainees } = await aScene(here)
    const first = instruct(opened, ['console', 'wall'])
    await first.until(helpIn)
    await officer.do('CallHelp', {})
    here.clock.advance(FRAME)
    await first.until(it => helpIn(it)?.length === 1)

    await customer.do('CallHelp', {})
    const second = instruct(opened, ['console', 'wall'])
    await second.until(it => helpIn(it)?.length === 2)
    await customer.do('EndHelp', { person: customer.person })
    here.clock.advance(FRAME)
    await second.until(it => helpIn(it)?.length === 1)
    expect(helpIn(second)).toEqual(helpIn(first))
    for (const each of [first, second, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[V22] the frames that a wall was sent, folded, are the cells of the class', async () => {
  const here = await serverHere()
  try {
    const { opened, customer, officer, observer, instructor, trainees } = await aScene(here)
    const screen = instruct(opened, ['console', 'wall'])
    await screen.until(helpIn)
    for (let turn = 1; turn <= 25; turn++) {
      await customer.do('Speak', { place: placeOf(customer), how: 'say', text: `Line ${turn}` })
      await customer.do('SetTemperature', { place: placeOf(customer), level: turn % 2 === 0 ? 6 : 7 })
      if (turn % 5 === 0) await observer.do('Mark', { place: placeOf(observer), mark: 'hurt' })
      here.clock.advance(turn % 3 === 0 ? FRAME : 100)
    }
    await officer.do('CallHelp', {})
    here.clock.advance(FRAME)
    const last = await stateHere(here, opened.classId)
    const cells = (last.round?.rooms ?? []).map(room => wallCell(last, room))
    await screen.until(it => helpIn(it)?.length === 1)
    expect(hashOf(Object.values(screen.wall))).toBe(hashOf(cells))
    for (const each of [screen, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[V21] a wall is told of whom there is no sign, and when there is one again', async () => {
  const here = await serverHere()
  try {
    const { opened, customer, instructor, trainees } = await aScene(here)
    const screen = instruct(opened, ['console', 'wall'])
    await screen.until(helpIn)
    customer.close()
    await screen.until(it => it.presence.get(customer.person) === 'away')
    const lostAt = here.clock.now()
    here.clock.advance(2_000)
    await screen.until(it => it.signs[customer.person]?.state === 'away')
    expect(screen.signs[customer.person]?.since).toBe(lostAt)
    here.clock.advance(31_000)
    await screen.until(it => it.signs[customer.person]?.state === 'gone')
    for (const each of [screen, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

test('[V21] a connection that stands and says nothing for ten seconds is unsure, while presence says here', async () => {
  const here = await serverHere()
  try {
    const { opened, customer, instructor, trainees } = await aScene(here)
    const screen = instruct(opened, ['console', 'wall'])
    await screen.until(helpIn)
    const heardAt = here.clock.now()
    here.clock.advance(10_000)
    here.clock.advance(FRAME)
    await screen.until(it => it.signs[customer.person]?.state === 'unsure')
    expect(screen.signs[customer.person]?.since).toBeLessThanOrEqual(heardAt)
    expect(screen.presence.get(customer.person)).toBe('here')
    await customer.do('CallHelp', {})
    here.clock.advance(2_000)
    await screen.until(it => it.signs[customer.person] === undefined)
    for (const each of [screen, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)

/** The same for the same values, in whatever order an object was put together. */
const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex')
const sorted = (_key: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
