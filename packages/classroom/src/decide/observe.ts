import { markOf } from '@evenkeel/playbook'
import type { CommandOf } from '../command.ts'
import { lineOf, offsetAt } from '../find.ts'
import type { PersonId } from '../ids.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Moment, Scene } from '../room.ts'
import type { ClassState } from '../state.ts'
import { allowText, LONGEST } from '../text.ts'
import { type Decision, happen } from './decision.ts'
import { type InRoom, inRoom } from './in-room.ts'
import { LATEST_TAP } from './scene.ts'

/** Per scene and person: a fishbowl has many observers, and one must not use up what the others need. */
export const MOST_MOMENTS = 500
/** Per scene, undone ones included. */
const MOST_MOMENTS_OF_ALL = 9_999

export function mark(state: ClassState, command: CommandOf<'Mark'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { mark, behaviour, line, ago = 0 } = command.data
  if (behaviour !== undefined && markOf(behaviour) !== mark) return contradiction(mark)
  if (line !== undefined && lineOf(here.scene, line) === undefined)
    return refuse('gone', 'There is no such line.')
  const offset = offsetAt(here.scene, command.at - Math.min(ago, LATEST_TAP))
  const as = here.seat === 'instructor' ? 'instructor' : 'observer'
  return marked(here, command.actor, {
    as,
    mark,
    offset,
    ...(behaviour && { behaviour }),
    ...(line && { line }),
  })
}

/** The customer says at step-out that one of the card's triggers or calmers happened. */
export function confirmCue(state: ClassState, command: CommandOf<'ConfirmCue'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { cue, line } = command.data
  const customer = state.cards[here.room.card]?.customer
  const behaviour = (cue.kind === 'trigger' ? customer?.triggers : customer?.calmers)?.[cue.index]?.behaviour
  if (behaviour === undefined) return refuse('gone', 'This card has no such cue.')
  const words = allowText(command.data.words, LONGEST.words, 'What was said')
  if (!words.ok) return words
  const said = line === undefined ? undefined : lineOf(here.scene, line)
  if (line !== undefined && said === undefined) return refuse('gone', 'There is no such line.')
  const known = here.scene.moments.some(
    moment =>
      moment.by === command.actor &&
      moment.cue?.kind === cue.kind &&
      moment.cue.index === cue.index &&
      moment.line === line,
  )
  if (known) return refuse('taken', 'You have already confirmed that.')
  return marked(here, command.actor, {
    as: 'customer',
    mark: markOf(behaviour),
    behaviour,
    cue,
    offset: said?.offset ?? here.scene.played,
    ...(line && { line }),
    ...(words.text && { words: words.text }),
  })
}

type Marked = Omit<Moment, 'id' | 'by'>

function marked({ room, scene }: InRoom, by: PersonId, moment: Marked): Decision {
  const own = scene.moments.filter(known => known.by === by).length
  if (own >= MOST_MOMENTS || scene.momentCount >= MOST_MOMENTS_OF_ALL) {
    return refuse('limit', 'This scene has too many marks.')
  }
  const id = `m${scene.momentCount + 1}`
  return happen({ type: 'MomentMarked', data: { room: room.id, scene: scene.id, moment: id, ...moment } })
}

export function nameMoment(state: ClassState, command: CommandOf<'NameMoment'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const own = ownMoment(here.scene, command.data.moment, command.actor)
  if (!own.ok) return own
  const { behaviour } = command.data
  if (own.moment.cue !== undefined) return refuse('not-allowed', 'A confirmed cue already has its name.')
  if (markOf(behaviour) !== own.moment.mark) return contradiction(own.moment.mark)
  const { room, scene } = here
  return happen({
    type: 'MomentNamed',
    data: { room: room.id, scene: scene.id, moment: own.moment.id, behaviour },
  })
}

export function undoMoment(state: ClassState, command: CommandOf<'UndoMoment'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const own = ownMoment(here.scene, command.data.moment, command.actor)
  if (!own.ok) return own
  const { room, scene } = here
  return happen({ type: 'MomentUndone', data: { room: room.id, scene: scene.id, moment: own.moment.id } })
}

function ownMoment(scene: Scene, id: string, person: string): { ok: true; moment: Moment } | Refusal {
  const moment = scene.moments.find(known => known.id === id)
  // Somebody else's mark and one that never was look the same to whoever asks.
  if (moment === undefined || moment.by !== person)
    return refuse('gone', 'You have no such mark in this scene.')
  return { ok: true, moment }
}

const contradiction = (marked: 'helped' | 'hurt') =>
  refuse(
    'invalid',
    marked === 'hurt'
      ? 'That behaviour helps, but the mark says it hurt.'
      : 'That behaviour hurts, but the mark says it helped.',
  )

export function correctCurve(state: ClassState, command: CommandOf<'CorrectCurve'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { points } = command.data
  const { room, scene } = here
  if (points.length === 0 || points.length > 1_000)
    return refuse('invalid', 'A curve has between 1 and 1000 points.')
  const rising = points.every(
    (point, index) => point.offset >= (points[index - 1]?.offset ?? 0) && point.offset <= scene.played,
  )
  if (!rising) return refuse('invalid', 'The points of a curve must be in order and within the scene.')
  return happen({ type: 'CurveCorrected', data: { room: room.id, scene: scene.id, points } })
}
