import {
  type CallView,
  type ClassEvent,
  type ClassState,
  currentScene,
  evolve,
  itemsAsked,
  mergedInto,
  offsetAt,
  type PersonId,
  personNow,
  personOf,
  type Room,
  type RoomId,
  type Round,
  roomOf,
  type Scene,
  type SceneId,
  type TwistView,
  unopened,
} from '@evenkeel/classroom'
import { type Card, rubric as playbookRubric, type Rubric } from '@evenkeel/playbook'
import { type Cast, castAfter } from './cast.ts'
import type { PlayedScene, SceneRating } from './played-scene.ts'

/** Reads a journal event by event, for stores that hand it out in pages. */
export interface SceneReader {
  read(event: ClassEvent): void
  /** The scenes so far, in the order of rounds, spots and retakes. */
  scenes(): PlayedScene[]
}

/**
 * Every scene that was played in a class: whose clock ran, or in which something was said, marked or rated without it.
 * One fold over the journal with the core's own `evolve`; a scene that still runs is told up to the last event.
 */
export function scenesOf(events: Iterable<ClassEvent>): PlayedScene[] {
  const reader = sceneReader()
  for (const event of events) reader.read(event)
  return reader.scenes()
}

export function sceneReader(): SceneReader {
  let state = unopened('')
  const beside: Beside = {
    rubrics: new Map(),
    casts: new Map(),
    startedAt: new Map(),
    asked: new Map(),
    stopped: new Set(),
  }
  return {
    read(event) {
      state = evolve(state, event)
      remember(beside, state, event)
    },
    scenes: () => playedRounds(state).flatMap(round => roundScenes(state, round, beside)),
  }
}

/** What a debrief needs and the state of a live class lets go of. */
interface Beside {
  readonly rubrics: Map<string, Rubric>
  readonly casts: Map<SceneId, Cast>
  readonly startedAt: Map<SceneId, number>
  /** By `askedKey`. */
  readonly asked: Map<string, readonly string[]>
  readonly stopped: Set<RoomId>
}

const askedKey = (room: RoomId, { by, as }: { by: PersonId; as: string }) => `${room} ${by} ${as}`

function remember(beside: Beside, state: ClassState, event: ClassEvent): void {
  switch (event.type) {
    case 'RubricBrought':
      beside.rubrics.set(event.data.hash, event.data.rubric)
      return
    case 'PhaseEntered': {
      const { room: id, phase } = event.data
      const room = roomOf(state, id)
      if (room === undefined) return
      if (phase === 'stopped') beside.stopped.add(id)
      const { id: scene, runningSince } = currentScene(room)
      if (runningSince !== null && !beside.startedAt.has(scene)) beside.startedAt.set(scene, runningSince)
      // Whoever sat there when the scene began played it, also where its clock was skipped.
      if (phase !== 'stopped' && !beside.casts.has(scene)) takeCast(beside, room)
      return
    }
    case 'RetakeStarted': {
      const room = roomOf(state, event.data.room)
      if (room === undefined) return
      beside.startedAt.set(event.data.scene, event.at)
      takeCast(beside, room)
      return
    }
    case 'PersonSeated':
      reseated(beside, roomOf(state, event.data.room))
      return
    case 'SeatsSwapped': {
      const { a, b } = event.data
      for (const person of [a, b]) reseated(beside, roomOf(state, personOf(state, person)?.room ?? null))
      return
    }
    case 'RatingSaved': {
      const room = roomOf(state, event.data.room)
      const { rating } = event.data
      if (room !== undefined) {
        beside.asked.set(askedKey(room.id, rating), itemsAsked(state, room, rating.as))
      }
      return
    }
  }
}

const IN_PLAY: readonly Room['phase']['name'][] = ['scene', 'time-out', 'wrap-up', 'retake']

/** Only changes while the scene is played change who played it. */
function reseated(beside: Beside, room: Room | undefined): void {
  if (room !== undefined && IN_PLAY.includes(room.phase.name)) takeCast(beside, room)
}

function takeCast(beside: Beside, room: Room): void {
  const { id } = currentScene(room)
  beside.casts.set(id, castAfter(beside.casts.get(id), room.seats))
}

function playedRounds(state: ClassState): readonly Round[] {
  return state.round === null ? state.pastRounds : [...state.pastRounds, state.round]
}

function roundScenes(state: ClassState, round: Round, beside: Beside): PlayedScene[] {
  return round.rooms.flatMap(room =>
    room.scenes.flatMap((scene, index) => {
      const told = toldScene(state, round, room, scene, index === 0, beside)
      return wasPlayed(told) ? [told] : []
    }),
  )
}

const wasPlayed = ({ played, lines, moments, ratings }: PlayedScene): boolean =>
  played > 0 || lines.length + moments.length + ratings.length > 0

function toldScene(
  state: ClassState,
  round: Round,
  room: Room,
  scene: Scene,
  first: boolean,
  beside: Beside,
): PlayedScene {
  const stopped = first && beside.stopped.has(room.id)
  const card = state.cards[room.card]
  if (card === undefined) throw new Error(`card ${room.card} was not brought into the class`)
  return {
    room: room.id,
    scene: scene.id,
    spot: room.spot,
    round: round.number,
    roundKind: round.kind,
    pairing: round.pairing,
    classKind: state.settings.kind,
    medium: state.settings.medium,
    cardHash: room.card,
    card,
    rubric: beside.rubrics.get(state.rubricHash) ?? playbookRubric,
    focus: room.focus,
    cast: castNow(state, beside.casts.get(scene.id)) ?? room.seats,
    fork: scene.fork ?? null,
    startedAt: beside.startedAt.get(scene.id) ?? null,
    lines: scene.lines.toArray(),
    curve: scene.curve.toArray(),
    corrected: scene.corrected ?? null,
    moments: scene.moments,
    twists: scene.twists.flatMap(dropped => twistTold(card, dropped)),
    calls: scene.calls.flatMap(made => callTold(card, made)),
    played: offsetAt(scene, state.at),
    // A rating that an instructor began before the scene was stopped does not count either.
    ratings: first && !stopped ? room.ratings.map(rating => withAsked(state, room, rating, beside)) : [],
    sharing: room.sharing,
    stopped,
  }
}

/** Whoever came in twice and was made one person since is that one here too. */
function castNow(state: ClassState, cast: Cast | undefined): Cast | undefined {
  if (cast === undefined) return undefined
  const { customer, officer, observers } = cast
  const now = (id: PersonId) => personNow(state, id)
  return {
    customer: customer && now(customer),
    officer: officer && now(officer),
    observers: observers.map(now),
  }
}

function withAsked(
  state: ClassState,
  room: Room,
  rating: Room['ratings'][number],
  beside: Beside,
): SceneRating {
  const asked = [rating.by, ...mergedInto(state, rating.by)]
    .map(by => beside.asked.get(askedKey(room.id, { by, as: rating.as })))
    .find(items => items !== undefined)
  return { ...rating, asked: asked ?? room.focus }
}

function twistTold(card: Card, { index, offset }: Scene['twists'][number]): TwistView[] {
  const twist = card.twists[index]
  return twist === undefined ? [] : [{ index, to: twist.to, text: twist.text, offset }]
}

function callTold(card: Card, { index, offset, open, answer }: Scene['calls'][number]): CallView[] {
  const call = card.officer.calls[index]
  return call === undefined
    ? []
    : [
        {
          index,
          who: call.who,
          answer: open ? null : (answer ?? call.answer),
          offset,
          ...(answer !== undefined && { live: true as const }),
        },
      ]
}
