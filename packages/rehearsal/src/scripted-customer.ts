import type { Cue } from '@evenkeel/classroom'
import { cueMetBy, type Spotted, spotIn } from '@evenkeel/insight/spot'
import {
  type BehaviourId,
  bandOf,
  type CustomerPart,
  type Language,
  markOf,
  type Temperature,
} from '@evenkeel/playbook'
import { CUSTOMER_WORDS } from './customer-words.ts'
import { Seeded } from './seeded.ts'
import { level } from './steps.ts'
import { inMyWords, quoted } from './turn-around.ts'
import { Words } from './words.ts'

/** All that a scripted customer carries from one line to the next. */
export interface Mood {
  readonly level: Temperature
  /** What the officer did well so far: a second time it weighs less. */
  readonly calmed: readonly BehaviourId[]
  /** The sentences that were said, by their keys. */
  readonly said: readonly string[]
  readonly turn: number
  readonly seed: number
}

export interface Heard {
  readonly how: 'say' | 'do'
  readonly text: string
}

export interface Circumstances {
  readonly language: Language
  /** What the customer said until now, newest last. */
  readonly before: readonly string[]
  /** Something was really done: a call was made. */
  readonly acted: boolean
}

export interface Reaction {
  readonly mood: Mood
  readonly temperature: Temperature
  /** What they do and say, in this order; empty when there is nothing to say to it. */
  readonly replies: readonly Heard[]
  readonly because: {
    readonly spotted: readonly Spotted[]
    /** The trigger or calmer of the card that it met. */
    readonly cue: Cue | null
    /** How many steps hotter; negative: cooler. */
    readonly steps: number
  }
  /** The need was found, something was done, and they are settled: nothing more is to be said. */
  readonly settled: boolean
}

export const moodAtFirst = ({ startTemperature }: CustomerPart, seed: number): Mood => ({
  level: startTemperature,
  calmed: [],
  said: [],
  turn: 0,
  seed,
})

/**
 * How a customer who goes by their card takes what the officer said and did. A pitfall takes them up one step, now and
 * then two if the card names it, and they say that trigger's sentence. A calmer of the card takes them down and they
 * soften as it says; another good sentence mostly does, less so when they are furious. Nobody is calm before something
 * was really done. Pure: the same mood and the same lines give the same reaction.
 */
export function reactTo(
  card: CustomerPart,
  mood: Mood,
  heard: readonly Heard[],
  { language, before, acted }: Circumstances,
): Reaction {
  const seeded = new Seeded(mood.seed).for(`turn ${mood.turn}`)
  const words = new Words(seeded, mood.said)
  const spotted = heard.flatMap(({ how, text }) => spotIn(text, { language, how, card, before }))
  const pitfall = spotted.filter(({ behaviour }) => markOf(behaviour) === 'hurt')
  const met = cueMetBy(spotted, card)
  const given = { card, mood, heard, spotted, language, acted, seeded, words }
  const taken = pitfall.length > 0 ? hotter(given, met?.cue ?? null) : cooler(given, met?.cue ?? null)
  const next = taken.level
  return {
    mood: { ...mood, level: next, calmed: taken.calmed, said: words.said, turn: mood.turn + 1 },
    temperature: next,
    replies: taken.replies,
    because: { spotted, cue: met?.cue ?? null, steps: next - mood.level },
    settled: taken.settled,
  }
}

interface Given {
  readonly card: CustomerPart
  readonly mood: Mood
  readonly heard: readonly Heard[]
  readonly spotted: readonly Spotted[]
  readonly language: Language
  readonly acted: boolean
  readonly seeded: Seeded
  readonly words: Words
}

interface Taken {
  readonly level: Temperature
  readonly calmed: readonly BehaviourId[]
  readonly replies: readonly Heard[]
  readonly settled: boolean
}

const say = (text: string): Heard => ({ how: 'say', text })

function hotter({ card, mood, language, seeded, words }: Given, cue: Cue | null): Taken {
  const trigger = cue?.kind === 'trigger' ? card.triggers[cue.index] : undefined
  const next = level(mood.level + (trigger !== undefined && seeded.maybe(0.3) ? 2 : 1))
  const any = CUSTOMER_WORDS[language]
  const spoken =
    (trigger && words.next([trigger.say])) ??
    words.next([card.stuck[bandOf(next)]]) ??
    words.pick(any.hotter) ??
    any.lastWord
  return { level: next, calmed: mood.calmed, replies: [say(spoken)], settled: false }
}

function cooler(given: Given, cue: Cue | null): Taken {
  const { card, mood, heard, spotted, language, words } = given
  const seen = [...new Set(spotted.map(({ behaviour }) => behaviour))]
  const fresh = seen.filter(behaviour => !mood.calmed.includes(behaviour))
  const calmed = [...mood.calmed, ...fresh]
  const calmer =
    cue?.kind === 'calmer' && fresh.includes(card.calmers[cue.index]?.behaviour ?? 'turned-to')
      ? card.calmers[cue.index]
      : undefined
  const done = given.acted || calmed.includes('together')
  const next = level(mood.level - softens(given, seen, fresh.length, calmer !== undefined, done))
  const any = CUSTOMER_WORDS[language]
  const settled = calmed.includes('need-found') && done && next <= 2
  const gesture = calmer === undefined ? undefined : words.pick(any.softens)
  const acts: Heard[] = gesture === undefined ? [] : [{ how: 'do', text: gesture }]
  const soft = calmer && quoted(calmer.soften)
  const asked = heard.some(({ text }) => text.includes('?'))
  const deep = seen.includes('need-found') && next <= 4
  const onlyGestures = heard.every(({ how }) => how === 'do')
  const spoken = settled
    ? words.pick(any.endings.settled)
    : (words.next(soft === undefined ? [] : [soft]) ??
      (onlyGestures ? undefined : tell(given, next, asked, deep)))
  const replies = [...acts, ...(spoken === undefined ? [] : [say(spoken)])]
  return { level: next, calmed, replies, settled }
}

/** By how many steps it cools. */
function softens(
  { mood, seeded }: Given,
  seen: readonly BehaviourId[],
  fresh: number,
  calmer: boolean,
  done: boolean,
): number {
  if (seen.length === 0 || (mood.level <= 2 && !done)) return 0
  if (calmer) return mood.level >= 5 && seeded.maybe(0.3) ? 2 : 1
  if (fresh === 0) return seeded.maybe(0.4) ? 1 : 0
  return seeded.maybe(mood.level >= 6 ? 0.5 : 0.75) ? 1 : 0
}

/** What comes next: the need when it was asked for, facts when asked or listened to, the demand while it is hot. */
function tell(
  { card, language, words }: Given,
  now: Temperature,
  asked: boolean,
  deep: boolean,
): string | undefined {
  const band = bandOf(now)
  const any = CUSTOMER_WORDS[language]
  if (band === 'furious') return words.next([card.demand, card.stuck.furious]) ?? words.pick(any.hotter)
  const own = (briefs: readonly string[]) => briefs.flatMap(brief => inMyWords(brief, language) ?? [])
  const facts = own([...(asked ? card.ifAsked : []), ...card.volunteer])
  const rest = band === 'upset' ? [card.demand, card.stuck.upset] : [card.stuck.settled, ...own([card.need])]
  return words.next([...(deep ? own([card.need]) : []), ...facts, ...rest]) ?? words.pick(any[band])
}
