import {
  instruct,
  joinClass,
  openClass,
  Simulant,
  Browser as SimulatedBrowser,
  signIn,
} from '@evenkeel/simulant'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { Console } from './harness/console.ts'
import { PASSCODE } from './harness/server-process.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms, Trainee } from './harness/trainee.ts'
import { linesArrive } from './harness/typed-seat.ts'

const { play } = words
const RIGHT_TO_LEFT = 'عبد الرحمن القحطاني'
const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter'
const MANY_LINES = 600
/** A server takes so many commands a second from one connection. */
const CONNECTIONS = 8

const part = story()
let room: Classroom
let seated: Seated

beforeAll(async () => {
  room = await Classroom.open({ place: 'remote', people: [UNBROKEN.slice(0, 60), RIGHT_TO_LEFT] })
})
afterAll(() => room?.leave())

const isNoWider = async ({ page }: Trainee): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBeLessThanOrEqual(0)
}

part('names without an end, and from right to left', async () => {
  const { ines, people } = room
  await ines.plans()
  await ines.onlyISeeIt()
  await ines.startsRound()
  const [only] = await seatedRooms(people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  for (const person of people) await isNoWider(person)
  expect(await ines.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  for (const person of people) await person.getsReady()
  await room.all('scene')
})

part('lines that are too long, show nothing, or are only emoji', async () => {
  const { customer, officer } = seated
  const field = customer.page.getByLabel(play.scene.sayHint)
  await field.fill('a'.repeat(10_000))
  await customer.sees(play.scene.tooLong(1_000, 9_000))
  await customer.page.keyboard.press('Enter')
  expect((await field.inputValue()).length).toBe(10_000)

  await customer.says('🙂🙃👩‍👩‍👧‍👦')
  await customer.says(UNBROKEN)
  expect((await linesArrive(officer.page, 2)).map(line => line.split(': ').at(-1))).toEqual([
    '🙂🙃👩‍👩‍👧‍👦',
    UNBROKEN,
  ])
  // Nothing but zero-width characters is no line, and stays where it was written.
  await field.fill('\u200B\u200D\u200B')
  await customer.page.keyboard.press('Enter')
  expect(await field.inputValue()).not.toBe('')
  await customer.says('مرحبا يا سيدي')
  expect(await linesArrive(officer.page, 3)).toHaveLength(3)
  for (const person of room.people) await isNoWider(person)
})

part('the back button leads out and in again in every phase, and nothing is lost', async () => {
  const { customer, officer } = seated
  const outAndIn = async (screen: Parameters<Trainee['at']>[0]) => {
    await customer.at(screen)
    const { page } = customer
    await page.goBack()
    await page.getByRole('button', { name: words.join.continueAs(customer.name) }).click()
    await customer.at(screen)
  }
  await outAndIn('scene')
  expect(await linesArrive(customer.page, 3)).toEqual(await linesArrive(officer.page, 3))
  await officer.callsTimeOut()
  await outAndIn('time-out')
  await officer.press(play.timeOut.resume)
  await room.all('scene')
  for (const step of ['wrap-up', 'step-out'] as const) await room.ines.next(step)
  await outAndIn('step-out')
  for (const person of room.people) await person.press(play.stepOut.ready)
  await outAndIn('rating')
  for (const person of room.people) await person.rates(3)
  await outAndIn('debrief')
  await room.ines.next('done')
  await outAndIn('done')
})

part(
  'typing stays smooth under 600 lines',
  async () => {
    const browser = await signIn(room.server.base, { name: 'Second', passcode: PASSCODE })
    const opened = await openClass(browser, { title: 'Long talk', place: 'remote' })
    const instructor = instruct(opened)
    const joins = async (name: string) => {
      const device = new SimulatedBrowser(room.server.base)
      return { device, player: await joinClass(room.server.base, opened.code, name, { browser: device }) }
    }
    const players = [await joins('Cleo'), await joins('Olaf')]
    await instructor.until(({ console: seen }) => Object.keys(seen?.people ?? {}).length >= 2)
    await instructor.do('PlanRound', {})
    await instructor.do('StartRound', { round: 1 })
    for (const { player } of players) {
      const place = await player.until(({ place }) => place)
      await player.do('Ready', { place })
    }
    await players[0]?.player.until(({ seat }) => seat?.room?.phase.name === 'scene')
    const [writer] = players.filter(({ player }) => player.place?.seat === 'customer')
    if (writer === undefined) throw new Error('nobody is the customer')

    const phone = await Trainee.arrive(room.browser, 'Cleo')
    const { device, player } = writer
    await phone.takesSeat(room.server.base, opened.classId, player.seatHandle, device.cookies ?? '')
    await phone.at('scene')
    const few = await typingCosts(phone.page)

    // More connections of the same seat, so that it does not take half a minute.
    const hands = Array.from({ length: CONNECTIONS }, () =>
      new Simulant({
        browser: device,
        classId: opened.classId,
        as: { kind: 'seat', seat: player.seatHandle },
        newId: () => crypto.randomUUID(),
      }).follow('seat'),
    )
    const { place } = player
    if (place === undefined) throw new Error('the scene is over')
    // One after the other on each connection: a hundred at once would be taken for a flood.
    await Promise.all(
      hands.map(async (hand, first) => {
        for (let n = first; n < MANY_LINES; n += CONNECTIONS) {
          await hand.do('Speak', { place, how: 'say', text: `Line ${n} of a long talk.` })
        }
      }),
    )
    const shown = await linesArrive(phone.page, MANY_LINES)
    expect(new Set(shown).size).toBe(MANY_LINES)
    const many = await typingCosts(phone.page)
    const said = (costs: Costs) =>
      `${costs.ms.toFixed(0)} ms of work for ${LETTERS} letters, ${costs.longTasks} tasks over 50 ms`
    console.log(`under no lines ${said(few)}; under ${MANY_LINES} ${said(many)}`)
    // The log is not drawn again for a letter, and a letter does not cost many times as much, or next to nothing.
    expect(many.redrawn).toBe(0)
    expect(many.ms).toBeLessThan(Math.max(4 * few.ms, 4 * LETTERS))
    for (const each of [...hands, ...players.map(known => known.player), instructor]) each.close()
    expect(phone.watch.troubles).toEqual([])
  },
  120_000,
)

part(
  'two hundred people in a class, the instructor among them, and one more',
  async () => {
    const second = await Console.arrive(room.browser, 'Ines')
    await second.signsIn(room.server.base)
    const code = await second.opensClass('Everybody', 'same-room')
    const crowd = []
    for (let n = 1; n <= 199; n += 1) crowd.push(await joinClass(room.server.base, code, `Trainee ${n}`))
    await second.counts(199)
    const late = await Trainee.arrive(room.browser, 'Zofia')
    late.watch.expects(/40\d|422/)
    await late.page.goto(`${room.server.base}/j/${code}`)
    await late.page.getByLabel(words.join.name, { exact: true }).fill('Zofia')
    await late.press(words.join.join)
    await late.page
      .getByRole('alert')
      .filter({ hasText: /\w+ .*\./ })
      .waitFor()
    for (const each of crowd) each.close()
    expect([...second.watch.troubles, ...late.watch.troubles]).toEqual([])
  },
  120_000,
)

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

const LETTERS = 60

interface Costs {
  /** The page's own work while the letters were typed. */
  readonly ms: number
  readonly longTasks: number
  /** Nodes of the log that were touched. */
  readonly redrawn: number
}

async function typingCosts(page: Page): Promise<Costs> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const workOf = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const value = (name: string) => metrics.find(metric => metric.name === name)?.value ?? 0
    return 1_000 * (value('ScriptDuration') + value('LayoutDuration') + value('RecalcStyleDuration'))
  }
  await page.evaluate(() => {
    const counts = { longTasks: 0, redrawn: 0 }
    new PerformanceObserver(seen => {
      counts.longTasks += seen.getEntries().length
    }).observe({ type: 'longtask' })
    const log = document.querySelector('[role=log]')
    if (log !== null) {
      new MutationObserver(seen => {
        counts.redrawn += seen.length
      }).observe(log, { subtree: true, childList: true, characterData: true, attributes: true })
    }
    Object.assign(window, { counts })
  })
  const field = page.getByLabel(play.scene.sayHint)
  await field.click()
  const before = await workOf()
  await page.keyboard.type('x'.repeat(LETTERS))
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
  const ms = (await workOf()) - before
  const counts = await page.evaluate(
    () => (window as unknown as { counts: { longTasks: number; redrawn: number } }).counts,
  )
  await field.fill('')
  return { ms, ...counts }
}
