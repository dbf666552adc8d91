import type { Locator } from 'playwright-core'
import { words } from '../../../../apps/web/src/words/en.ts'
import { Person } from './person.ts'

const play = words.play

export type Seat = 'customer' | 'officer' | 'observer'

/** What a trainee's screen can show, by the one thing on it that nothing else has. */
export type Screen =
  | 'waiting'
  | 'briefing'
  | 'scene'
  | 'time-out'
  | 'step-out'
  | 'rating'
  | 'debrief'
  | 'stopped'
  | 'done'
  | 'closed'

const SEATS: readonly Seat[] = ['customer', 'officer', 'observer']

/** Somebody who learns, with a phone. The verbs are what they would say they do. */
export class Trainee extends Person {
  /** Waits until the screen is there, whatever seat they have. */
  async at(screen: Screen): Promise<void> {
    await this.#sign(screen).first().waitFor()
  }

  #sign(screen: Screen): Locator {
    const titled = (...titles: readonly string[]) =>
      this.page.getByRole('heading').filter({ hasText: anyOf(titles) })
    switch (screen) {
      case 'waiting':
        return titled(play.waitingTitle)
      case 'briefing':
        return titled(...SEATS.map(seat => words.roles[seat]))
      case 'scene':
        return titled(play.scene.eyesUp)
          .or(this.button(play.scene.hotter))
          .or(this.button(play.scene.helped))
          .or(this.page.getByRole('log', { name: play.scene.transcript }))
      case 'time-out':
        return titled(play.timeOut.title)
      case 'step-out':
        return titled(play.stepOut.title)
      case 'rating':
        return titled(play.rating.title, play.rating.titleOfficer, play.rating.titleCustomer)
      case 'debrief':
        return titled(play.debrief.title)
      case 'stopped':
        return titled(play.stopped.title)
      case 'done':
        return titled(play.done.title)
      case 'closed':
        return titled(play.closing.title)
    }
  }

  /** A seat that another device has, with the cookies of that device. */
  async takesSeat(base: string, classId: string, seat: string, cookies: string): Promise<void> {
    const pairs = cookies.split('; ').map(pair => pair.split('='))
    await this.context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: base })))
    await this.page.goto(`${base}/play/?${new URLSearchParams({ class: classId, seat })}`)
  }

  /** The seat that the briefing names. */
  async seat(): Promise<Seat> {
    await this.at('briefing')
    const said = await this.#sign('briefing').first().textContent()
    const seat = SEATS.find(each => words.roles[each] === said?.trim())
    if (seat === undefined) throw new Error(`${this.name} reads of a seat called ${said}`)
    return seat
  }

  /** The spot of the room that the bar names. */
  async spot(): Promise<number> {
    const spot = new RegExp(`^${play.spot(0).replace('0', String.raw`\d+`)}$`)
    const said = await this.page.getByText(spot).first().textContent()
    return Number(said?.replace(/\D/g, ''))
  }

  /** Pressed, and taken: the last one in a remote room starts the scene with it. */
  async getsReady(): Promise<void> {
    await this.press(play.briefing.ready)
    await this.button(play.briefing.ready).waitFor({ state: 'hidden' })
  }

  // ---- in a scene

  marks(how: 'helped' | 'hurt'): Promise<void> {
    return this.press(play.scene[how])
  }

  seesMarks(helped: number, hurt: number): Promise<void> {
    return this.sees(play.scene.counts(helped, hurt))
  }

  hotter(): Promise<void> {
    return this.press(play.scene.hotter)
  }

  cooler(): Promise<void> {
    return this.press(play.scene.cooler)
  }

  /** The temperature that the screen shows, from 1 to 7. */
  async level(): Promise<number> {
    return Number(await this.page.locator('[data-level]').first().getAttribute('data-level'))
  }

  seesLevel(level: number): Promise<void> {
    return this.page.locator(`[data-level="${level}"]`).first().waitFor()
  }

  async says(line: string): Promise<void> {
    await this.page.getByLabel(play.scene.sayHint).fill(line)
    await this.press(play.scene.send)
  }

  async callsTimeOut(): Promise<void> {
    await this.press(play.bar.timeOut)
    await this.at('time-out')
  }

  /** "Stop for me", with the question after it. */
  async stops(): Promise<void> {
    await this.press(play.bar.stop)
    await this.press(play.bar.stopYes)
    await this.at('stopped')
  }

  /** Waits until nothing that was tapped or written here is still on its way. */
  async hasSentEverything(): Promise<void> {
    await this.page.waitForFunction(() =>
      Object.entries(sessionStorage).every(
        ([key, kept]) => !key.startsWith('evenkeel-outbox') || kept === '[]',
      ),
    )
  }

  // ---- after it

  /** When they step out, their screen asks them to say who they are. */
  readsAsName(): Promise<void> {
    return this.sees(play.stepOut.aloud(this.name))
  }

  /** Each question gets the same score. */
  async rates(score: number): Promise<void> {
    const questions = this.page.getByRole('group').filter({ has: this.find('radio') })
    for (const question of await questions.all()) {
      await question.getByRole('radio', { name: String(score), exact: true }).check({ force: true })
    }
    await this.press(play.rating.finish)
  }

  async startsRetake({ swap }: { swap: boolean }): Promise<void> {
    if (swap) await this.page.getByRole('checkbox', { name: play.debrief.swap }).check({ force: true })
    await this.press(play.debrief.startRetake)
  }

  endsRetake(): Promise<void> {
    return this.press(play.scene.endRetake)
  }

  /** The tick moves at once; it is agreed when the server has it. */
  async agreesToBeShown(): Promise<void> {
    const name = play.debrief.consent
    await this.page.getByRole('checkbox', { name }).click({ force: true })
    await this.page.getByRole('checkbox', { name, checked: true }).waitFor()
    await this.hasSentEverything()
  }
}

/** Who sits where, of those who have been seated together. */
export interface Seated {
  readonly customer: Trainee
  readonly officer: Trainee
  readonly observers: readonly Trainee[]
}

export const inRoom = ({ customer, officer, observers }: Seated): readonly Trainee[] => [
  customer,
  officer,
  ...observers,
]

/** Reads from their own screens who plays what, one entry a room, by spot. */
export async function seatedRooms(people: readonly Trainee[]): Promise<readonly Seated[]> {
  const rooms = new Map<number, { seat: Seat; person: Trainee }[]>()
  for (const person of people) {
    const [seat, spot] = [await person.seat(), await person.spot()]
    rooms.set(spot, [...(rooms.get(spot) ?? []), { seat, person }])
  }
  const spots = [...rooms].sort(([a], [b]) => a - b)
  return spots.map(([spot, sitting]) => {
    const in_ = (seat: Seat) => sitting.filter(each => each.seat === seat).map(({ person }) => person)
    const [[customer, second], [officer, other]] = [in_('customer'), in_('officer')]
    if (!customer || !officer || second || other) throw new Error(`the seats at spot ${spot} are not right`)
    return { customer, officer, observers: in_('observer') }
  })
}

/** One of these texts and nothing else. */
const anyOf = (texts: readonly string[]): RegExp =>
  new RegExp(`^\\s*(${texts.map(text => text.replace(/[^\w\s]/g, String.raw`\$&`)).join('|')})\\s*$`)
