import type { ClassEvent, EventOf } from '../event.ts'
import type { Actor, CardHash, PersonId, RoomId } from '../ids.ts'
import type { Seat, Seats } from '../room.ts'
import { canariesIn } from './canaries.ts'

/** A text that somebody wrote, known by its canaries. */
type Words = readonly string[]

interface ChartedMoment {
  readonly by: PersonId
  /** The customer says that it helped. */
  readonly thanks: boolean
  readonly words: Words
}

interface ChartedScene {
  readonly id: string
  readonly lines: { readonly by: PersonId; readonly ofOfficer: boolean; readonly words: Words }[]
  readonly moments: Map<string, ChartedMoment>
  readonly twists: Set<number>
  /** Calls whose answer came. */
  readonly calls: Set<number>
  /** What instructors answered in place of the card: its own words. */
  readonly ownAnswers: Words[]
}

interface Taken {
  readonly open: Words
  readonly note: Words
  readonly shared: boolean
}

export interface ChartedRoom {
  /** Calls that an instructor may answer now. */
  readonly waiting: Set<0 | 1>
  card: CardHash
  readonly seats: Map<PersonId, Seat>
  readonly took: Set<PersonId>
  readonly consents: Set<PersonId>
  readonly sharing: Set<PersonId>
  revealed: boolean
  /** Who played the officer to the end; undefined while it is not over. */
  officer?: PersonId | null
  readonly scenes: ChartedScene[]
  readonly whispers: { readonly to: PersonId; readonly words: Words }[]
  readonly asides: { readonly among: ReadonlySet<PersonId>; readonly words: Words }[]
  readonly notes: { readonly by: PersonId; readonly words: Words }[]
  readonly ratings: Map<
    string,
    { readonly by: PersonId; readonly about: PersonId | null; readonly words: Words }
  >
}

const wordsOf = (text: string | undefined): Words => [...canariesIn(text ?? '')]

const newScene = (id: string): ChartedScene => ({
  id,
  lines: [],
  moments: new Map(),
  twists: new Set(),
  calls: new Set(),
  ownAnswers: [],
})

/**
 * Who sits where and what was said there, kept from the events alone and in its own way, so that what the views show can
 * be judged by something that shares no code with them.
 */
export class SeatingChart {
  assessed = false
  typed = false
  officerSeesTemperature = false
  readonly out = new Set<PersonId>()
  readonly instructors = new Set<PersonId>()
  /** The rooms of the round that is played. */
  readonly rooms = new Map<RoomId, ChartedRoom>()
  projected: RoomId | null = null
  readonly takeAlongs = new Map<Actor, Taken>()
  takeAlongsShown = false
  /** Of all rounds. */
  readonly everyRoom = new Map<RoomId, ChartedRoom>()
  /** `scene/said` to who agrees. */
  readonly shared = new Map<string, Set<Actor>>()
  readonly picked = new Set<string>()
  linesShown = false
  #merge:
    | {
        readonly rooms: readonly RoomId[]
        readonly own: Taken | undefined
        readonly kept: Taken | undefined
        readonly place: readonly [RoomId, Seat] | undefined
      }
    | undefined

  /** The room that a person sits in, with its id. */
  placeOf(person: PersonId): readonly [RoomId, ChartedRoom] | undefined {
    return [...this.rooms].find(([, room]) => room.seats.has(person))
  }

