import type { SceneId } from '@evenkeel/classroom/view'
import type { Temperature } from '@evenkeel/playbook/words'
import type { NotSent, OutboxState, Sending } from '../live/outbox.ts'

export interface UnsentLine {
  readonly id: string
  readonly how: 'say' | 'do'
  readonly text: string
  /** Why it was refused; undefined while it is on its way. */
  readonly say: string | undefined
}

/** The outbox comes out of the tab's storage after a reload, so its commands are looked at, not trusted. */
function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

const sceneOf = ({ data }: Sending): unknown => field(field(data, 'place'), 'scene')

function lineOf(sending: Sending | NotSent): UnsentLine[] {
  const text = field(sending.data, 'text')
  if (sending.type !== 'Speak' || typeof text !== 'string') return []
  const how = field(sending.data, 'how') === 'do' ? 'do' : 'say'
  return [{ id: sending.id, how, text, say: 'say' in sending ? sending.say : undefined }]
}

/** Lines on their way in this scene, in order. */
export const linesSending = (outbox: OutboxState, scene: SceneId): readonly UnsentLine[] =>
  outbox.sending.filter(sending => sceneOf(sending) === scene).flatMap(lineOf)

/** Refused lines of any scene: their text is kept until it is put away. */
export const linesRefused = (outbox: OutboxState): readonly UnsentLine[] => outbox.notSent.flatMap(lineOf)

/** Refused only because the room was faster: what was wanted has come about, so there is nothing to say. */
const PASSED: readonly string[] = ['Ready', 'FinishRating', 'EndTimeOut', 'EndRetake', 'EndHelp']

/** Whatever else was refused; a hundred taps that were refused alike are told once. */
export function othersRefused(
  outbox: OutboxState,
): readonly { readonly ids: readonly string[]; readonly say: string }[] {
  const byReason = new Map<string, string[]>()
  for (const { id, type, say } of outbox.notSent) {
    if (type === 'Speak' || PASSED.includes(type)) continue
    byReason.set(say, [...(byReason.get(say) ?? []), id])
  }
  return [...byReason].map(([say, ids]) => ({ say, ids }))
}

/** The temperature last tapped in this scene that has no answer yet. */
export function levelSending(outbox: OutboxState, scene: SceneId): Temperature | undefined {
  const last = outbox.sending.findLast(
    ({ type, ...rest }) => type === 'SetTemperature' && sceneOf({ type, ...rest }) === scene,
  )
  const level = field(last?.data, 'level')
  return isTemperature(level) ? level : undefined
}

export const isTemperature = (level: unknown): level is Temperature =>
  typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= 7

/** Marks tapped in this scene that have no answer yet. */
export function marksSending(
  outbox: OutboxState,
  scene: SceneId,
): { readonly helped: number; readonly hurt: number } {
  const marks = outbox.sending
    .filter(sending => sending.type === 'Mark' && sceneOf(sending) === scene)
    .map(({ data }) => field(data, 'mark'))
  return {
    helped: marks.filter(mark => mark === 'helped').length,
    hurt: marks.filter(mark => mark === 'hurt').length,
  }
}

/** Whether a command of this kind is on its way. */
export const isSending = (outbox: OutboxState, type: Sending['type']): boolean =>
  outbox.sending.some(sending => sending.type === type)
