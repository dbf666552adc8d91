import { afterAll, beforeAll, expect } from 'vitest'
import { radioWords as radio } from '../../../apps/web/src/words/en/radio.ts'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { Console } from './harness/console.ts'
import { troublesOf } from './harness/person.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms, Trainee } from './harness/trainee.ts'

/* Ines opens the class; Tove, who owns the deployment, looks after it too, from a laptop of his own. */

const { console: say } = words
const { bar, scene, timeOut } = words.play
const part = story()
let room: Classroom
let tove: Console
let cara: Console
let seated: readonly Seated[]

beforeAll(async () => {
  room = await Classroom.unlock({ people: ['Mira', 'Jonas', 'Odile', 'Fatou'] })
  const { base, ines, people, browser } = room
  tove = await Console.arrive(browser, 'Tove')
  // Whoever signs in first owns the deployment, and may see every class.
  await tove.signsIn(base)
  await ines.signsIn(base)
  room.code = await ines.opensClass('Evening shift', 'same-room')
  for (const person of people) await person.join(base, room.code)
  await ines.counts(people.length)
}, 120_000)
afterAll(() => room?.leave())

/** Opens the sheet of a person and chooses a seat, without pressing yet. */
async function chooses({ page }: Console, person: string, spot: string, seat: string): Promise<void> {
  await page.getByRole('button', { name: say.seats.moveName(person), exact: true }).click()
  const where = page.getByLabel(say.seats.where, { exact: true })
  const label = await where.locator('option').filter({ hasText: spot }).first().textContent()
  await where.selectOption({ label: label ?? '' })
  await page.getByRole('radio', { name: new RegExp(`^${seat}`) }).check({ force: true })
}

part('both see the same people and the same plan', async () => {
  const { ines, base } = room
  await tove.page.goto(`${base}/console/`)
  await tove.press(say.classes.go)
  await tove.counts(4)
  await ines.plans()
  await ines.onlyISeeIt()
  await tove.onlyISeeIt()
  await expect.poll(() => tove.planned(), { timeout: 20_000 }).toEqual(await ines.planned())
})

part('[R21] both move one person at once: one plan stands on both', async () => {
  const { ines } = room
  const before = await ines.planned()
  const [first = ''] = before
  const [customer = ''] = first.split(', ')
  const { customer: plays, officer } = words.roles
  await chooses(ines, customer, say.rooms.spot(2), plays)
  await chooses(tove, customer, say.rooms.spot(2), officer)
  await Promise.all([ines, tove].map(each => each.press(say.seats.swap)))
  await expect.poll(() => ines.planned(), { timeout: 20_000 }).not.toEqual(before)
  // The sheet of who was heard closes by itself; that of who was not says why, and is closed.
  const left = async ({ page }: Console) => {
    const sheet = page.getByRole('dialog')
    const told = sheet.getByRole('alert').filter({ hasText: /\w/ })
    const settled = async () => (await sheet.count()) === 0 || (await told.count()) > 0
    await expect.poll(settled, { timeout: 20_000 }).toBe(true)
    if ((await sheet.count()) > 0) await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  }
  for (const each of [ines, tove]) await left(each)
  const alike = async () => `${await tove.planned()}` === `${await ines.planned()}`
  await expect.poll(alike, { timeout: 20_000 }).toBe(true)
  const seats = (await tove.planned()).flatMap(row => row.split(', '))
  for (const { name } of room.people) expect(seats.filter(each => each === name)).toHaveLength(1)
})

part('a name that is dragged onto another changes places with it, on both screens', async () => {
  const { ines } = room
  const before = await ines.planned()
  const [first = '', second = ''] = before
  const [dragged = '', onto = ''] = [first.split(', ')[0], second.split(', ')[1]]
  const name = (of: string) => ines.button(say.seats.moveName(of))
  await name(dragged).dragTo(name(onto))
  const swapped = before.map(row =>
    row
      .split(', ')
      .map(each => (each === dragged ? onto : each === onto ? dragged : each))
      .join(', '),
  )
  for (const each of [ines, tove]) {
    await expect.poll(() => each.planned(), { timeout: 20_000 }).toEqual(swapped)
  }
})

