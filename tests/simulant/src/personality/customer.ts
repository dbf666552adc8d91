import type { Line } from '@evenkeel/classroom'
import { type BehaviourId, bandOf, type CustomerPart, markOf, type Temperature } from '@evenkeel/playbook'
import { CUSTOMER_WORDS } from './customer-words.ts'
import { act, type Look, level, type Player, say, type Turn } from './player.ts'
import type { Seeded } from './seeded.ts'
import { spot } from './spot.ts'
import { inMyWords, quoted } from './turn-around.ts'
import { Words } from './words.ts'

/**
 * A customer who warms and cools by what is said: a trigger of their own brief takes them up and says its sentence, a
 * calmer takes them down and softens as the brief says. Everything else they say is in the brief too.
 */
export class Customer implements Player {
  readonly #seeded: Seeded
  readonly #words: Words
  /** The officer's lines up to here were answered. */
  #answered = 0
  #twists = 0
  #ended = false
  readonly #calmed = new Set<BehaviourId>()
  /** Spoken scenes: how many steps of the way were taken. */
  #steps = 0

  constructor(seeded: Seeded) {
    this.#seeded = seeded
    this.#words = new Words(seeded)
  }

  next(look: Look): Turn | undefined {
    const brief = look.room.customer
    if (brief === null) return undefined
    if (look.medium === 'spoken') return this.#spoken(look)
    const { lines } = look.scene
    if (look.room.phase.name === 'wrap-up') return this.#ending(look)
    const twist = look.scene.twists.filter(({ to }) => to === 'customer')[this.#twists]
    if (twist !== undefined) {
      this.#twists++
      return this.#twist(look, twist.text)
    }
    if (lines.length === 0) return look.scene.fork === null ? [say(brief.opening)] : this.#plain(look, brief)
    const heard = lines.filter(line => line.seat === 'officer' && line.n > this.#answered)
    const last = lines.at(-1)
    if (heard.length === 0 || last?.seat !== 'officer' || last.how === 'do') return undefined
    this.#answered = last.n
    return this.#answer(look, brief, heard)
  }

  #answer(look: Look, brief: CustomerPart, heard: readonly Line[]): Turn | undefined {
    const now = look.scene.curve?.at(-1)?.level ?? brief.startTemperature
    const behaviours = [...new Set(heard.flatMap(({ text }) => spot(text)))]
    const pitfall = behaviours.find(behaviour => markOf(behaviour) === 'hurt')
    if (pitfall !== undefined) return this.#hotter(brief, now, pitfall)
    const fresh = behaviours.filter(behaviour => !this.#calmed.has(behaviour))
    for (const behaviour of fresh) this.#calmed.add(behaviour)
    const calmer = brief.calmers.find(known => fresh.includes(known.behaviour))
    const cooler = level(now - this.#softens(now, fresh, calmer !== undefined))
    const tap = cooler === now ? [] : [{ after: 900, beat: { kind: 'temperature', level: cooler } } as const]
    const soft = calmer && quoted(calmer.soften)
    const words = soft === undefined ? undefined : this.#words.next([soft])
    const asked = heard.some(({ text }) => text.includes('?'))
    const deep = behaviours.includes('need-found') && cooler <= 4
    const spoken = words ?? this.#tell(brief, cooler, asked, deep)
    const gesture = calmer === undefined ? undefined : this.#words.pick(CUSTOMER_WORDS.softens)
    const turn = [...tap, ...(gesture === undefined ? [] : [act(gesture)])]
    if (spoken !== undefined) return [...turn, say(spoken)]
    return turn.length > 0 ? turn : undefined
  }

  #hotter(brief: CustomerPart, now: number, pitfall: BehaviourId): Turn {
    const trigger = brief.triggers.find(({ behaviour }) => behaviour === pitfall)
    const hotter = level(now + (trigger !== undefined && this.#seeded.maybe(0.3) ? 2 : 1))
    const spoken =
      (trigger && this.#words.next([trigger.say])) ??
      this.#words.next([brief.stuck[bandOf(hotter)]]) ??
      this.#words.pick(CUSTOMER_WORDS.hotter) ??
      'No. Not like that.'
    const tap = { after: 700, beat: { kind: 'temperature', level: hotter } } as const
    return hotter === now ? [say(spoken)] : [tap, say(spoken)]
  }

  /**
   * By how many steps it cools. A calmer of the card always reaches them; another good sentence mostly does, less so when
   * they are furious. Nobody is calm before something was really done.
   */
  #softens(now: number, fresh: readonly BehaviourId[], calmer: boolean): number {
    if (fresh.length === 0) return 0
    const acted = this.#calmed.has('together') || this.#calmed.has('need-found')
    if (now <= 2 && !acted) return 0
    if (calmer) return now >= 5 && this.#seeded.maybe(0.3) ? 2 : 1
    return this.#seeded.maybe(now >= 6 ? 0.4 : 0.6) ? 1 : 0
  }

  /** What comes next: the need when it was asked for, facts when asked or listened to, the demand while it is hot. */
  #tell(brief: CustomerPart, now: Temperature, asked: boolean, deep: boolean): string | undefined {
    const band = bandOf(now)
    if (band === 'furious') {
      return this.#words.next([brief.demand, brief.stuck.furious]) ?? this.#words.pick(CUSTOMER_WORDS.hotter)
    }
    const facts = [...(asked ? brief.ifAsked : []), ...brief.volunteer].map(inMyWords)
    const rest = band === 'upset' ? [brief.demand, brief.stuck.upset] : [inMyWords(brief.need)]
    return (
      this.#words.next([...(deep ? [inMyWords(brief.need)] : []), ...facts, ...rest]) ??
      this.#words.pick(CUSTOMER_WORDS[band])
    )
  }

  #plain(look: Look, brief: CustomerPart): Turn | undefined {
    const level = look.scene.curve?.at(-1)?.level ?? brief.startTemperature
    const words = this.#words.next([brief.stuck[bandOf(level)], brief.demand])
    return words === undefined ? undefined : [say(words)]
  }

  #twist(look: Look, text: string): Turn {
    const now = look.scene.curve?.at(-1)?.level ?? 4
    const words = quoted(text)
    const up = { after: 1_200, beat: { kind: 'temperature', level: level(now + 1) } } as const
    const reaction = words === undefined ? 'And now this as well.' : `Did you hear that? “${words}”`
    return [...(now < 7 ? [up] : []), say(reaction)]
  }

  #ending(look: Look): Turn | undefined {
    if (this.#ended || look.room.phase.customerSpoke) return undefined
    this.#ended = true
    const now = look.scene.curve?.at(-1)?.level ?? 4
    const words = this.#words.pick(CUSTOMER_WORDS.endings[bandOf(now)])
    return words === undefined ? undefined : [say(words)]
  }

  /** The device is a companion: a tap now and then, up at first and then down. */
  #spoken(look: Look): Turn | undefined {
    if (look.room.phase.name === 'wrap-up' || this.#steps >= 8) return undefined
    this.#steps++
    const now = look.scene.curve?.at(-1)?.level ?? 4
    const up = this.#steps <= 2 ? 0.8 : 0.2
    const wanted = level(now + (this.#seeded.maybe(up) ? 1 : -1))
    return [{ after: 15_000 + this.#seeded.next() * 15_000, beat: { kind: 'temperature', level: wanted } }]
  }
}
