import { presetFor, type Settings } from '@evenkeel/classroom'
import { type Language, rubricIn } from '@evenkeel/playbook'
import type { WireRefusal } from '@evenkeel/protocol'
import { type Chance, chanceNumber } from '../chance.ts'
import type { Clock } from '../clock.ts'
import type { Classes } from '../live/classes.ts'
import type { LocalDevice } from './local-device.ts'
import { playSimulatedClass } from './play-simulated-class.ts'
import { moveOn, playSitIn } from './play-sit-in.ts'
import { Troupe } from './troupe.ts'

export interface RehearsalParts {
  readonly classes: Classes
  readonly clock: Clock
  readonly chance: Chance
  /** Takes a class away so that nothing of it stays. */
  readonly forget: (classId: string) => Promise<void>
  readonly failed: (what: string, cause: unknown) => void
  /** Left out: allowed. */
  readonly allowed?: boolean | undefined
}

type Opened = { readonly ok: true; readonly classId: string; readonly title: string } | WireRefusal

interface Running {
  readonly kind: 'class' | 'scene'
  readonly owner: string
  readonly troupe: Troupe
  readonly instructor: LocalDevice
}

const MINUTE = 60_000
/** A simulated class ends by itself; so does a scene that nobody leaves. */
const CLASS_LASTS = 30 * MINUTE
const SCENE_LASTS = 60 * MINUTE
/** What was simulated can still be read for so long after its end. */
const READ_FOR = 15 * MINUTE
const MOST_SCENES = 20
export const MOST_SIMULATED = 24

const off = refusal('not-allowed', 'Simulated classes are switched off on this server.')
const one = refusal('limit', 'A simulated class is running already. There can be one at a time.')
const many = refusal('limit', 'Too many practice scenes are running. Try again in a few minutes.')

function refusal(kind: WireRefusal['kind'], say: string): WireRefusal {
  return { ok: false, kind, say }
}

/** Classes whose people this server plays: one class to look on, and scenes for one. Marked everywhere, and not kept. */
export class Rehearsals {
  readonly #parts: RehearsalParts
  readonly #running = new Map<string, Running>()
  #opening = false

  constructor(parts: RehearsalParts) {
    this.#parts = parts
  }

  get allowed(): boolean {
    return this.#parts.allowed !== false
  }

  /** The class of made-up people that runs now, if one does. */
  get simulatedClass(): string | undefined {
    return [...this.#running].find(([, { kind }]) => kind === 'class')?.[0]
  }

  async beginClass(owner: string, people = MOST_SIMULATED): Promise<Opened> {
    if (!this.allowed) return off
    if (this.#opening || this.simulatedClass !== undefined) return one
    this.#opening = true
    try {
      const settings = presetFor({ kind: 'practice', place: 'remote', minutes: 30 }, rotationIn('en'))
      const times = { ...settings.times, scene: 5 * MINUTE, countIn: 3_000 }
      const title = 'Simulated class'
      const begun = await this.#begin('class', owner, title, { ...settings, times }, 'en')
      if (!begun.ok) return begun
      const { troupe, instructor } = begun.running
      const trainees: LocalDevice[] = []
      for (let index = 0; index < people; index++) {
        const device = await troupe.trainee(index)
        if ('person' in device) trainees.push(device)
      }
      this.#play(
        troupe,
        playSimulatedClass({ instructor, trainees, seed: this.#seed(), pause: troupe.pause }),
      )
      this.#endAfter(troupe.classId, CLASS_LASTS)
      return { ok: true, classId: troupe.classId, title }
    } finally {
      this.#opening = false
    }
  }

  /** A scene in which its owner sits in as the officer. Theirs from before, if there is one, goes. */
  async beginScene(owner: string, choice: { language: Language; card?: string }): Promise<Opened> {
    if (!this.allowed) return off
    const scenes = [...this.#running].filter(([, { kind }]) => kind === 'scene')
    for (const [classId, { owner: whose }] of scenes) if (whose === owner) await this.forget(classId)
    if (scenes.length >= MOST_SCENES) return many
    const { language, card } = choice
    const preset = presetFor({ kind: 'practice', place: 'remote', minutes: 30 }, rotationIn(language))
    const settings: Settings = {
      ...preset,
      groupSize: 2,
      // Alone, and to see what words do: the customer's temperature is on the screen.
      officerSeesTemperature: true,
      times: { ...preset.times, countIn: 3_000, scene: 8 * MINUTE, rating: 5 * MINUTE, debrief: 30 * MINUTE },
    }
    const title = 'Practice scene'
    const begun = await this.#begin('scene', owner, title, settings, language)
    if (!begun.ok) return begun
    const { troupe, instructor } = begun.running
    const customer = await troupe.trainee(this.#seed() % MOST_SIMULATED)
    if (!('person' in customer)) return customer
    const known = card === undefined || instructor.console?.deck.some(({ hash }) => hash === card) === true
    if (!known) {
      await this.forget(troupe.classId)
      return refusal('unknown', 'There is no such card.')
    }
    const given = { instructor, customer, seed: this.#seed(), pause: troupe.pause }
    this.#play(troupe, playSitIn({ ...given, ...(card !== undefined && { card }) }))
    this.#endAfter(troupe.classId, SCENE_LASTS)
    return { ok: true, classId: troupe.classId, title }
  }

  /** The scene's owner has had enough of it: on to what moved it. */
  async finishScene(owner: string, classId: string): Promise<boolean> {
    const running = this.#running.get(classId)
    if (running?.kind !== 'scene' || running.owner !== owner) return false
    return moveOn(running.instructor, 'step-out')
  }

  async #begin(
    kind: Running['kind'],
    owner: string,
    title: string,
    settings: Settings,
    language: Language,
  ): Promise<{ ok: true; running: Running } | WireRefusal> {
    const { classes, clock } = this.#parts
    const id = `simulated ${owner} ${clock.now()}`
    const made = await classes.open({
      title,
      settings,
      language,
      instructor: { id, name: 'Ines (simulated)' },
      simulated: true,
    })
    if (!made.ok) return made
    const { classId } = made
    const troupe = new Troupe(classes, clock, classId, () => this.#closed(classId))
    const instructor = await troupe.instructor(id)
    if (!('person' in instructor)) return instructor
    const running = { kind, owner, troupe, instructor }
    this.#running.set(classId, running)
    return { ok: true, running }
  }

  #play(troupe: Troupe, playing: Promise<void>): void {
    playing.catch(cause => {
      // A person who looks on may have changed the class under their hands: then they stand still until it is closed.
      if (this.#running.has(troupe.classId)) this.#parts.failed('a simulated class', cause)
    })
  }

  #endAfter(classId: string, ms: number): void {
    this.#parts.clock.after(ms, () => void this.#running.get(classId)?.instructor.act('CloseClass', {}))
  }

  #closed(classId: string): void {
    this.#running.get(classId)?.troupe.end()
    this.#parts.clock.after(READ_FOR, () => void this.forget(classId))
  }

  async forget(classId: string): Promise<void> {
    this.#running.get(classId)?.troupe.end()
    this.#running.delete(classId)
    await this.#parts
      .forget(classId)
      .catch(cause => this.#parts.failed('taking a simulated class away', cause))
  }

  #seed(): number {
    return chanceNumber(this.#parts.chance)
  }
}

const rotationIn = (language: Language) => rubricIn(language).rotations[0]?.rounds ?? []
