import type { Place, RoomView, WireCommandType, WireShapes } from '@evenkeel/classroom'
import type { Language } from '@evenkeel/playbook'
import type { Device } from '../device.ts'
import type { Seeded } from '../seeded.ts'
import { ByTheBookOfficer } from './by-the-book-officer.ts'
import { confirmedCues } from './confirmed-cues.ts'
import { Customer } from './customer.ts'
import { ListeningOfficer } from './listening-officer.ts'
import { nameFor, Observer } from './observer.ts'
import type { Beat, Look, Player } from './player.ts'
import { rate } from './rater.ts'

export interface Character {
  readonly officer: 'listens' | 'by-the-book'
  /** Calls the instructor over once in the first debrief. */
  readonly asksForHelp?: boolean
  /** As a customer: answers what the officer only does, too. */
  readonly answersGestures?: boolean
}

export interface Means {
  /** Waits so many ms of human time. */
  readonly pause: (ms: number) => Promise<void>
  readonly seeded: Seeded
  readonly character: Character
  /** Told when they, as a customer, have what they came for. */
  readonly settled?: () => Promise<void>
}

const NOTES = [
  'Next time I say the feeling first.',
  'One question more would have saved two minutes.',
  'I want to try the pause before the answer.',
  'Say it back, then wait. That was the moment.',
]

/** Plays a trainee through every scene they are seated in, until the class is over for them. */
export class Trainee {
  readonly #device: Device
  readonly #means: Means
  readonly #players = new Map<string, Player>()
  #helped = false

  constructor(device: Device, means: Means) {
    this.#device = device
    this.#means = means
  }