  add(event: ClassEvent): void {
    switch (event.type) {
      case 'ClassOpened':
        this.assessed = event.data.settings.kind === 'assessed'
        this.typed = event.data.settings.medium === 'typed'
        this.officerSeesTemperature = event.data.settings.officerSeesTemperature
        break
      case 'SettingsChanged':
        this.officerSeesTemperature = event.data.settings.officerSeesTemperature
        break
      case 'ClassClosed':
        this.projected = null
        this.takeAlongsShown = false
        this.linesShown = false
        break
      case 'TakenAlong': {
        const { keep, tryOut, note, shared } = event.data
        this.takeAlongs.set(event.actor, { open: wordsOf(`${keep} ${tryOut}`), note: wordsOf(note), shared })
        break
      }
      case 'TakeAlongsShown':
        this.takeAlongsShown = event.data.on
        if (event.data.on) this.linesShown = false
        break
      case 'LinesShown':
        this.linesShown = event.data.on
        if (event.data.on) this.takeAlongsShown = false
        break
      case 'LineShared': {
        const key = `${event.data.scene}/${event.data.said}`
        const agree = this.shared.get(key) ?? new Set()
        this.shared.set(key, agree)
        if (event.data.on) agree.add(event.actor)
        else {
          agree.delete(event.actor)
          this.picked.delete(key)
        }
        break
      }
      case 'LinePicked': {
        const key = `${event.data.scene}/${event.data.said}`
        if (event.data.on) this.picked.add(key)
        else this.picked.delete(key)
        break
      }
      case 'DebriefProjected':
        this.projected = event.data.room
        break
      case 'PersonJoined':
        if (event.data.role === 'instructor') this.instructors.add(event.data.person)
        break
      case 'PersonBroughtBack':
        if (this.out.delete(event.data.person)) this.#unshare(event.data.person)
        break
      case 'PersonRemoved':
        this.out.add(event.data.person)
        this.#leave(event.data.person)
        break
      case 'PersonSetAside':
        this.#leave(event.data.person)
        break
      case 'PeopleMerged': {
        const { from, into } = event.data
        const own = this.takeAlongs.get(from)
        const kept = this.takeAlongs.get(into)
        this.out.add(from)
        this.#leave(from)
        const rooms = [...this.everyRoom].filter(([, room]) => room.took.has(from)).map(([id]) => id)
        this.#rename(rooms, from, into)
        this.takeAlongs.delete(from)
        if (own !== undefined && kept === undefined) this.takeAlongs.set(into, own)
        this.#merge = { rooms, own, kept, place: this.#seatIn(into) }
        break
      }
      case 'MergeUndone': {
        const { from, into } = event.data
        const { rooms = [], own, kept, place } = this.#merge ?? {}
        this.out.delete(from)
        this.#rename(rooms, into, from)
        if (own !== undefined) {
          this.takeAlongs.set(from, own)
          // What they wrote since is theirs.
          if (kept === undefined && this.takeAlongs.get(into) === own) this.takeAlongs.delete(into)
        }
        if (place !== undefined && this.placeOf(into) === undefined)
          this.#take(this.rooms.get(place[0]), into, place[1])
        break
      }
      case 'PersonSeated':
        this.#leave(event.data.person)
        this.#take(this.rooms.get(event.data.room), event.data.person, event.data.seat)
        break
      case 'SeatsSwapped':
        this.#swap(event.data.a, event.data.b)
        break
      case 'RoundStarted':
        this.rooms.clear()
        this.projected = null
        this.linesShown = false
        for (const { room, seats, card } of event.data.rooms) this.#open(room, openedRoom(room, seats, card))
        break
      case 'RoomOpened': {
        const { room, seats, card } = event.data
        this.#open(room, openedRoom(room, seats, card))
        break
      }
      default: {
        const room = 'room' in event.data ? this.rooms.get(event.data.room ?? '') : undefined
        if (room !== undefined) inRoom(room, event)
      }
    }
  }

  /** What only `before` did in these rooms was somebody else's. */
  #rename(rooms: readonly RoomId[], before: PersonId, now: PersonId): void {
    for (const id of rooms) {
      const room = this.everyRoom.get(id)
      if (room === undefined) continue
      const renamed = renamedRoom(room, person => (person === before ? now : person))
      this.everyRoom.set(id, renamed)
      if (this.rooms.has(id)) this.rooms.set(id, renamed)
      for (const [key, agree] of this.shared)
        if (key.startsWith(`${id}.`) && agree.delete(before)) agree.add(now)
    }
  }

  #seatIn(person: PersonId): readonly [RoomId, Seat] | undefined {
    const place = this.placeOf(person)
    const seat = place?.[1].seats.get(person)
    return place && seat && [place[0], seat]
  }

  #open(id: RoomId, room: ChartedRoom): void {
    this.rooms.set(id, room)
    this.everyRoom.set(id, room)
  }

  #unshare(person: PersonId): void {
    for (const [key, agree] of this.shared) if (agree.delete(person)) this.picked.delete(key)
  }

  #leave(person: PersonId): void {
    for (const room of this.rooms.values()) room.seats.delete(person)
  }

  #take(room: ChartedRoom | undefined, person: PersonId, seat: Seat): void {
    room?.seats.set(person, seat)
    room?.took.add(person)
  }

  #swap(a: PersonId, b: PersonId): void {
    const [roomOfA, roomOfB] = [this.placeOf(a)?.[1], this.placeOf(b)?.[1]]
    const [seatOfA, seatOfB] = [roomOfA?.seats.get(a), roomOfB?.seats.get(b)]
    this.#leave(a)
    this.#leave(b)
    if (seatOfB !== undefined) this.#take(roomOfB, a, seatOfB)
    if (seatOfA !== undefined) this.#take(roomOfA, b, seatOfA)
  }
}

function openedRoom(id: RoomId, { customer, officer, observers }: Seats, card: CardHash): ChartedRoom {
  const seats = new Map<PersonId, Seat>(observers.map(person => [person, 'observer']))
  if (customer !== null) seats.set(customer, 'customer')
  if (officer !== null) seats.set(officer, 'officer')
  return {
    waiting: new Set(),
    card,
    seats,
    took: new Set(seats.keys()),
    consents: new Set(),
    sharing: new Set(),
    revealed: false,
    scenes: [newScene(`${id}.1`)],
    whispers: [],
    asides: [],
    notes: [],
    ratings: new Map(),
  }
}

