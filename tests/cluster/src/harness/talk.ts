import { type ClassEvent, fold, unopened, viewOf } from '@evenkeel/classroom'
import { openRedisStore, systemClock } from '@evenkeel/server'
import type { Simulant } from '@evenkeel/simulant'
import { expect } from 'vitest'
import { placeOf } from './play.ts'

/** People who talk until they are told to stop; each line goes through the outbox of its device. */
export class Talk {
  readonly #sent: { readonly by: string; readonly text: string }[] = []
  readonly #acknowledged = new Set<string>()
  #on = true
  readonly #talking: Promise<unknown>[]
  readonly #people: readonly (Simulant & { person: string })[]
  readonly #redisUrl: string
  readonly #waiting = new Set<() => void>()

  constructor(people: readonly (Simulant & { person: string })[], redisUrl: string) {
    this.#people = people
    this.#redisUrl = redisUrl
    this.#talking = people.map(async person => {
      while (this.#on) {
        const text = `line ${this.#sent.length + 1}`
        this.#sent.push({ by: person.person, text })
        const answer = await person.act('Speak', { place: placeOf(person), how: 'say', text })
        expect(answer).toMatchObject({ ok: true })
        this.#acknowledged.add(`${person.person} ${text}`)
        for (const look of this.#waiting) look()
        // As fast as people may: a device that sends more is told to slow down.
        await new Promise(resolve => setTimeout(resolve, 80))
      }
    })
  }

  get count(): number {
    return this.#acknowledged.size
  }

  /** Resolves when so many more lines were acknowledged. */
  until(more: number): Promise<void> {
    const goal = this.count + more
    return new Promise(resolve => {
      const look = () => {
        if (this.count < goal) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
    })
  }

  /** Everything that was sent is in the journal once, in every view, in one order. */
  async endWell(classId: string): Promise<void> {
    this.#on = false
    await Promise.all(this.#talking)
    const store = await openRedisStore({ url: this.#redisUrl, clock: systemClock, failed: () => {} })
    try {
      const events = (await store.journal.read(classId, 0)) as readonly ClassEvent[]
      expect(events.map(event => event.seq)).toEqual(events.map((_, index) => index + 1))
      const said = events.flatMap(event =>
        event.type === 'LineSaid' ? [`${event.actor} ${event.data.text}`] : [],
      )
      expect([...said].sort()).toEqual(this.#sent.map(({ by, text }) => `${by} ${text}`).sort())
      const state = fold(unopened(classId), events)
      for (const person of this.#people) {
        await person.until(
          it => it.followed('seat')?.cursor?.upto === state.seq || sameView(it, person.person),
        )
        expect(person.seat).toEqual(viewOf({ kind: 'person', person: person.person }, state))
      }
      function sameView(it: Simulant, person: string): boolean {
        const wanted = viewOf({ kind: 'person', person }, state)
        return JSON.stringify(it.seat) === JSON.stringify(wanted)
      }
    } finally {
      await store.close()
    }
  }
}
