import type { ClassEvent, PersonId } from '@evenkeel/classroom'
import type { WireRefusal } from '@evenkeel/protocol'
import { NAMES, simulated } from '@evenkeel/rehearsal'
import type { Clock } from '../clock.ts'
import type { Classes } from '../live/classes.ts'
import { LocalDevice } from './local-device.ts'

/** Everybody simulated in one class, and what they need to play. */
export class Troupe {
  readonly classId: string
  readonly #classes: Classes
  readonly #clock: Clock
  readonly #devices: LocalDevice[] = []
  #deaf: () => void
  #over = false

  constructor(classes: Classes, clock: Clock, classId: string, closed: () => void) {
    this.classId = classId
    this.#classes = classes
    this.#clock = clock
    this.#deaf = classes.hear(classId, (events: readonly ClassEvent[]) => {
      // In the next turn: the state that they look at is committed then, and its batch is on its way.
      queueMicrotask(() => {
        for (const device of this.#devices) device.look()
      })
      if (events.some(({ type }) => type === 'ClassClosed')) closed()
    })
  }

  /** Waits ms of the server's clock; `pace` times as fast as people. Never comes back once the class is over. */
  readonly pause =
    (pace: number) =>
    (ms: number): Promise<void> =>
      new Promise(resolve => {
        this.#clock.after(ms / pace, () => {
          if (!this.#over) resolve()
        })
      })

  /** The instructor of a class that was opened by `simulatedInstructor`. */
  async instructor(id: string): Promise<LocalDevice | WireRefusal> {
    const named = await this.#classes.attend(this.classId, { id, name: simulated('Ines') })
    return named.ok ? this.#device(named.person) : named
  }

  async trainee(index: number): Promise<LocalDevice | WireRefusal> {
    const name = simulated(NAMES[index % NAMES.length] ?? 'Ana')
    const named = await this.#classes.join({ classId: this.classId, name, request: `simulated ${index}` })
    return named.ok ? this.#device(named.person) : named
  }

  async #device(person: PersonId): Promise<LocalDevice> {
    const hub = await this.#classes.hub(this.classId)
    if (hub === undefined) throw new Error('the class is gone')
    const device = new LocalDevice(hub, person)
    this.#devices.push(device)
    return device
  }

  /** They leave, and nothing that they still wait for comes. */
  end(): void {
    this.#over = true
    this.#deaf()
    for (const device of this.#devices) device.leave()
  }
}
