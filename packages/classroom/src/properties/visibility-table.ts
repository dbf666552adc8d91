import type { PersonId, RoomId } from '../ids.ts'
import type { Seat } from '../room.ts'
import type { Viewer } from '../view/viewer.ts'
import { type CardPart, canariesOfCard } from './canary-cards.ts'
import type { ChartedRoom, SeatingChart } from './seating-chart.ts'

/** What one viewer may see at one moment, and what a whole view of theirs therefore has in it. */
export interface Sight {
  /** The room that they look into. */
  readonly room: RoomId | null
  readonly seat: Seat | 'instructor' | 'projector' | null
  /** The canaries of every text. */
  readonly words: ReadonlySet<string>
  readonly temperature: boolean
  /** `scene/id` of the moments. */
  readonly moments: ReadonlySet<string>
  /** `by as` of the ratings. */
  readonly ratings: ReadonlySet<string>
  /** Whose ids may turn up; undefined: everybody's. */
  readonly people: ReadonlySet<PersonId> | undefined
}

type Column = Seat | 'instructor' | 'projector'
interface Looker {
  readonly column: Column
  readonly person: PersonId | null
}

const none = new Set<string>()
const blind = (people: Sight['people']): Sight => ({
  room: null,
  seat: null,
  words: none,
  temperature: false,
  moments: none,
  ratings: none,
  people,
})

/** The table "who sees what", read for one viewer. It knows events and seats only, and none of the code that makes views. */
export function sightOf(viewer: Viewer, chart: SeatingChart): Sight {
  const sight = roomSightOf(viewer, chart)
  return {
    ...sight,
    words: new Set([...sight.words, ...takenAlong(viewer, chart), ...worked(viewer, chart)]),
  }
}

/** What people take along is theirs; what they share is for instructors and, while it is shown, for the wall. */
function takenAlong(viewer: Viewer, chart: SeatingChart): readonly string[] {
  if (viewer.kind === 'watch' || (viewer.kind === 'projector' && !chart.takeAlongsShown)) return []
  if (viewer.kind === 'person') {
    const own = chart.out.has(viewer.person) ? undefined : chart.takeAlongs.get(viewer.person)
    return own === undefined ? [] : [...own.open, ...own.note]
  }
  const here = [...chart.takeAlongs].filter(([person]) => !chart.out.has(person))
  return here.flatMap(([, { open, shared }]) => (shared ? open : []))
}

/** What is shared is for whoever agreed and for instructors; what is picked of it for everybody in the class. */
function worked(viewer: Viewer, chart: SeatingChart): readonly string[] {
  switch (viewer.kind) {
    case 'watch':
      return []
    case 'console':
      return agreedIn(chart, [...chart.shared.keys()])
    case 'projector':
      return chart.linesShown ? agreedIn(chart, [...chart.picked]) : []
    case 'person': {
      if (chart.out.has(viewer.person)) return []
      const own = [...chart.shared].filter(([, agree]) => agree.has(viewer.person)).map(([key]) => key)
      return [
        ...own.flatMap(key => standingAt(chart, key)?.words ?? []),
        ...agreedIn(chart, [...chart.picked]),
      ]
    }
  }
}

const agreedIn = (chart: SeatingChart, keys: readonly string[]): readonly string[] =>
  keys.flatMap(key => {
    const found = standingAt(chart, key)
    const agree = chart.shared.get(key)
    const all = found?.whose.every(person => agree?.has(person) && !chart.out.has(person))
    return all === true ? (found?.words ?? []) : []
  })

/** The words at `scene/said`, and whose they are. */
function standingAt(chart: SeatingChart, key: string) {
  const [id = '', said = ''] = key.split('/')
  const room = chart.everyRoom.get(id.replace(/\.\d+$/, ''))
  const scene = room?.scenes.find(known => known.id === id)
  const moment = scene?.moments.get(said)
  if (moment?.thanks === true && room?.officer)
    return { words: moment.words, whose: [moment.by, room.officer] }
  const line = scene?.lines[Number(said) - 1]
  return line?.ofOfficer === true ? { words: line.words, whose: [line.by] } : undefined
}

