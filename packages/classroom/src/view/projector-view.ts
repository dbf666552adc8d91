import { mayProject } from '../decide/rate.ts'
import { currentScene, roomOf, trainees } from '../find.ts'
import type { Moment, PhaseName, Room } from '../room.ts'
import { type ClassState, STEPS, type Step, stepRank } from '../state.ts'
import { classHead } from './person-view.ts'
import { callViews, cardHead, cardOf, twistViews } from './room-view.ts'
import { sharedTakeAlongs } from './shared-take-alongs.ts'
import type { ProjectedDebrief, ProjectorView } from './view.ts'
import { pickedLines } from './worked-lines.ts'

export function projectorView(state: ClassState): ProjectorView {
  const room = roomOf(state, state.projected)
  return {
    kind: 'projector',
    class: { ...classHead(state), announced: onTheWall(state) },
    present: trainees(state).length,
    rooms: state.round?.rooms.length ?? 0,
    steps: stepCounts(state),
    ...stepClock(state),
    tally: tally(state),
    takeAlongs: state.takeAlongsShown ? sharedTakeAlongs(state) : null,
    worked: state.worked.shown ? pickedLines(state) : null,
    agreement: agreement(state),
    debrief: room !== undefined && mayProject(room) ? projectedDebrief(state, room) : null,
  }
}

function stepCounts({ round }: ClassState): ProjectorView['steps'] {
  const counts: Partial<Record<Step, number>> = {}
  for (const { phase } of round?.rooms ?? []) {
    const step = phase.name === 'stopped' ? 'done' : (STEPS[stepRank(phase)] ?? 'done')
    counts[step] = (counts[step] ?? 0) + 1
  }
  return counts
}

/** The latest end among the rooms that are in the step on the wall, or of all where each moves by itself. */
function stepClock(state: ClassState): Pick<ProjectorView, 'startsAt' | 'endsAt'> {
  const { round } = state
  if (round === null) return { endsAt: null }
  const alone = state.settings.pace === 'room'
  // Rooms in which all have rated open their debrief by themselves: when the last one has, the wall goes on with them.
  const slowest = Math.min(...round.rooms.map(({ phase }) => stepRank(phase)))
  const step = STEPS[Math.max(STEPS.indexOf(round.step), slowest)]
  const clocks = round.rooms.flatMap(({ phase }) =>
    (alone || phase.name === step) && 'endsAt' in phase ? [phase] : [],
  )
  const last = clocks.toSorted((a, b) => b.endsAt - a.endsAt)[0]
  if (last === undefined) return { endsAt: null }
  const { endsAt } = last
  return 'startsAt' in last ? { endsAt, startsAt: last.startsAt } : { endsAt }
}

function tally(state: ClassState): ProjectorView['tally'] {
  const room = state.round?.kind === 'fishbowl' ? state.round.rooms[0] : undefined
  if (room === undefined) return null
  const { moments } = currentScene(room)
  const count = (mark: Moment['mark']) => moments.filter(moment => moment.mark === mark).length
  return { helped: count('helped'), hurt: count('hurt') }
}

/** An announcement is on the wall only if the instructor wants it there. */
function onTheWall({ announced }: ClassState): ProjectorView['class']['announced'] {
  return announced?.wall === true ? { text: announced.text, at: announced.at } : null
}

const TEN_SECONDS = 10_000
const MARKED: ReadonlySet<PhaseName> = new Set(['step-out', 'rating', 'debrief', 'retake', 'done'])

/** Where the room's marks met: each person counts once in ten seconds for each kind of mark, and nobody is told apart. */
function agreement(state: ClassState): ProjectorView['agreement'] {
  const room = state.round?.kind === 'fishbowl' ? state.round.rooms[0] : undefined
  const scene = room?.scenes[0]
  if (room === undefined || scene === undefined || !MARKED.has(room.phase.name)) return null
  const moments = scene.moments.filter(moment => moment.as !== 'customer')
  const last = Math.max(scene.played, ...moments.map(moment => moment.offset))
  const buckets = Math.min(MOST_TENS, Math.floor(last / TEN_SECONDS) + 1)
  const marked = (index: number, mark: Moment['mark']) =>
    new Set(
      moments
        .filter(moment => moment.mark === mark && Math.floor(moment.offset / TEN_SECONDS) === index)
        .map(moment => moment.by),
    ).size
  return Array.from({ length: buckets }, (_, index) => ({
    from: index * TEN_SECONDS,
    helped: marked(index, 'helped'),
    hurt: marked(index, 'hurt'),
  }))
}

/** An hour, which is the longest scene that settings allow. */
const MOST_TENS = 360

/** Seats instead of people, and no ratings, whispers, notes or remembered words. */
function projectedDebrief(state: ClassState, room: Room): ProjectedDebrief {
  const card = cardOf(state, room)
  const { title, shared } = cardHead(card)
  return {
    card: { title, shared },
    customer: card.customer,
    officer: card.officer,
    debrief: card.debrief,
    scenes: room.scenes.map(scene => ({
      id: scene.id,
      fork: scene.fork ?? null,
      lines: scene.lines.toArray().map(({ n, seat, how, text, offset }) => ({ n, seat, how, text, offset })),
      curve: scene.curve.toArray(),
      corrected: scene.corrected ?? null,
      moments: scene.moments.map(({ id, as, mark, offset, behaviour, line, cue }) => ({
        id,
        as,
        mark,
        offset,
        ...(behaviour && { behaviour }),
        ...(line && { line }),
        ...(cue && { cue }),
      })),
      twists: twistViews(state, room, scene),
      calls: callViews(state, room, scene, true),
      played: scene.played,
    })),
  }
}
