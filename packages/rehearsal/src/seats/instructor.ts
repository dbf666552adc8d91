import type { Place, RoomId, RoomRow } from '@evenkeel/classroom'
import type { Device } from '../device.ts'
import type { Seeded } from '../seeded.ts'

const WHISPERS = [
  'You are doing well. Ask what matters most, then wait.',
  'Name the feeling before you explain anything.',
  'Leave the rule aside for a minute. What happened to them?',
]

export interface InstructorMeans {
  readonly pause: (ms: number) => Promise<void>
  readonly seeded: Seeded
  /** ms of human time until a call for help is answered. */
  readonly patience?: number
}

/** Plans and starts rounds, drops a twist, whispers, and answers whoever calls for help. */
export class Instructor {
  readonly #device: Device
  readonly #pause: (ms: number) => Promise<void>
  readonly #seeded: Seeded
  readonly #patience: number

  constructor(device: Device, { pause, seeded, patience = 9_000 }: InstructorMeans) {
    this.#device = device
    this.#pause = pause
    this.#seeded = seeded
    this.#patience = patience
  }

  /** One round from the plan until every room is done; gives its number. */
  async teachRound(): Promise<number> {
    const round = (this.#device.console?.round?.number ?? 0) + 1
    await this.#device.do('PlanRound', {})
    await this.#device.until(({ console }) => console?.plan)
    await this.#pause(4_000)
    await this.#device.do('StartRound', { round })
    await this.#device.until(({ console }) => console?.round?.number === round)
    await Promise.all([this.#stirUp(), this.#answerHelp(round), this.#seeThrough(round)])
    return round
  }

  #rooms(): [RoomId, RoomRow][] {
    return Object.entries(this.#device.console?.rooms ?? {})
  }

  /** One room gets a twist and another a whisper, once their scenes are well under way. */
  async #stirUp(): Promise<void> {
    const [twisted, whispered] = this.#seeded.shuffled(this.#rooms().map(([id]) => id))
    const index = this.#seeded.maybe(0.5) ? 0 : 1
    const [text = ''] = this.#seeded.shuffled(WHISPERS)
    const under = async (id: RoomId | undefined, after: number) => {
      if (id === undefined) return undefined
      await this.#device.until(({ console }) => console?.rooms[id]?.phase.name !== 'briefing')
      await this.#pause(after)
      return this.#place(id)
    }
    const drop = under(twisted, 70_000).then(
      place => place && this.#device.act('DropTwist', { place, index }),
    )
    const whisper = under(whispered, 45_000).then(place => {
      const to = place && this.#device.console?.rooms[place.room]?.seats.officer
      return place && to ? this.#device.act('Whisper', { place, to, text }) : undefined
    })
    await Promise.all([drop, whisper])
  }

  #place(id: RoomId): Place | undefined {
    const room = this.#device.console?.rooms[id]
    return room && { room: id, scene: room.scene, seat: 'instructor' }
  }

  async #answerHelp(round: number): Promise<void> {
    for (;;) {
      const person = await this.#device.until(({ console }) => {
        if (console === undefined) return undefined
        const caller = Object.entries(console.people).find(([, row]) => row.help !== null)?.[0]
        return caller ?? (this.#over(round) ? 'nobody' : undefined)
      })
      if (person === 'nobody') return
      await this.#pause(this.#patience)
      await this.#device.act('EndHelp', { person })
    }
  }

  async #seeThrough(round: number): Promise<void> {
    await this.#device.until(() => this.#over(round))
  }

  #over(round: number): boolean {
    const { console } = this.#device
    return console?.round?.number !== round || this.#rooms().every(([, room]) => room.phase.name === 'done')
  }
}
