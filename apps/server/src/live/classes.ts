// long because: what http and sockets ask of the classes is one port, and every answer needs the classes that are loaded.
import {
  type ClassEvent,
  cleanText,
  type DeckCard,
  LONGEST,
  mergedInto,
  type PersonId,
  personOf,
  requireText,
  SERVER,
  type Settings,
} from '@evenkeel/classroom'
import { type Language, rubricIn } from '@evenkeel/playbook'
import { rubricHash } from '@evenkeel/playbook/cards'
import type { Claims, WireRefusal } from '@evenkeel/protocol'
import type { CardLibrary } from '../cards/card-library.ts'
import type { Chance } from '../chance.ts'
import type { SeatClaims } from '../claims/port.ts'
import type { Clock } from '../clock.ts'
import type { LiveClasses, LiveHead, OwnCopy } from '../http/classes-port.ts'
import type { Journal } from '../journal/port.ts'
import type { Gap, Nodes } from '../nodes/port.ts'
import type { People } from '../people/port.ts'
import { ClassHub } from './class-hub.ts'
import { attendId, instructorIn, whoJoined } from './class-log.ts'
import { downtimeId, shiftOf } from './downtime.ts'
import { LiveClass } from './live-class.ts'
import { liveHeadOf } from './live-head.ts'
import { ownCopyOf } from './own-copy.ts'
import { recheck } from './recheck.ts'
import type { Request } from './request.ts'
import type { Channels } from './wire.ts'

export interface ClassesParts {
  readonly journal: Journal
  readonly people: People
  readonly claims: SeatClaims
  readonly clock: Clock
  readonly chance: Chance
  readonly cards: Pick<CardLibrary, 'card' | 'deck' | 'renewed' | 'refresh'>
  readonly io: Channels
  readonly grace: number
  /** Whether an instructor, by id, may act in a class. */
  readonly looksAfter: (instructorId: string, classId: string) => Promise<boolean>
  readonly nodes: Nodes
  readonly failed: (what: string, cause: unknown) => void
}

type Named = { readonly ok: true; readonly person: PersonId } | WireRefusal

/** ms between looks for classes that nobody uses any more. */
const IDLE_LOOK = 60_000
const CLASS_ID_BYTES = 9
const RECENT_DAYS = 3 * 24 * 3_600_000

/** The classes of this deployment: loaded when somebody needs them, dropped when nobody does. */
export class Classes implements LiveClasses {
  readonly #parts: ClassesParts
  readonly #hubs = new Map<string, Promise<ClassHub | undefined>>()
  readonly #listeners = new Map<string, Set<(events: readonly ClassEvent[]) => void>>()
  #look: (() => void) | undefined
  #stopped = false
  #gaps: readonly Gap[] = []

  constructor(parts: ClassesParts) {
    this.#parts = parts
    this.#lookForIdle()
  }

  /**
   * Called once at the start, with the gaps before it. Classes of the last days are loaded at once, so that their clocks go
   * on; older ones when somebody asks for them. Where other servers were there all the time nothing is loaded.
   */
  async wakeUp(gaps: readonly Gap[], now: number): Promise<void> {
    const { people, nodes } = this.#parts
    this.#gaps = gaps
    if (nodes.shared && gaps.at(-1)?.to !== now) return
    for (const { classId, openedAt, closedAt } of await people.classesOf(undefined)) {
      if (closedAt === undefined && openedAt > now - RECENT_DAYS) await this.hub(classId)
    }
  }

  /** Clocks that ran when the servers went are set forward by as long as they were gone. */
  async #makeGood({ live }: ClassHub): Promise<void> {
    const shift = shiftOf(live.state.at, this.#gaps)
    if (shift === undefined) return
    await live.submit({ id: shift.id, actor: SERVER, type: 'ShiftClocks', data: { by: shift.by } })
  }