part('what one of them does is on the other’s screen', async () => {
  const { ines } = room
  await tove.startsRound()
  await room.all('briefing')
  seated = await seatedRooms(room.people)
  await ines.next('scene')
  await room.all('scene')
  await tove.button(say.next['wrap-up'] ?? '').waitFor()
  await ines.looksInto(1)
  await tove.looksInto(1)
  await tove.press(say.room.helped)
  await ines.sees(say.room.marks(1, 0))
  // [V27] Who did what can be read on both.
  for (const each of [ines, tove]) {
    await each.opens(say.deeds.title)
    await each.sees(say.deeds.did.started)
    await each.sees(say.deeds.did.next)
  }
})

part(
  '[S4] an officer is on the radio: the first answer is heard, what was typed too late is told',
  async () => {
    const { ines } = room
    const [{ officer, customer } = {}] = seated
    if (!officer || !customer) throw new Error('nobody plays at spot 1')
    await ines.press(say.settings.open)
    await ines.page.getByRole('checkbox', { name: radio.setting }).check({ force: true })
    await ines.press(say.settings.save)
    await ines.button(say.settings.save).waitFor({ state: 'hidden' })
    const own = ({ page }: Console) => page.getByLabel(radio.own, { exact: true })
    /** The clock stands at once: the card answers for nobody who types slowly. */
    const calls = async () => {
      await officer.press(scene.radio)
      await officer
        .find('button', new RegExp(`^${scene.call('')}`))
        .first()
        .click()
      await customer.callsTimeOut()
    }
    await calls()
    await own(tove).fill('She is on her way.')
    await ines.press(radio.giveCard)
    await tove.page.getByText('“She is on her way.”', { exact: true }).waitFor()
    await tove.press(radio.put)
    await customer.press(timeOut.resume)
    // Who looks at the orders has not read the answer.
    await officer.press(scene.orders)
    await officer.press(bar.close)
    await officer.press(scene.radioAnswered)
    await officer.press(bar.close)
    await calls()
    await own(ines).fill('Ten minutes, not more.')
    await ines.press(radio.send)
    await customer.press(timeOut.resume)
    await officer.press(scene.radioAnswered)
    await officer.sees('Ten minutes, not more.')
    expect(await officer.page.getByText(scene.onTheLine, { exact: true }).count()).toBe(0)
    await officer.press(bar.close)
    await officer.page.reload()
    await officer.button(scene.radio).waitFor()
    await tove.sees(radio.live)
  },
)

part('[C18] a third one is let in by name, and is sent away when she is taken out', async () => {
  const { ines, base, browser } = room
  cara = await Console.arrive(browser, 'Cara')
  await cara.signsIn(base)
  await cara.sees(say.classes.none)
  await ines.press(say.instructors.open)
  await ines.press(say.instructors.letIn('Cara'))
  await ines.sees(say.instructors.parts['let-in'])
  // Her line is in the other list now, and the keyboard went with it.
  await ines.page.locator('li:focus', { hasText: 'Cara' }).waitFor()
  await cara.page.reload()
  await cara.press(say.classes.go)
  await cara.counts(4)
  await ines.press(say.instructors.takeOut('Cara'))
  await ines.press(say.instructors.reallyOut('Cara'))
  await cara.sees(`${say.class.gone} You no longer look after this class.`)
  await ines.page.keyboard.press('Escape')
})

part('[C17] Mira’s phone died and she came in again: made one, the new phone shows her scene', async () => {
  const { ines, base, browser } = room
  const again = await Trainee.arrive(browser, 'Mira two')
  await again.join(base, room.code)
  const line = ines.page
    .locator('details')
    .filter({ has: ines.page.getByText('Mira', { exact: true }) })
    .last()
  await line.locator('summary').click()
  await line.getByRole('button', { name: say.cameTwice.twice, exact: true }).click()
  await line.getByLabel(say.cameTwice.twiceWho('Mira'), { exact: true }).selectOption({ label: 'Mira two' })
  await line.getByRole('button', { name: say.cameTwice.twiceGo, exact: true }).click()
  await tove.sees(say.cameTwice.oneNow('Mira two', 'Mira'))
  await line.getByLabel(say.cameTwice.twiceWho('Mira'), { exact: true }).waitFor({ state: 'detached' })
  await again.at('scene')
  expect([...room.troubles(), ...troublesOf([tove, cara, again])]).toEqual([])
})