function renamedRoom(room: ChartedRoom, who: (person: PersonId) => PersonId): ChartedRoom {
  const all = (people: ReadonlySet<PersonId>) => new Set([...people].map(who))
  return {
    ...room,
    seats: new Map([...room.seats].map(([person, seat]) => [who(person), seat])),
    took: all(room.took),
    consents: all(room.consents),
    sharing: all(room.sharing),
    ...(room.officer !== undefined && { officer: room.officer && who(room.officer) }),
    scenes: room.scenes.map(scene => ({
      ...scene,
      lines: scene.lines.map(line => ({ ...line, by: who(line.by) })),
      moments: new Map([...scene.moments].map(([id, moment]) => [id, { ...moment, by: who(moment.by) }])),
    })),
    whispers: room.whispers.map(whisper => ({ ...whisper, to: who(whisper.to) })),
    asides: room.asides.map(aside => ({ ...aside, among: all(aside.among) })),
    notes: room.notes.map(note => ({ ...note, by: who(note.by) })),
    ratings: new Map(
      [...room.ratings.values()].map((rating, index) => {
        const [, as = ''] = ([...room.ratings.keys()][index] ?? '').split(' ')
        const about = rating.about && who(rating.about)
        return [`${who(rating.by)} ${as}`, { ...rating, by: who(rating.by), about }]
      }),
    ),
  }
}

function inRoom(room: ChartedRoom, event: ClassEvent): void {
  waitForAnswers(room, event)
  switch (event.type) {
    case 'CardChanged':
      room.card = event.data.card
      room.scenes.splice(0, room.scenes.length, newScene(`${event.data.room}.1`))
      break
    case 'PhaseEntered':
      if (event.data.phase === 'debrief') room.revealed = true
      if (room.officer === undefined && event.data.phase !== 'scene' && event.data.phase !== 'wrap-up')
        room.officer = [...room.seats].find(([, seat]) => seat === 'officer')?.[0] ?? null
      break
    case 'RetakeStarted':
      room.scenes.push(newScene(event.data.scene))
      if (event.data.fork.swapped) swapPlayers(room)
      break
    case 'Whispered':
      room.whispers.push({ to: event.data.to, words: wordsOf(event.data.text) })
      break
    case 'Conferred': {
      const among = [...room.seats].filter(([, seat]) => seat !== 'customer').map(([person]) => person)
      room.asides.push({ among: new Set(among), words: wordsOf(event.data.text) })
      break
    }
    case 'NoteWritten':
      room.notes.push({ by: event.actor, words: wordsOf(event.data.text) })
      break
    case 'RatingSaved': {
      const { by, as, about, sentence } = event.data.rating
      room.ratings.set(`${by} ${as}`, { by, about, words: wordsOf(sentence) })
      break
    }
    case 'RatingsShared':
      toggle(room.sharing, event.actor, event.data.on)
      break
    case 'ProjectionConsented':
      toggle(room.consents, event.actor, event.data.on)
      break
    case 'LineSaid':
    case 'TwistDropped':
    case 'CallMade':
    case 'CallAnswered':
    case 'MomentMarked':
    case 'MomentUndone':
      inScene(
        room.scenes.find(scene => scene.id === event.data.scene),
        event,
      )
      break
    default:
  }
}

/** A call waits until it is answered or its scene is over. */
function waitForAnswers({ waiting }: ChartedRoom, { type, data }: ClassEvent): void {
  if (type === 'CallMade' && data.live === true) waiting.add(data.index)
  if (type === 'CallAnswered') waiting.delete(data.index)
  const over = type === 'PhaseEntered' && data.phase !== 'scene' && data.phase !== 'wrap-up'
  if (over || type === 'RetakeStarted') waiting.clear()
}

type SceneEvent = EventOf<
  'LineSaid' | 'TwistDropped' | 'CallMade' | 'CallAnswered' | 'MomentMarked' | 'MomentUndone'
>

function inScene(scene: ChartedScene | undefined, event: ClassEvent & { type: SceneEvent['type'] }): void {
  if (scene === undefined) throw new Error(`${event.type} of ${event.data.scene}, which is not on the chart`)
  switch (event.type) {
    case 'LineSaid':
      scene.lines.push({
        by: event.actor,
        ofOfficer: event.data.seat === 'officer' && event.data.how === 'say',
        words: wordsOf(event.data.text),
      })
      break
    case 'TwistDropped':
      scene.twists.add(event.data.index)
      break
    case 'CallMade':
      if (event.data.live === undefined) scene.calls.add(event.data.index)
      break
    case 'CallAnswered':
      if (event.data.text === undefined) scene.calls.add(event.data.index)
      else scene.ownAnswers.push(wordsOf(event.data.text))
      break
    case 'MomentMarked':
      scene.moments.set(event.data.moment, {
        by: event.actor,
        thanks: event.data.as === 'customer' && event.data.mark === 'helped',
        words: wordsOf(event.data.words),
      })
      break
    case 'MomentUndone':
      scene.moments.delete(event.data.moment)
      break
  }
}

const toggle = (people: Set<PersonId>, person: PersonId, on: boolean) =>
  on ? people.add(person) : people.delete(person)

function swapPlayers(room: ChartedRoom): void {
  for (const [person, seat] of room.seats) {
    if (seat !== 'observer') room.seats.set(person, seat === 'customer' ? 'officer' : 'customer')
  }
}
