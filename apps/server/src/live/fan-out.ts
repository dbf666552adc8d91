import {
  type Audience,
  audiences,
  roomOfEvent,
  type ViewEvent,
  type Viewer,
  viewerKey,
} from '@evenkeel/classroom'
import type { Answer, Subscription } from '@evenkeel/protocol'
import type { Connection } from './connection.ts'
import type { Recent } from './recent.ts'
import type { Step } from './request.ts'
import type { Channels } from './wire.ts'

export function subscriptionOf(viewer: Viewer): Subscription {
  switch (viewer.kind) {
    case 'person':
      return 'seat'
    case 'watch':
      // The room's id has its shape from the core; the template type can't know that.
      return `room:${viewer.room}` as Subscription
    default:
      return viewer.kind
  }
}

/** The Socket.IO room in which everybody is who follows as this viewer. */
export const channelOf = (classId: string, viewer: Viewer): string => `${classId} ${viewerKey(viewer)}`

/** Takes out whoever waits for the answer to a command: one connection, or two tabs that sent the same. */
export type Senders = (actor: string, commandId: string) => readonly Connection[]

interface Outgoing {
  readonly sub: Subscription
  readonly viewers: Viewer[]
  readonly events: readonly ViewEvent[]
}

export interface FanOutParts {
  readonly classId: string
  /** Of the newest of the events. */
  readonly mark: number
  readonly io: Channels
  readonly recent: Recent
  readonly watching: () => readonly Viewer[]
  readonly senders: Senders
}

/**
 * Sends a batch of durable events: each viewer gets their view events in one message, viewers with the same ones share
 * one encoding, and whoever sent a command finds its answer in the last of their own messages: whoever has the answer has
 * every view of what was done.
 */
export function fanOut(steps: readonly Step[], parts: FanOutParts): void {
  const { classId, io, mark, senders } = parts
  const seq = steps.at(-1)?.event.seq ?? 0
  const answers = new Map<Connection, Answer[]>()
  const perStep = steps.map(step => keep(step, parts.recent, parts.watching()))
  for (const { event } of steps) {
    for (const connection of senders(event.actor, event.commandId)) {
      note(answers, connection, { id: event.commandId, ok: true, seq: event.seq })
    }
  }
  const all = outgoing(perStep)
  const last = new Map<Connection, Outgoing>()
  const ownOf = ({ sub, viewers }: Outgoing) =>
    [...answers.keys()].filter(connection => viewers.some(viewer => follows(connection, sub, viewer)))
  for (const each of all) for (const connection of ownOf(each)) last.set(connection, each)
  for (const each of all) {
    const { sub, viewers, events } = each
    const channels = viewers.map(viewer => channelOf(classId, viewer))
    const own = ownOf(each).filter(connection => last.get(connection) === each)
    io.to(channels)
      .except(own.map(connection => connection.wire.id))
      .emit('batch', { sub, seq, mark, events })
    for (const connection of own) {
      connection.wire.emit('batch', { sub, seq, mark, events, answers: answers.get(connection) })
      answers.delete(connection)
    }
  }
  // Their own view did not change: the answer comes alone.
  for (const [connection, alone] of answers) connection.answer(...alone)
}

/** Works out who gets what, and keeps it for whoever comes back with a recent cursor. */
export function keep(
  { event, before, after }: Step,
  recent: Recent,
  watching: readonly Viewer[],
): readonly Audience[] {
  const found = audiences(event, before, after, watching)
  recent.keep(event.seq, roomOfEvent(event), found)
  return found
}

function note(answers: Map<Connection, Answer[]>, connection: Connection, answer: Answer): void {
  const known = answers.get(connection)
  if (known === undefined) answers.set(connection, [answer])
  else known.push(answer)
}

function follows(connection: Connection, sub: Subscription, viewer: Viewer): boolean {
  const followed = connection.following.get(sub)
  return followed !== undefined && followed !== null && viewerKey(followed) === viewerKey(viewer)
}

/** One message for each viewer, viewers with the same view events together. */
function outgoing(perStep: readonly (readonly Audience[])[]): Outgoing[] {
  const [only] = perStep
  if (perStep.length === 1 && only !== undefined) {
    return only.flatMap(audience => bySubscription(audience.viewers, audience.events))
  }
  // A viewer's share of the batch is a list of audiences; equal lists are the same message.
  const shares = new Map<string, { viewer: Viewer; parts: Audience[]; key: string }>()
  let number = 0
  for (const step of perStep) {
    for (const audience of step) {
      number++
      for (const viewer of audience.viewers) {
        const key = viewerKey(viewer)
        const share = shares.get(key) ?? { viewer, parts: [], key: '' }
        share.parts.push(audience)
        share.key += `${number},`
        shares.set(key, share)
      }
    }
  }
  const merged = new Map<string, { viewers: Viewer[]; parts: Audience[] }>()
  for (const { viewer, parts, key } of shares.values()) {
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { viewers: [viewer], parts })
    else known.viewers.push(viewer)
  }
  return [...merged.values()].flatMap(({ viewers, parts }) =>
    bySubscription(viewers, afterTheLastView(parts.flatMap(part => part.events))),
  )
}

/** What came before a whole new view is contained in it, and may be what the viewer no longer may see. */
function afterTheLastView(events: readonly ViewEvent[]): readonly ViewEvent[] {
  const last = events.findLastIndex(event => event.op === 'view')
  return last <= 0 ? events : events.slice(last)
}

function bySubscription(viewers: readonly Viewer[], events: readonly ViewEvent[]): Outgoing[] {
  const groups = new Map<Subscription, Viewer[]>()
  for (const viewer of viewers) {
    const sub = subscriptionOf(viewer)
    const known = groups.get(sub)
    if (known === undefined) groups.set(sub, [viewer])
    else known.push(viewer)
  }
  return [...groups].map(([sub, group]) => ({ sub, viewers: group, events }))
}
