import type { Seeded } from '../seeded.ts'
import { asI } from '../turn-around.ts'
import { Words } from '../words.ts'
import { ListeningOfficer } from './listening-officer.ts'
import { type Look, type Player, say, type Turn } from './player.ts'

const WALLS = ['… Those are the rules.', '… That is our policy, and there is no more to say about it.']
const OTHERS = [
  'Yes, yes. The short version, please. There are others waiting.',
  'This happens every day here. It is no big deal.',
  'Please calm down first. Then we can talk.',
  'How about a free coffee, and we forget about it?',
  'You think that is bad? You should see my Mondays.',
]
const LEARNS = [
  'Let me start again. I talked about rules, and you have every right to be heard first.',
  'I am sorry. I was hiding behind my orders. It makes sense that you are angry.',
  'That was no answer. Let me try again: I would ask the same in your place.',
]

/**
 * Hides behind policy until it hurts; then calls a time-out, hears what the observer says, begins again and listens.
 * A whisper from the instructor brings the change too.
 */
export class ByTheBookOfficer implements Player {
  readonly #words: Words
  readonly #after: ListeningOfficer
  /** How many bad answers until something changes. */
  readonly #stubborn: number
  #walls = 0
  #paused = false
  #resumed = false
  #learnt = false

  constructor(seeded: Seeded) {
    this.#words = new Words(seeded)
    this.#after = new ListeningOfficer(seeded.for('after'), { slips: false })
    this.#stubborn = seeded.maybe(0.5) ? 3 : 2
  }

  next(look: Look): Turn | undefined {
    if (look.medium === 'spoken') return undefined
    if (look.room.phase.name === 'time-out') return this.#inTimeOut(look)
    const last = look.scene.lines.at(-1)
    if (look.room.phase.name === 'wrap-up' || this.#learnt) return this.#after.next(look)
    if (last === undefined || last.seat !== 'customer' || last.how === 'do') return undefined
    const told = look.room.whispers.length > 0
    if (this.#walls < this.#stubborn && !told) {
      this.#walls++
      return this.#wall(look)
    }
    if (!this.#paused && !told) {
      this.#paused = true
      return [{ after: 2_500, beat: { kind: 'time-out' } }]
    }
    this.#learnt = true
    const words = this.#words.pick(LEARNS)
    return words === undefined ? this.#after.next(look) : [say(words)]
  }

  #wall(look: Look): Turn | undefined {
    const limit = look.room.officer?.limits[this.#walls === 1 ? 0 : 1]
    const frame = this.#walls === 2 ? undefined : this.#words.next(WALLS)
    const words =
      frame === undefined || limit === undefined ? this.#words.pick(OTHERS) : frame.replace('…', asI(limit))
    return words === undefined ? undefined : [say(words)]
  }

  /** Waits for the observer's advice if there is an observer, then goes on. */
  #inTimeOut(look: Look): Turn | undefined {
    if (this.#resumed || look.room.phase.mine !== true) return undefined
    if (look.room.asides.length === 0 && look.room.seats.observers.length > 0) return undefined
    this.#resumed = true
    const thanks = {
      after: 4_000,
      beat: { kind: 'confer', text: 'You are right. I go back and begin again.' },
    } as const
    return [thanks, { after: 2_500, beat: { kind: 'resume' } }]
  }
}