  async play(): Promise<void> {
    let left = ''
    for (;;) {
      const phase = await this.#device.until(({ seat }) => {
        if (seat === undefined) return undefined
        if (seat.class === null || seat.class.status === 'closed') return 'over'
        const now = this.#phase()
        return now !== '' && now !== left ? now : undefined
      })
      if (phase === 'over') return
      await this.#attend(phase)
      left = phase
    }
  }

  /** Which phase of which scene this is, from which seat; empty without a seat. */
  #phase(): string {
    const room = this.#device.seat?.room
    return room ? `${room.id} ${room.scene} ${room.seat} ${room.phase.name}` : ''
  }

  get #language(): Language {
    return this.#device.seat?.class?.language ?? 'en'
  }

  #room(): RoomView | undefined {
    return this.#device.seat?.room ?? undefined
  }

  async #attend(phase: string): Promise<void> {
    const room = this.#room()
    switch (room?.phase.name) {
      case 'briefing':
        await this.#pause(20_000 + this.#means.seeded.next() * 25_000)
        return this.#send(phase, 'Ready', place => ({ place }))
      case 'scene':
      case 'time-out':
      case 'wrap-up':
      case 'retake':
        return this.#perform(phase)
      case 'step-out':
        return this.#stepOut(phase, room)
      case 'rating':
        return this.#rate(phase, room)
      case 'debrief':
        return this.#debrief(phase)
      case 'stopped':
        await this.#pause(5_000)
        return this.#send(phase, 'Ready', place => ({ place }))
      default:
        return
    }
  }

  /** Turns as long as the phase lasts; between them it waits for something to happen. */
  async #perform(phase: string): Promise<void> {
    while (this.#phase() === phase) {
      const look = this.#look()
      if (look === undefined) return
      const turn = this.#player(look).next(look)
      if (turn === undefined) {
        await this.#device.until(() => this.#phase() !== phase || this.#look()?.room !== look.room)
        continue
      }
      for (const { after, beat } of turn) {
        await this.#pause(after)
        if (this.#phase() !== phase) break
        await this.#take(phase, beat)
      }
    }
  }

  #look(): Look | undefined {
    const { seat } = this.#device
    const scene = seat?.room?.scenes.at(-1)
    if (!seat?.room || !seat.class || scene === undefined) return undefined
    return {
      me: seat.me.person,
      room: seat.room,
      scene,
      medium: seat.class.medium,
      language: seat.class.language,
    }
  }

  /** One player for each seat of a scene, so that they remember what they said before a time-out. */
  #player({ room }: Look): Player {
    const key = `${room.id} ${room.scene} ${room.seat}`
    const known = this.#players.get(key)
    if (known !== undefined) return known
    const seeded = this.#means.seeded.for(key)
    const player =
      room.seat === 'customer'
        ? new Customer(seeded, { answersGestures: this.#means.character.answersGestures === true })
        : room.seat === 'observer'
          ? new Observer(seeded)
          : this.#means.character.officer === 'listens'
            ? new ListeningOfficer(seeded)
            : new ByTheBookOfficer(seeded)
    this.#players.set(key, player)
    return player
  }

  #take(phase: string, beat: Beat): Promise<void> {
    switch (beat.kind) {
      case 'line':
        return this.#send(phase, 'Speak', place => ({ place, how: beat.how, text: beat.text }))
      case 'temperature':
        return this.#send(phase, 'SetTemperature', place => ({ place, level: beat.level }))
      case 'call':
        return this.#send(phase, 'MakeCall', place => ({ place, index: beat.index }))
      case 'mark':
        return this.#send(phase, 'Mark', place => ({ place, mark: beat.mark }))
      case 'time-out':
        return this.#send(phase, 'CallTimeOut', place => ({ place }))
      case 'resume':
        return this.#send(phase, 'EndTimeOut', place => ({ place }))
      case 'confer':
        return this.#send(phase, 'Confer', place => ({ place, text: beat.text }))
      case 'settled':
        void this.#means.settled?.()
        return Promise.resolve()
      case 'help':
        return this.#send(phase, 'CallHelp', () => ({}))
    }
  }

  async #stepOut(phase: string, room: RoomView): Promise<void> {
    const { seeded } = this.#means
    await this.#pause(6_000 + seeded.next() * 5_000)
    const [scene] = room.scenes
    if (room.seat === 'customer' && room.customer !== null && scene !== undefined) {
      for (const cue of confirmedCues(room.customer, scene, this.#language)) {
        await this.#pause(2_500)
        await this.#send(phase, 'ConfirmCue', place => ({ place, ...cue }))
      }
    }
    if (room.seat === 'observer') await this.#nameMarks(phase)
    await this.#pause(4_000)
    await this.#send(phase, 'Ready', place => ({ place }))
  }

  async #nameMarks(phase: string): Promise<void> {
    const look = this.#look()
    if (look === undefined) return
    for (const moment of look.scene.moments) {
      if (moment.by !== look.me || moment.behaviour !== undefined) continue
      const behaviour = nameFor(look.scene, moment, look.language, this.#means.seeded)
      if (behaviour === undefined) continue
      await this.#pause(1_800)
      await this.#send(phase, 'NameMoment', place => ({ place, moment: moment.id, behaviour }))
    }
  }

  async #rate(phase: string, room: RoomView): Promise<void> {
    const [scene] = room.scenes
    if (scene === undefined || room.seat === 'instructor') return
    const { seat } = room
    // Whoever was called out of step-out early still names their marks.
    if (seat === 'observer') await this.#nameMarks(phase)
    const rated = rate(seat, room.asked, scene, this.#language, this.#means.seeded.for(`rating ${room.id}`))
    await this.#pause(8_000 + this.#means.seeded.next() * 12_000)
    await this.#send(phase, 'Rate', place => ({ place, ...rated }))
    await this.#pause(2_000)
    await this.#send(phase, 'FinishRating', place => ({ place }))
  }

  async #debrief(phase: string): Promise<void> {
    const { seeded, character } = this.#means
    await this.#pause(8_000 + seeded.next() * 10_000)
    if (seeded.maybe(0.8)) await this.#send(phase, 'Consent', place => ({ place, on: true }))
    if (seeded.maybe(0.7)) await this.#send(phase, 'ShareRatings', place => ({ place, on: true }))
    if (character.asksForHelp === true && !this.#helped) {
      this.#helped = true
      await this.#send(phase, 'CallHelp', () => ({}))
    }
    const [note] = seeded.shuffled(NOTES)
    if (note !== undefined && seeded.maybe(0.6)) {
      await this.#pause(4_000)
      await this.#send(phase, 'WriteNote', place => ({ place, text: note }))
    }
    await this.#pause(10_000 + seeded.next() * 8_000)
    await this.#send(phase, 'Ready', place => ({ place }))
  }

  #pause(ms: number): Promise<void> {
    return this.#means.pause(ms)
  }

  /** Sends it if the phase is still the same. A refusal means that the room has moved on: then there is nothing to do. */
  async #send<T extends WireCommandType>(
    phase: string,
    type: T,
    data: (place: Place) => WireShapes[T],
  ): Promise<void> {
    const { place } = this.#device
    if (place === undefined || this.#phase() !== phase) return
    await this.#device.act(type, data(place))
  }
}
