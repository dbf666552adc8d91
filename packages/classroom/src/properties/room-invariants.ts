import { MOST_RETAKES } from '../decide/retake.ts'
import { type PersonId, sceneIdAt } from '../ids.ts'
import type { Phase, Room, Scene } from '../room.ts'
import type { ClassState } from '../state.ts'
import { must, mustBeUnique, mustRise } from './must.ts'

/** Everybody in a room's seats, as the seats say and nothing else. */
export const seatsOf = ({ seats }: Pick<Room, 'seats'>): readonly PersonId[] => [
  ...(seats.customer === null ? [] : [seats.customer]),
  ...(seats.officer === null ? [] : [seats.officer]),
  ...seats.observers,
]

/** What holds in every room at every moment. */
export function roomInvariants(state: ClassState, room: Room): void {
  const here = seatsOf(room)
  const say = (what: string) => `${room.id} (${room.phase.name}): ${what}`
  const within = (people: readonly PersonId[], among: readonly PersonId[], what: string) => {
    mustBeUnique(people, say(what))
    must(
      people.every(person => among.includes(person)),
      say(`${what} ${people}, but ${among}`),
    )
  }
  within(room.ready, here, 'ready')
  within(room.away, here, 'away')
  within(room.finished, here, 'finished')
  within(here, room.took, 'sitting')
  within(room.consents, room.took, 'consents')
  within(room.sharing, room.took, 'sharing')
  mustBeUnique(
    room.ratings.map(rating => `${rating.by} as ${rating.as}`),
    say('rated'),
  )
  for (const whisper of room.whispers) must(room.took.includes(whisper.to), say(`whispered to ${whisper.to}`))
  must(state.cards[room.card] !== undefined, say(`has no card ${room.card}`))
  must(
    (room.cast === null) ===
      (['briefing', 'scene', 'wrap-up'].includes(room.phase.name) ||
        (room.phase.name === 'time-out' && room.phase.of === 'scene')),
    say('the cast is not that of the end of its scene'),
  )
  must(room.scenes.length >= 1 && room.scenes.length <= MOST_RETAKES + 1, say(`${room.scenes.length} scenes`))

  for (const id of here) {
    // The planner goes by this, so that nobody plays the officer of a brief that they have read.
    const seen = state.people.find(person => person.id === id)?.seen
    if (id !== room.seats.officer || room.revealed)
      must(seen?.includes(room.card), say(`${id} reads and has not seen`))
  }

  phaseInvariants(room.phase, say)
  const { phase } = room
  const retaking = phase.name === 'retake' || (phase.name === 'time-out' && phase.of === 'retake')
  if (retaking || phase.name === 'debrief') must(room.revealed, say('is not revealed'))
  if (['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'stopped'].includes(phase.name)) {
    must(!room.revealed, say('is revealed'))
  }
  if (retaking) must(room.scenes.length > 1, say('retakes nothing'))
  room.scenes.forEach((scene, index) => {
    must(scene.id === sceneIdAt(room.id, index), say(`scene ${index} is ${scene.id}`))
    must((scene.fork !== undefined) === index > 0, say(`${scene.id} has the wrong fork`))
    const runs = index === room.scenes.length - 1 && clockRuns(phase)
    must((scene.runningSince !== null) === runs, say(`the clock of ${scene.id} ${runs ? 'stands' : 'runs'}`))
    sceneInvariants(scene, say)
  })
}

const clockRuns = (phase: Phase): boolean =>
  (phase.name === 'scene' && !('held' in phase)) || phase.name === 'wrap-up' || phase.name === 'retake'

const NEEDS: Readonly<Record<Phase['name'], readonly (readonly string[])[]>> = {
  briefing: [['endsAt']],
  scene: [
    ['endsAt', 'startsAt'],
    ['held', 'remaining'],
  ],
  'time-out': [['calledBy', 'of', 'remaining']],
  'wrap-up': [['customerSpoke', 'endsAt']],
  'step-out': [['endsAt']],
  rating: [['endsAt']],
  debrief: [['endsAt']],
  retake: [['endsAt']],
  stopped: [['by']],
  done: [[]],
}

/** A phase has what it needs and nothing else, and its times are times. */
function phaseInvariants(phase: Phase, say: (what: string) => string): void {
  const { name, ...rest } = phase
  const has = Object.keys(rest).sort().join()
  must(
    NEEDS[name].some(needs => needs.join() === has),
    say(`has ${has}`),
  )
  for (const time of ['startsAt', 'endsAt', 'remaining'] as const) {
    if (!(time in phase)) continue
    const value = Object.entries(phase).find(([key]) => key === time)?.[1]
    must(Number.isSafeInteger(value) && Number(value) >= 0, say(`${time} is ${value}`))
  }
  if (phase.name === 'scene' && 'endsAt' in phase)
    must(phase.startsAt <= phase.endsAt, say('ends before it starts'))
}

function sceneInvariants(scene: Scene, say: (what: string) => string): void {
  const lines = scene.lines.toArray()
  const curve = scene.curve.toArray()
  must(
    lines.every((line, index) => line.n === index + 1),
    say('lines are not 1, 2, 3'),
  )
  mustRise([0, ...lines.map(line => line.offset)], say('offsets of lines'))
  mustRise([0, ...curve.map(point => point.offset)], say('offsets of the curve'))
  must(curve[0]?.offset === 0, say('the curve begins later'))
  must(
    curve.every((point, index) => point.level !== curve[index - 1]?.level),
    say('a point that changes nothing'),
  )
  if (scene.corrected !== undefined) {
    mustRise([0, ...scene.corrected.map(point => point.offset)], say('offsets of the corrected curve'))
    must(
      (scene.corrected.at(-1)?.offset ?? 0) <= scene.played,
      say('the corrected curve is longer than the scene'),
    )
  }
  must(scene.played >= 0 && Number.isSafeInteger(scene.played), say(`played ${scene.played}`))
  mustBeUnique(
    scene.moments.map(moment => moment.id),
    say('moment'),
  )
  for (const moment of scene.moments) {
    must(moment.offset >= 0, say(`${moment.id} at ${moment.offset}`))
    must(Number(moment.id.slice(1)) <= scene.momentCount, say(`${moment.id} of ${scene.momentCount}`))
    must(
      moment.line === undefined || lines[moment.line - 1] !== undefined,
      say(`${moment.id} is about no line`),
    )
  }
  for (const list of [scene.twists, scene.calls]) {
    mustBeUnique(
      list.map(each => each.index),
      say('twist or call'),
    )
    mustRise([0, ...list.map(each => each.offset)], say('offsets of twists or calls'))
  }
}
