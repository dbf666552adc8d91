import type { CommandOf } from '../command.ts'
import { currentScene, offsetAt } from '../find.ts'
import { ROOM_PERMITS } from '../permits.ts'
import { refuse } from '../refusal.ts'
import type { Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import { LONGEST, requireText } from '../text.ts'
import { type Decision, happen } from './decision.ts'
import { inRoom } from './in-room.ts'

/** How long a call waits for an instructor, in ms of played time: whatever stops the clock stops the wait as well. */
export const ANSWER_WITHIN = 20_000

export function makeCall(state: ClassState, command: CommandOf<'MakeCall'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room, scene } = here
  const { index } = command.data
  const made = scene.calls.find(call => call.index === index)
  if (made?.open) return refuse('taken', 'You already made that call. The answer is coming.')
  if (made !== undefined) return refuse('taken', 'You already have that answer.')
  const call = { room: room.id, scene: scene.id, index, offset: offsetAt(scene, command.at) }
  return happen({ type: 'CallMade', data: state.settings.liveRadio ? { ...call, live: true } : call })
}

export function answerCall(state: ClassState, command: CommandOf<'AnswerCall'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room, scene } = here
  const { index, text } = command.data
  const call = scene.calls.find(made => made.index === index)
  if (call === undefined) return refuse('gone', 'That call was not made.')
  if (!call.open) return refuse('taken', 'That call was answered already.')
  const answered = { room: room.id, scene: scene.id, index }
  if (text === undefined) return happen({ type: 'CallAnswered', data: answered })
  const own = requireText(text, LONGEST.answer, 'An answer')
  return own.ok ? happen({ type: 'CallAnswered', data: { ...answered, text: own.text } }) : own
}

/** An open call of a scene that can still be answered, with the server time in ms at which the written answer goes out. */
export interface CallDue {
  readonly call: 0 | 1
  /** Null while the scene's clock stands. */
  readonly endsAt: number | null
}

/** The longest waiting first. A scene that is over leaves its calls without an answer. */
export function waitingCalls(room: Room): readonly CallDue[] {
  if (!ROOM_PERMITS.AnswerCall.some(({ phases }) => phases.includes(room.phase.name))) return []
  const { calls, played, runningSince } = currentScene(room)
  return calls.flatMap(({ index, offset, open }) => {
    if (open === undefined) return []
    return [
      { call: index, endsAt: runningSince === null ? null : runningSince + offset + ANSWER_WITHIN - played },
    ]
  })
}

/** The call whose written answer is due first; none while the scene's clock stands. */
export function answerDue(room: Room): { readonly call: 0 | 1; readonly endsAt: number } | undefined {
  const [first] = waitingCalls(room)
  return first === undefined || first.endsAt === null ? undefined : { call: first.call, endsAt: first.endsAt }
}
