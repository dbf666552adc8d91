import type { Seeded } from '../seeded.ts'
import { aboutThemselves, asI, saidBack } from '../turn-around.ts'
import { Words } from '../words.ts'
import { OFFICER_WORDS } from './officer-words.ts'
import { act, type Look, type Player, say, type Turn } from './player.ts'

type Move = (look: Look) => Turn | undefined

/** Turns to the person, names what they hear, says it back, finds out what is behind it, and acts with them. */
export class ListeningOfficer implements Player {
  readonly #words: Words
  readonly #seeded: Seeded
  readonly #back = new Set<string>()
  #moves: Move[]
  #relayed = 0
  #ended = false
  #twists = 0

  constructor(seeded: Seeded, { slips = true } = {}) {
    this.#seeded = seeded
    this.#words = new Words(seeded)
    const first = seeded.maybe(0.5) ? [this.#sayBack, this.#validate] : [this.#validate, this.#sayBack]
    // Good intentions slip too: one limit said bare, before anything was heard.
    const slip = slips && seeded.maybe(0.35) ? [this.#slip] : []
    const then = seeded.shuffled<Move>([this.#ask, this.#relate, this.#reason])
    const end = [this.#call, this.#together, this.#sayBack, this.#call, this.#nextStep]
    this.#moves = [...slip, this.#turnTo, ...first, ...then, ...end]
  }

  next(look: Look): Turn | undefined {
    const { lines } = look.scene
    const last = lines.at(-1)
    if (look.medium === 'spoken' || last === undefined) return undefined
    if (look.room.phase.name === 'wrap-up') return this.#close(look)
    const answer = look.scene.calls[this.#relayed]
    if (answer !== undefined && answer.answer !== null) {
      this.#relayed++
      return [say(`${answer.who.split(',')[0]} says: “${answer.answer}”`)]
    }
    if (last.seat !== 'customer' || last.how === 'do') return undefined
    const twists = look.scene.twists.filter(({ to }) => to === 'officer').length
    if (twists > this.#twists) {
      this.#twists = twists
      const words = this.#words.pick(OFFICER_WORDS.interrupted)
      if (words !== undefined) return [act('looks up, and holds up one hand to the interruption'), say(words)]
    }
    // Whoever shouts needs room first.
    if (/!/.test(last.text)) {
      const room = this.#words.pick(OFFICER_WORDS.space)
      if (room !== undefined) return [say(room)]
    }
    while (this.#moves.length > 0) {
      const turn = this.#moves.shift()?.(look)
      if (turn !== undefined) return turn
    }
    const more = this.#words.pick(OFFICER_WORDS.steady)
    return more === undefined ? undefined : [say(more)]
  }

  #one(sentences: readonly string[]): Turn | undefined {
    const words = this.#words.pick(sentences)
    return words === undefined ? undefined : [say(words)]
  }

  readonly #turnTo: Move = look => {
    const gesture = this.#words.pick(OFFICER_WORDS.turns)
    const feeling = this.#feeling(look)
    return gesture === undefined || feeling === undefined ? undefined : [act(gesture), ...feeling]
  }

  readonly #feeling: Move = ({ scene }) => {
    const told = scene.lines.filter(({ seat }) => seat === 'customer').map(({ text }) => text)
    const all = told.join(' ')
    const fitting = OFFICER_WORDS.feelings.filter(({ when }) => when.test(all)).map(({ say }) => say)
    return this.#one(fitting) ?? this.#one(OFFICER_WORDS.anyFeeling)
  }

  readonly #sayBack: Move = ({ scene }) => {
    const told = scene.lines
      .filter(({ seat, how }) => seat === 'customer' && how === 'say')
      .flatMap(({ text }) => aboutThemselves(text) ?? [])
      .filter(sentence => !this.#back.has(sentence))
    const [a, b] = told.slice(-2)
    if (a === undefined) return this.#one(OFFICER_WORDS.sayBackWithoutWords)
    this.#back.add(a)
    if (b !== undefined) this.#back.add(b)
    const what = b === undefined ? saidBack(a) : `${saidBack(a)}, and ${saidBack(b)}`
    const frame = this.#words.pick(OFFICER_WORDS.sayBack)
    return frame === undefined ? undefined : [say(frame.replace('…', what))]
  }

  readonly #validate: Move = () => this.#one(OFFICER_WORDS.validates)
  readonly #ask: Move = () => this.#one(OFFICER_WORDS.asks)
  readonly #together: Move = () => this.#one(OFFICER_WORDS.together)
  readonly #nextStep: Move = () => this.#one(OFFICER_WORDS.nextStep)

  readonly #relate: Move = ({ room }) => {
    const own = room.officer?.relate
    return own === undefined ? undefined : [say(`${asI(own)} How is it for you right now?`)]
  }

  /** What can't be done, with what can. */
  readonly #reason: Move = ({ room }) => {
    const [limit] = this.#seeded.shuffled(room.officer?.limits ?? [])
    const frame = this.#words.pick(OFFICER_WORDS.honest)
    return limit === undefined || frame === undefined ? undefined : [say(frame.replace('…', asI(limit)))]
  }

  readonly #slip: Move = ({ room }) => {
    const [limit] = room.officer?.limits ?? []
    return limit === undefined ? undefined : [say(`${asI(limit)} A rule is a rule, I am afraid.`)]
  }

  /** Asks for help where the customer can hear it, and passes the answer on with the next turn. */
  readonly #call: Move = ({ room, scene }) => {
    const index = scene.calls.length === 0 ? 0 : 1
    const who = room.officer?.calls[index]?.who.split(',')[0]
    const words = this.#words.next(OFFICER_WORDS.calls)
    if (who === undefined || words === undefined || scene.calls.some(call => call.index === index))
      return undefined
    return [act(words.replace('…', who)), { after: 6_000, beat: { kind: 'call', index } }]
  }

  #close(look: Look): Turn | undefined {
    if (this.#ended || !look.room.phase.customerSpoke) return undefined
    this.#ended = true
    return this.#one(OFFICER_WORDS.closes)
  }
}
