import type { Moment, SceneView } from '@evenkeel/classroom'
import type { BehaviourId, Language } from '@evenkeel/playbook'
import { markOf, pitfallIds, techniqueIds } from '@evenkeel/playbook'
import type { Seeded } from '../seeded.ts'
import { Words } from '../words.ts'
import type { Look, Player, Turn } from './player.ts'
import { tapFor, toldBy } from './told.ts'

const ADVICE = [
  'Leave the rule for a moment. Say what you see in their face.',
  'They have told you why it matters. Say it back, in your own words.',
  'They can’t hear the policy yet. First the feeling, then the rule.',
]

/** Taps helped or hurt a breath after the officer's line, misses one now and then, and gives advice in a time-out. */
export class Observer implements Player {
  readonly #seeded: Seeded
  readonly #words: Words
  readonly #alert: number
  #seen = 0
  #advised = false
  #taps = 0

  constructor(seeded: Seeded) {
    this.#seeded = seeded
    this.#words = new Words(seeded)
    this.#alert = 0.7 + seeded.next() * 0.25
  }

  next(look: Look): Turn | undefined {
    if (look.room.phase.name === 'time-out') return this.#advise()
    if (look.medium === 'spoken') return this.#spoken()
    const line = look.scene.lines.find(({ n, seat }) => n > this.#seen && seat === 'officer')
    if (line === undefined) return undefined
    this.#seen = line.n
    const tap = tapFor(line, look.language)
    // Nothing to tap is a turn too: the next line is looked at at once.
    if (tap === undefined || !this.#seeded.maybe(this.#alert)) return []
    return [{ after: 1_000 + this.#seeded.next() * 1_500, beat: { kind: 'mark', mark: tap.mark } }]
  }

  #advise(): Turn | undefined {
    if (this.#advised) return undefined
    this.#advised = true
    const text = this.#words.pick(ADVICE)
    return text === undefined ? undefined : [{ after: 7_000, beat: { kind: 'confer', text } }]
  }

  /** Lines are heard and not known here: a tap now and then, mostly helped. */
  #spoken(): Turn | undefined {
    if (this.#taps >= 6) return undefined
    this.#taps++
    const mark = this.#seeded.maybe(0.7) ? 'helped' : 'hurt'
    return [{ after: 18_000 + this.#seeded.next() * 14_000, beat: { kind: 'mark', mark } }]
  }
}

/** The name that an observer gives a mark of theirs afterwards: what the officer's line just before it shows. */
export function nameFor(
  scene: SceneView,
  moment: Moment,
  language: Language,
  seeded: Seeded,
): BehaviourId | undefined {
  const before = scene.lines.filter(({ seat, offset }) => seat === 'officer' && offset <= moment.offset)
  for (const line of before.toReversed().slice(0, 2)) {
    const fitting = toldBy(line, language).find(behaviour => markOf(behaviour) === moment.mark)
    if (fitting !== undefined) return fitting
  }
  if (scene.lines.length > 0) return undefined
  const [any] = seeded.shuffled<BehaviourId>(moment.mark === 'helped' ? techniqueIds : pitfallIds)
  return any
}