  /** Gaps that came to be while this server was there: nothing could be saved. Its classes' clocks stood still with it. */
  makeGood(gaps: readonly Gap[]): void {
    this.#gaps = [...this.#gaps, ...gaps]
    void this.#each(hub => {
      for (const gap of gaps) {
        const data = { by: gap.to - gap.from }
        void hub.live.submit({ id: downtimeId(gap), actor: SERVER, type: 'ShiftClocks', data })
      }
    })
  }

  /** Classes held in memory. */
  get loaded(): number {
    return this.#hubs.size
  }

  /** The live class, loaded if need be; undefined when there is none of that id. */
  hub(classId: string): Promise<ClassHub | undefined> {
    const known = this.#hubs.get(classId)
    if (known !== undefined) return known
    const loading = this.#load(classId).catch(error => {
      this.#hubs.delete(classId)
      throw error
    })
    this.#hubs.set(classId, loading)
    return loading
  }

  async #load(classId: string): Promise<ClassHub | undefined> {
    const names = await this.#parts.people.names(classId)
    const hub = this.#newHub(classId)
    const live = await LiveClass.load(classId, this.#liveParts(hub), names, hub.remember)
    if (live === undefined) {
      this.#hubs.delete(classId)
      return undefined
    }
    hub.adopt(live)
    await live.listen()
    await this.#makeGood(hub)
    hub.begin()
    return hub
  }

  #newHub(classId: string): ClassHub {
    const { io, clock, grace, nodes } = this.#parts
    const committed = (events: readonly ClassEvent[]) => {
      for (const heard of this.#listeners.get(classId) ?? []) heard(events)
      void this.#committed(classId, events)
    }
    const claims = () => this.#claimsIn(classId)
    return new ClassHub({ io, clock, grace, nodes, committed, claims })
  }

  #liveParts(hub: ClassHub) {
    const { journal, people, clock, chance, cards, nodes, failed } = this.#parts
    const others = {
      names: (classId: string) => people.names(classId),
      replaced: hub.replaced,
      unreadable: () => void this.#giveUp(hub),
    }
    return {
      journal,
      clock,
      chance,
      library: (hash: string) => {
        const card = cards.card(hash)
        // Perhaps another server saved it: then the next try finds it.
        if (card === undefined) cards.refresh().catch(error => failed('reading the cards', error))
        return card
      },
      offered: (deck: readonly DeckCard[]) => cards.renewed(deck),
      publish: hub.publish,
      failed,
      ...(nodes.shared && { others }),
    }
  }

  /** Hears what becomes durable in a class, as long as it is loaded; the answer ends it. */
  hear(classId: string, heard: (events: readonly ClassEvent[]) => void): () => void {
    const all = this.#listeners.get(classId) ?? new Set()
    this.#listeners.set(classId, all.add(heard))
    return () => {
      all.delete(heard)
      if (all.size === 0) this.#listeners.delete(classId)
    }
  }

  /** What the rest of the server must do about what just became durable. */
  async #committed(classId: string, events: readonly ClassEvent[]): Promise<void> {
    const { people, failed } = this.#parts
    try {
      for (const event of events) {
        if (event.type === 'PersonRemoved')
          await this.#dismiss(classId, event.data.person, event.data.blocked)
        if (event.type === 'ClassClosed') {
          await people.closeClass(classId, event.at)
          await this.dropScreens(classId)
          await people.dropScreensOf(classId)
          await this.#parts.claims.dropClaimsOf(classId)
          await people.putRoster(classId, { people: [], shown: false })
        }
      }
    } catch (error) {
      failed('what follows a commit', error)
    }
  }

  /** A blocked person keeps their seat's record, so that their browser is known when it comes again. */
  async #dismiss(classId: string, person: PersonId, blocked: boolean): Promise<void> {
    const hub = await this.#hubs.get(classId)
    hub?.dismiss(person, 'Your instructor has taken you out of this class.')
    if (blocked) return
    const also = hub === undefined ? [] : mergedInto(hub.live.state, person)
    for (const one of [person, ...also]) await this.#parts.people.dropSeatsOf(classId, one)
  }

  // ---- what http asks for

  async open(request: {
    title: string
    settings: Settings
    language: Language
    instructor: { id: string; name: string }
    simulated?: true
  }): Promise<{ ok: true; classId: string } | WireRefusal> {
    const { chance, cards, failed } = this.#parts
    const classId = chance.bytes(CLASS_ID_BYTES).toString('base64url')
    const hub = this.#newHub(classId)
    try {
      await cards.refresh()
      const live = await LiveClass.create(classId, this.#liveParts(hub))
      hub.adopt(live)
      await live.listen()
      hub.begin()
      this.#hubs.set(classId, Promise.resolve(hub))
      const { title, settings, language, simulated } = request
      const rubric = rubricIn(language)
      const deck = cards.deck(language)
      const marked = simulated === true && { simulated }
      const data = { classId, title, settings, deck, rubricHash: rubricHash(rubric), rubric, ...marked }
      const opened = await live.submit({ id: `open:${classId}`, actor: SERVER, type: 'OpenClass', data })
      const attended = opened.ok ? await this.#attend(hub, request.instructor) : opened
      if (attended.ok) return { ok: true, classId }
      this.#hubs.delete(classId)
      return attended
    } catch (error) {
      failed('opening a class', error)
      this.#hubs.delete(classId)
      return { ok: false, kind: 'cannot-save', say: "The server can't save right now. Try again." }
    }
  }

  async join(request: {
    classId: string
    name: string
    staffNumber?: string
    request: string
  }): Promise<Named> {
    const hub = await this.hub(request.classId)
    if (hub === undefined) return unknownClass
    const name = requireText(request.name, LONGEST.name, 'Your name')
    if (!name.ok) return name
    const staffNumber = cleanText(request.staffNumber ?? '')
    return this.#bringIn(hub, `join:${request.request}`, 'trainee', {
      name: name.text,
      ...(staffNumber !== '' && { staffNumber }),
    })
  }

  async attend(classId: string, instructor: { id: string; name: string }): Promise<Named> {
    const hub = await this.hub(classId)
    return hub === undefined ? unknownClass : this.#attend(hub, instructor)
  }

  #attend(hub: ClassHub, instructor: { id: string; name: string }): Promise<Named> {
    return this.#bringIn(hub, attendId(instructor.id), 'instructor', { name: instructor.name })
  }

  /** The same id brings in the same person, however often it is asked. */
  async #bringIn(
    hub: ClassHub,
    id: string,
    role: 'trainee' | 'instructor',
    name: NonNullable<Request['name']>,
  ): Promise<Named> {
    const { live } = hub
    const outcome = await live.submit({ id, actor: SERVER, type: 'JoinClass', data: { role }, name })
    if (!outcome.ok) return outcome
    const person = await whoJoined(this.#parts.journal, live.classId, outcome.seq)
    return person === undefined ? unknownClass : { ok: true, person }
  }

  async rename(classId: string, person: PersonId, raw: string): Promise<{ ok: true } | WireRefusal> {
    const hub = await this.hub(classId)
    if (hub === undefined) return unknownClass
    const name = requireText(raw, LONGEST.name, 'Your name')
    if (!name.ok) return name
    const id = `rename:${this.#parts.chance.bytes(8).toString('hex')}`
    const named = { type: 'NamePerson', data: { person }, name: { name: name.text } } as const
    const outcome = await hub.live.submit({ id, actor: SERVER, ...named })
    return outcome.ok ? { ok: true } : outcome
  }

  async ownCopy(classId: string, person: PersonId): Promise<OwnCopy | undefined> {
    const hub = await this.hub(classId)
    return hub && ownCopyOf(hub.live, person)
  }

  async head(classId: string): Promise<LiveHead | undefined> {
    const hub = await this.hub(classId)
    await hub?.live.refresh()
    return hub && liveHeadOf(hub.live)
  }

  /** Those that nobody's name answers to are not shown: whoever asked is told nothing of it. */
  async #claimsIn(classId: string): Promise<Claims> {
    const { claims, clock, failed } = this.#parts
    try {
      const waiting = await claims.waitingIn(classId, clock.now())
      return {
        claims: waiting
          .filter(({ people }) => people.length > 0)
          .map(({ id, people, digits, device, askedAt, expiresAt }) => {
            return { id, people: [...people], digits, device, askedAt, until: expiresAt }
          }),
      }
    } catch (error) {
      failed('reading who asks for a seat', error)
      return { claims: [] }
    }
  }

  async claimsChanged(classId: string): Promise<void> {
    ;(await this.hub(classId))?.claimsChanged()
  }

  async moveSeat(classId: string, person: PersonId, token: string): Promise<void> {
    ;(await this.hub(classId))?.moveSeat(person, token)
  }

  async letIn({ classId, instructor, on, by }: Parameters<LiveClasses['letIn']>[0]): Promise<void> {
    const hub = await this.hub(classId)
    const person = hub && (await instructorIn(this.#parts.journal, classId, instructor.id))
    // Whoever never came has nothing to give up.
    if (hub === undefined || person === undefined) return
    if (!on) hub.letOut(person)
    const asker = await this.#attend(hub, by)
    const standing = personOf(hub.live.state, person)?.standing
    const type = on ? 'BringBack' : 'SetAside'
    if (!asker.ok || standing !== (on ? 'set-aside' : 'present')) return
    const id = `let-in:${this.#parts.chance.bytes(8).toString('hex')}`
    // Who takes themselves out is set aside by nobody else.
    await hub.live.submit({ id, actor: asker.person, type, data: { person } })
  }

  async dropScreens(classId: string): Promise<void> {
    // A class that is not loaded has no screen here, but it may have one at another server.
    const hub = await (this.#parts.nodes.shared ? this.hub(classId) : this.#hubs.get(classId))
    hub?.takeScreens()
  }

  async dropSession(session: string): Promise<void> {
    this.#parts.nodes.tellAll({ kind: 'signed-out', session })
    await this.endSession(session)
  }

  /** Ends the connections that a session has at this server. */
  endSession(session: string): Promise<void> {
    return this.#each(hub => hub.dismissSession(session))
  }

  /** Ends connections whose end was told by another server and not heard. */
  recheck(): Promise<void> {
    return this.#each(async hub => {
      await this.recheckIn(hub)
      await hub.live.refresh()
    })
  }

  recheckIn(hub: ClassHub): Promise<void> {
    const { people, clock, looksAfter } = this.#parts
    return recheck(hub, people, clock.now(), looksAfter)
  }

  async #each(act: (hub: ClassHub) => unknown): Promise<void> {
    for (const loading of [...this.#hubs.values()]) {
      const hub = await loading.catch(() => undefined)
      if (hub !== undefined) await act(hub)
    }
  }

  /** The journal was rewritten: everybody in the class begins anew with what is left. Other servers notice by the epoch. */
  async reload(classId: string): Promise<void> {
    const hub = await this.#hubs.get(classId)
    this.#hubs.delete(classId)
    hub?.stop('Something was taken out of this class. It comes back by itself.')
  }

  /** Whoever comes back is let in by a server that can read the class, or told that this one is not ready. */
  async #giveUp(hub: ClassHub): Promise<void> {
    hub.stop('This class needs a newer server. It comes back by itself.')
    const { classId } = hub.live
    const known = this.#hubs.get(classId)
    const there = await known?.catch(() => undefined)
    if (there === hub && this.#hubs.get(classId) === known) this.#hubs.delete(classId)
  }

  async forget(classId: string): Promise<void> {
    await this.#parts.claims.dropClaimsOf(classId)
    this.#parts.nodes.tellAll({ kind: 'deleted', class: classId })
    await this.endDeleted(classId)
  }

  /** Ends what a deleted class has at this server. */
  async endDeleted(classId: string): Promise<void> {
    const hub = await this.#hubs.get(classId)
    this.#hubs.delete(classId)
    hub?.over('This class was deleted.')
  }

  // ---- coming to an end

  #lookForIdle(): void {
    this.#look = this.#parts.clock.after(IDLE_LOOK, () => {
      void this.#dropIdle().finally(() => {
        if (!this.#stopped) this.#lookForIdle()
      })
    })
  }

  async #dropIdle(): Promise<void> {
    for (const [classId, loading] of this.#hubs) {
      const hub = await loading.catch(() => undefined)
      if (hub?.idle !== true) continue
      this.#hubs.delete(classId)
      hub.end()
    }
  }

  /** Everybody is told, clocks stop; what is in flight is still carried out. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#look?.()
    await this.#each(hub => hub.stop('The server is starting again. Your seat is kept.'))
  }
}

const unknownClass: WireRefusal = { ok: false, kind: 'unknown', say: 'There is no such class.' }
