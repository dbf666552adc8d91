import type { Line } from '@evenkeel/classroom'
import { bandOf, type CustomerPart } from '@evenkeel/playbook'
import { CUSTOMER_WORDS } from '../customer-words.ts'
import { type Mood, moodAtFirst, reactTo } from '../scripted-customer.ts'
import type { Seeded } from '../seeded.ts'
import { level } from '../steps.ts'
import { quoted } from '../turn-around.ts'
import { Words } from '../words.ts'
import { act, type Look, type Player, say, type Turn } from './player.ts'

export interface CustomerHabits {
  /** Answers what is only done, too: for a partner who may type no more than a gesture. */
  readonly answersGestures?: boolean
}

/** Plays the customer's seat: the scripted customer, at the pace of a person who types, or taps in a spoken scene. */
export class Customer implements Player {
  readonly #seeded: Seeded
  readonly #habits: CustomerHabits
  /** The officer's lines up to here were answered. */
  #answered = 0
  #twists = 0
  #ended = false
  #mood: Mood | undefined
  /** Spoken scenes: how many steps of the way were taken. */
  #steps = 0

  constructor(seeded: Seeded, habits: CustomerHabits = {}) {
    this.#seeded = seeded
    this.#habits = habits
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
    if (heard.length === 0 || last?.seat !== 'officer') return undefined
    if (last.how === 'do' && this.#habits.answersGestures !== true) return undefined
    this.#answered = last.n
    return this.#answer(look, brief, heard)
  }

  #answer(look: Look, brief: CustomerPart, heard: readonly Line[]): Turn | undefined {
    const now = look.scene.curve?.at(-1)?.level ?? brief.startTemperature
    const mood = { ...this.#moodOf(brief), level: now }
    const from = heard[0]?.n ?? 0
    const before = look.scene.lines
      .filter(({ seat, n, how }) => seat === 'customer' && n < from && how === 'say')
      .map(({ text }) => text)
    const acted = look.scene.calls.length > 0
    const reaction = reactTo(brief, mood, heard, { language: look.language, before, acted })
    this.#mood = reaction.mood
    const { temperature, replies } = reaction
    const after = temperature > now ? 700 : 900
    const tap =
      temperature === now ? [] : [{ after, beat: { kind: 'temperature', level: temperature } } as const]
    const turn = [...tap, ...replies.map(({ how, text }) => (how === 'say' ? say(text) : act(text)))]
    if (reaction.settled && !this.#ended) {
      this.#ended = true
      return [...turn, { after: 0, beat: { kind: 'settled' } }]
    }
    return turn.length > 0 ? turn : undefined
  }

  #moodOf(brief: CustomerPart): Mood {
    this.#mood ??= moodAtFirst(brief, this.#seeded.below(2 ** 31))
    return this.#mood
  }

  /** What this one may still say; whatever is picked will not be said again. */
  #pick(brief: CustomerPart, from: (words: Words) => string | undefined): string | undefined {
    const mood = this.#moodOf(brief)
    const words = new Words(this.#seeded, mood.said)
    const picked = from(words)
    this.#mood = { ...mood, said: words.said }
    return picked
  }

  #plain(look: Look, brief: CustomerPart): Turn | undefined {
    const now = look.scene.curve?.at(-1)?.level ?? brief.startTemperature
    const picked = this.#pick(brief, words => words.next([brief.stuck[bandOf(now)], brief.demand]))
    return picked === undefined ? undefined : [say(picked)]
  }

  #twist(look: Look, text: string): Turn {
    const now = look.scene.curve?.at(-1)?.level ?? 4
    const up = { after: 1_200, beat: { kind: 'temperature', level: level(now + 1) } } as const
    return [...(now < 7 ? [up] : []), say(CUSTOMER_WORDS[look.language].twist(quoted(text)))]
  }

  #ending(look: Look): Turn | undefined {
    const brief = look.room.customer
    if (this.#ended || look.room.phase.customerSpoke || brief === null) return undefined
    this.#ended = true
    const now = look.scene.curve?.at(-1)?.level ?? 4
    const endings = CUSTOMER_WORDS[look.language].endings[bandOf(now)]
    const picked = this.#pick(brief, words => words.pick(endings))
    return picked === undefined ? undefined : [say(picked)]
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