function roomSightOf(viewer: Viewer, chart: SeatingChart): Sight {
  switch (viewer.kind) {
    case 'console': {
      // Who is called, and what the card answers, while that can still be said in other words.
      const waiting = [...chart.rooms.values()].flatMap(({ card, waiting }) =>
        [...waiting].flatMap(index => [
          ...canariesOfCard(card, index === 0 ? 'who0' : 'who1'),
          ...canariesOfCard(card, index === 0 ? 'call0' : 'call1'),
        ]),
      )
      return { ...blind(undefined), words: new Set(waiting) }
    }
    case 'projector': {
      const room = chart.projected === null ? undefined : chart.rooms.get(chart.projected)
      const agreed = room !== undefined && [...room.took].every(person => room.consents.has(person))
      if (!agreed || !room.revealed) return blind(none)
      return into(chart, chart.projected, room, { column: 'projector', person: null })
    }
    case 'watch': {
      const room = chart.rooms.get(viewer.room)
      if (room === undefined) return blind(new Set([viewer.person]))
      return into(chart, viewer.room, room, { column: 'instructor', person: viewer.person })
    }
    case 'person': {
      const place = chart.out.has(viewer.person) ? undefined : chart.placeOf(viewer.person)
      const seat = place?.[1].seats.get(viewer.person)
      if (place === undefined || seat === undefined) return blind(new Set([viewer.person]))
      return into(chart, place[0], place[1], { column: seat, person: viewer.person })
    }
  }
}

function into(chart: SeatingChart, id: RoomId | null, room: ChartedRoom, looker: Looker): Sight {
  const { column, person } = looker
  const outside = column === 'instructor' || column === 'projector'
  const words = new Set<string>()
  const see = (allowed: boolean, found: readonly string[]) => {
    if (allowed) for (const token of found) words.add(token)
  }
  const seePart = (allowed: boolean, part: CardPart) => see(allowed, canariesOfCard(room.card, part))

  for (const [part, allowed] of cardRows(room, column)) seePart(allowed, part)
  for (const scene of room.scenes) {
    for (const line of scene.lines) see(true, line.words)
    const hears = outside || column !== 'customer' || room.revealed
    for (const answer of scene.ownAnswers) see(hears, answer)
    for (const moment of scene.moments.values()) {
      see(column !== 'projector' && seesMoment(room, looker, moment.by), moment.words)
    }
  }
  for (const whisper of room.whispers) see(column === 'instructor' || whisper.to === person, whisper.words)
  for (const aside of room.asides) {
    see(column === 'instructor' || (person !== null && aside.among.has(person)), aside.words)
  }
  for (const note of room.notes) see(note.by === person, note.words)
  const ratings = [...room.ratings].filter(([, rating]) => seesRating(chart, room, looker, rating))
  for (const [, rating] of ratings) see(true, rating.words)

  const moments = room.scenes.flatMap(scene =>
    [...scene.moments]
      .filter(([, moment]) => seesMoment(room, looker, moment.by))
      .map(([moment]) => `${scene.id}/${moment}`),
  )
  return {
    room: id,
    seat: column,
    words,
    temperature: column !== 'officer' || room.revealed || (chart.typed && chart.officerSeesTemperature),
    moments: new Set(moments),
    ratings: new Set(ratings.map(([key]) => key)),
    people:
      column === 'projector'
        ? none
        : new Set([...room.took, ...chart.instructors, ...(outside && person ? [person] : [])]),
  }
}

/** The rows of the table that are about the card. */
function cardRows(room: ChartedRoom, column: Column): readonly (readonly [CardPart, boolean])[] {
  const { revealed } = room
  const outside = column === 'instructor' || column === 'projector'
  const officers = outside || column === 'officer' || column === 'observer' || revealed
  const made = (index: number) => room.scenes.some(scene => scene.calls.has(index))
  const dropped = (index: number) => room.scenes.some(scene => scene.twists.has(index))
  // In the cards of these histories the first twist is for the customer and the second for the officer.
  const twist = (index: number, to: Seat) =>
    column === 'instructor' ||
    (dropped(index) && (column === 'projector' || column === 'observer' || column === to || revealed))
  return [
    ['shared', true],
    ['head', column !== 'projector'],
    ['customer', outside || column === 'customer' || column === 'observer' || revealed],
    ['officer', officers],
    ['who0', officers],
    ['who1', officers],
    ['call0', outside || (officers && made(0))],
    ['call1', outside || (officers && made(1))],
    ['twist0', twist(0, 'customer')],
    ['twist1', twist(1, 'officer')],
    ['debrief', outside || revealed],
  ]
}

const seesMoment = ({ revealed }: ChartedRoom, { column, person }: Looker, by: PersonId): boolean =>
  column === 'instructor' || column === 'projector' || revealed || by === person

function seesRating(
  chart: SeatingChart,
  room: ChartedRoom,
  { column, person }: Looker,
  rating: { readonly by: PersonId; readonly about: PersonId | null },
): boolean {
  if (column === 'projector') return false
  if (rating.by === person) return true
  if (column !== 'instructor') return room.revealed && rating.about === person
  const shared = room.sharing.has(rating.by) && rating.about !== null && room.sharing.has(rating.about)
  return chart.assessed || shared
}
